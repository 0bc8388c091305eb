import Markup
import Statechart

// SCXML 5.2 to 5.7: variables, and the data of events.
extension Reading {
  /// Reads the variables of the chart or of a state. Source: SCXML 5.2 and 5.3.
  func data(in parent: Element) throws(SCXMLFault) -> [DataDefinition] {
    guard let model = parent.child("datamodel") else { return [] }
    try check(model)
    var result: [DataDefinition] = []
    for element in model.children {
      try check(element)
      result.append(
        DataDefinition(id: try name("id", of: element) ?? "", value: try value(of: element), line: element.line))
    }
    return result
  }

  /// Checks that no two variables of a chart have the same id. All variables share one scope, wherever they are
  /// declared.
  ///
  /// Source: SCXML 3.14 and 5.3.
  func checkVariables(of chart: ChartDefinition) throws(SCXMLFault) {
    var seen: Set<String> = []
    try Self.checkVariables(chart.data, chart.states, &seen)
  }

  private static func checkVariables(
    _ variables: [DataDefinition], _ states: [StateDefinition], _ seen: inout Set<String>
  ) throws(SCXMLFault) {
    for variable in variables where !seen.insert(variable.id).inserted {
      throw SCXMLFault(line: variable.line, reason: "another <data> has the same attribute 'id'")
    }
    for state in states { try checkVariables(state.data, state.children, &seen) }
  }

  // SCXML 5.3.1: an element has at most one of an address, an expression and a text.
  private func value(of element: Element) throws(SCXMLFault) -> DataDefinition.Value {
    guard let address = element.attribute("src") else { return try expressionOrText(of: element) ?? .none }
    guard isBlank(element.text) else {
      throw SCXMLFault(element, "<data> cannot have both the attribute 'src' and text")
    }
    guard let fetch else {
      throw SCXMLFault(element, "the attribute 'src' of <data> is not supported: this reader fetches nothing")
    }
    return fetch(address).map(DataDefinition.Value.text) ?? .unavailable
  }

  /// Reads the value of an assignment. Source: SCXML 5.4.
  func assigned(by element: Element) throws(SCXMLFault) -> DataDefinition.Value {
    guard let value = try expressionOrText(of: element) else {
      throw SCXMLFault(element, "<assign> needs the attribute 'expr' or text")
    }
    return value
  }

  // The text is passed on unchanged, because the data model decides the meaning of white space in it (SCXML B.2.1).
  private func expressionOrText(of element: Element) throws(SCXMLFault) -> DataDefinition.Value? {
    let text = isBlank(element.text) ? nil : element.text
    guard let expression = element.attribute("expr") else { return text.map(DataDefinition.Value.text) }
    guard text == nil else {
      throw SCXMLFault(element, "<\(element.name.local)> cannot have both the attribute 'expr' and text")
    }
    return .expression(expression)
  }

  /// Reads the data of the event that a final state raises. Source: SCXML 5.5.
  func doneData(of element: Element) throws(SCXMLFault) -> PayloadDefinition? {
    guard let child = element.child("donedata") else { return nil }
    try check(child)
    return try payload(of: child)
  }

  /// Reads the `<content>` or the `<param>`s of an element, which cannot have both. Source: SCXML 5.6 and 5.7.
  func payload(of element: Element) throws(SCXMLFault) -> PayloadDefinition? {
    var parameters: [PayloadDefinition.Parameter] = []
    for child in element.all("param") { parameters.append(try parameter(child)) }
    guard let content = element.child("content") else { return parameters.isEmpty ? nil : .parameters(parameters) }
    try check(content)
    guard parameters.isEmpty else {
      throw SCXMLFault(content, "<\(element.name.local)> cannot contain both <content> and <param>")
    }
    return .content(try expressionOrText(of: content) ?? .text(""), line: content.line)
  }

  private func parameter(_ element: Element) throws(SCXMLFault) -> PayloadDefinition.Parameter {
    try check(element)
    let source: PayloadDefinition.Parameter.Source
    if let expression = element.attribute("expr") {
      source = .expression(expression)
    } else if let location = element.attribute("location") {
      source = .location(location)
    } else {
      throw SCXMLFault(element, "<param> needs the attribute 'expr' or 'location'")
    }
    return PayloadDefinition.Parameter(name: try name("name", of: element) ?? "", source: source, line: element.line)
  }
}
