import Markup
import Statechart

// SCXML 3.2 to 3.10: the chart, its states, and their handlers.
extension Reading {
  /// Reads the root. Source: SCXML 3.2.
  func chart(_ element: Element) throws(SCXMLFault) -> ChartDefinition {
    let domain = try check(element)
    guard element.attribute("version") == "1.0" else {
      throw SCXMLFault(element, "the attribute 'version' of <scxml> must be '1.0'")
    }
    _ = try name("datamodel", of: element)
    let chart = ChartDefinition(
      name: element.attribute("name") ?? "", initial: try initialAttribute(element), states: try states(in: element),
      dataModel: dataModel,
      binding: try choice("binding", of: element, ["early": .early, "late": .late], otherwise: .early),
      data: try data(in: element), attributes: domain, line: element.line)
    try checkVariables(of: chart)
    return chart
  }

  // SCXML 3.3, 3.4, 3.7 and 3.10. The depth of the document bounds the recursion.
  private func states(in parent: Element) throws(SCXMLFault) -> [StateDefinition] {
    var result: [StateDefinition] = []
    for child in parent.children {
      switch child.name.local {
      case "state": result.append(try state(child, .state))
      case "parallel": result.append(try state(child, .parallel))
      case "final": result.append(try state(child, .final))
      case "history": result.append(try history(child))
      default: continue
      }
    }
    return result
  }

  private func state(_ element: Element, _ kind: StateDefinition.Kind) throws(SCXMLFault) -> StateDefinition {
    let domain = try check(element)
    var transitions: [TransitionDefinition] = []
    for child in element.all("transition") { transitions.append(try transition(child)) }
    return StateDefinition(
      id: try name("id", of: element), kind: kind, initial: try initial(of: element), children: try states(in: element),
      transitions: transitions, onEntry: try handlers("onentry", of: element),
      onExit: try handlers("onexit", of: element), data: try data(in: element), doneData: try doneData(of: element),
      attributes: domain, line: element.line)
  }

  // SCXML 3.10.2: a history has one transition, with targets and without event and condition.
  private func history(_ element: Element) throws(SCXMLFault) -> StateDefinition {
    let domain = try check(element)
    let depth = try choice("type", of: element, ["shallow": HistoryDepth.shallow, "deep": .deep], otherwise: .shallow)
    guard let child = element.child("transition") else {
      throw SCXMLFault(element, "<history> needs one <transition>, for the first time that it is entered")
    }
    let transition = try defaultTransition(child, in: element)
    return StateDefinition(
      id: try name("id", of: element), kind: .history(depth), transitions: [transition], attributes: domain,
      line: element.line)
  }

  // SCXML 3.6: a state can have the attribute or the element, but not both.
  private func initial(of element: Element) throws(SCXMLFault) -> InitialDefinition? {
    let attribute = try initialAttribute(element)
    guard let child = element.child("initial") else { return attribute }
    guard attribute == nil else {
      throw SCXMLFault(child, "a state cannot have both <initial> and the attribute 'initial'")
    }
    try check(child)
    guard let inner = child.child("transition") else {
      throw SCXMLFault(child, "<initial> needs one <transition>")
    }
    let transition = try defaultTransition(inner, in: child)
    return InitialDefinition(targets: transition.targets, actions: transition.actions, line: transition.line)
  }

  private func initialAttribute(_ element: Element) throws(SCXMLFault) -> InitialDefinition? {
    try names("initial", of: element).map { InitialDefinition(targets: $0, line: element.line) }
  }

  // SCXML 3.8 and 3.9: each handler is a block of its own.
  private func handlers(_ name: String, of element: Element) throws(SCXMLFault) -> [[Action]] {
    var result: [[Action]] = []
    for handler in element.all(name) {
      try check(handler)
      result.append(try actions(in: handler))
    }
    return result
  }
}
