import Markup
import Statechart

// SCXML 6.2: events that are sent. The only supported receiver is the session itself.
extension Reading {
  /// Reads a `<send>` that was checked against the grammar.
  func send(_ element: Element) throws(SCXMLFault) -> SendDefinition {
    let names = try names("namelist", of: element) ?? []
    let payload = try payload(of: element)
    let event = given("event", "eventexpr", of: element)
    let target = given("target", "targetexpr", of: element)
    let type = given("type", "typeexpr", of: element)
    let delay = given("delay", "delayexpr", of: element)
    // SCXML 6.2.3: an event needs a name, unless it has content.
    if case .content(_, let line) = payload {
      guard names.isEmpty else {
        throw SCXMLFault(line: line, reason: "<send> cannot have both <content> and the attribute 'namelist'")
      }
    } else if event == nil {
      throw SCXMLFault(element, "<send> needs the attribute 'event' or 'eventexpr', or <content>")
    }
    // SCXML 6.2.2: events for the internal queue cannot be delayed.
    if target == .literal("#_internal"), delay != nil {
      throw SCXMLFault(element, "<send> to the target '#_internal' cannot have a delay")
    }
    // SCXML C.2. An unknown type is not a fault of the document: it raises `error.execution`.
    if type == .literal(EventProcessor.basicHTTP) {
      throw SCXMLFault(
        element, "the attribute 'type' of <send> names the HTTP event processor, which is not supported (SCXML C.2)")
    }
    return SendDefinition(
      event: event, target: target, type: type, delay: delay, id: try name("id", of: element),
      idLocation: element.attribute("idlocation"), names: names, payload: payload, line: element.line)
  }
}
