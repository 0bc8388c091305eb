import Markup
import Statechart

// SCXML 6.2: events to the outside, which here is the session itself.
extension Reading {
  /// Reads a sending, which the grammar has been held against.
  func send(_ element: Element) throws(SCXMLFault) -> SendDefinition {
    let names = try names("namelist", of: element) ?? []
    let payload = try payload(of: element)
    let event = given("event", "eventexpr", of: element)
    let target = given("target", "targetexpr", of: element)
    let type = given("type", "typeexpr", of: element)
    let delay = given("delay", "delayexpr", of: element)
    // SCXML 6.2.3: an event has a name, unless its content stands for it.
    if case .content(_, let line) = payload {
      guard names.isEmpty else {
        throw SCXMLFault(line: line, reason: "<content> and the attribute 'namelist' exclude one another in <send>")
      }
    } else if event == nil {
      throw SCXMLFault(element, "<send> needs the attribute 'event' or 'eventexpr', or <content>")
    }
    // SCXML 6.2.2: the internal queue does not wait.
    if target == .literal("#_internal"), delay != nil {
      throw SCXMLFault(element, "<send> has a delay, and the target '#_internal' takes events at once")
    }
    // SCXML C.2. A type that nobody knows is not a fault of the document: it raises `error.execution`.
    if type == .literal(EventProcessor.basicHTTP) {
      throw SCXMLFault(element, "<send> asks for the HTTP event processor, and a chart here calls nobody (SCXML C.2)")
    }
    return SendDefinition(
      event: event, target: target, type: type, delay: delay, id: try name("id", of: element),
      idLocation: element.attribute("idlocation"), names: names, payload: payload, line: element.line)
  }
}
