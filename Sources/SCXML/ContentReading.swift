import Markup
import Statechart

// SCXML 4, 5.4, 6.2 and 6.3: executable content.
extension Reading {
  /// Reads the actions of a handler, a transition or a loop, in document order.
  func actions(in parent: Element) throws(SCXMLFault) -> [Action] {
    var result: [Action] = []
    for child in parent.children { result.append(try action(child)) }
    return result
  }

  private func action(_ element: Element) throws(SCXMLFault) -> Action {
    try check(element)
    func text(_ attribute: String) -> String { element.attribute(attribute) ?? "" }
    switch element.name.local {
    case "raise": return .raise(text("event"), line: element.line)
    case "if": return .choose(try branches(of: element), line: element.line)
    case "foreach":
      return .forEach(
        ForEachDefinition(
          array: text("array"), item: text("item"), index: element.attribute("index"),
          actions: try actions(in: element),
          line: element.line))
    case "log":
      return .log(label: element.attribute("label"), expression: element.attribute("expr"), line: element.line)
    case "assign":
      return .assign(location: text("location"), value: try assigned(by: element), line: element.line)
    case "send": return .send(try send(element))
    case "cancel":
      guard let id = given("sendid", "sendidexpr", of: element) else {
        throw SCXMLFault(element, "<cancel> needs the attribute 'sendid' or 'sendidexpr'")
      }
      return .cancel(id: id, line: element.line)
    default: preconditionFailure("the grammar names no other executable content")
    }
  }

  // SCXML 4.3 to 4.5: `elseif` and `else` are empty elements that divide the content of the `if` into branches.
  private func branches(of element: Element) throws(SCXMLFault) -> [Action.Branch] {
    var result = [Action.Branch(condition: try condition(of: element), actions: [])]
    var isClosed = false
    for child in element.children {
      switch child.name.local {
      case "elseif", "else":
        try check(child)
        guard !isClosed else { throw SCXMLFault(child, "<\(child.name.local)> cannot follow <else>") }
        isClosed = child.name.local == "else"
        result.append(Action.Branch(condition: try condition(of: child), actions: []))
      default: result[result.count - 1].actions.append(try action(child))
      }
    }
    return result
  }
}
