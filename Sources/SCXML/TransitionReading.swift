import Markup
import Statechart

// SCXML 3.5, 3.6 and 5.9: transitions and their conditions.
extension Reading {
  /// Reads a transition. Source: SCXML 3.5.
  func transition(_ element: Element) throws(SCXMLFault) -> TransitionDefinition {
    let domain = try check(element)
    return TransitionDefinition(
      events: try names("event", of: element) ?? [], condition: try condition(of: element),
      targets: try names("target", of: element) ?? [],
      isInternal: try choice("type", of: element, ["internal": true, "external": false], otherwise: false),
      actions: try actions(in: element), attributes: domain, line: element.line)
  }

  /// Reads the transition of an `<initial>` or a `<history>`: without event and condition, and with a target.
  ///
  /// Source: SCXML 3.6.2 and 3.10.2.
  func defaultTransition(_ element: Element, in parent: Element) throws(SCXMLFault) -> TransitionDefinition {
    let transition = try transition(element)
    let name = parent.name.local
    guard transition.events.isEmpty, transition.condition == nil else {
      throw SCXMLFault(element, "the <transition> of <\(name)> cannot have the attributes 'event' and 'cond'")
    }
    guard !transition.targets.isEmpty else {
      throw SCXMLFault(element, "the <transition> of <\(name)> needs the attribute 'target'")
    }
    if let attribute = transition.attributes.keys.min() {
      throw SCXMLFault(
        element, "the <transition> of <\(name)> cannot have the attribute '\(attribute)', because nobody causes it")
    }
    return transition
  }

  /// Reads the condition of a transition or a branch. Source: SCXML 5.9.1.
  func condition(of element: Element) throws(SCXMLFault) -> Condition? {
    guard let text = element.attribute("cond") else { return nil }
    guard dataModel == "null" else { return .expression(text) }
    // SCXML B.1.2: the null data model has only this predicate. The standard writes In(id); other data models and most
    // authors write In('id'). Both are read.
    for quote in ["'", "\""] where text.hasPrefix("In(\(quote)") && text.hasSuffix("\(quote))") {
      let id = text.dropFirst(4).dropLast(2)
      if !id.isEmpty, !id.contains(quote) { return .inState(String(id)) }
    }
    let bare = text.dropFirst(3).dropLast()
    let isBare = !bare.isEmpty && !bare.contains { $0.isWhitespace || "'\"()!".contains($0) }
    if text.hasPrefix("In("), text.hasSuffix(")"), isBare { return .inState(String(bare)) }
    throw SCXMLFault(
      element, "the attribute 'cond' of <\(element.name.local)> must be In('id') under the null data model")
  }
}
