import Markup
import Statechart

// SCXML 5.2 to 5.7: variables, and what goes along with events.
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

  /// Holds all variables of a chart against one another: wherever they stand, they share one scope, and an id is one
  /// variable's. Source: SCXML 3.14 and 5.3.
  func checkVariables(of chart: ChartDefinition) throws(SCXMLFault) {
    var seen: Set<String> = []
    try Self.checkVariables(chart.data, chart.states, &seen)
  }

  private static func checkVariables(
    _ variables: [DataDefinition], _ states: [StateDefinition], _ seen: inout Set<String>
  ) throws(SCXMLFault) {
    for variable in variables where !seen.insert(variable.id).inserted {
      throw SCXMLFault(line: variable.line, reason: "another <data> already has this id")
    }
    for state in states { try checkVariables(state.data, state.children, &seen) }
  }

  // SCXML 5.3.1: an address, an expression or a text, and one of them at most.
  private func value(of element: Element) throws(SCXMLFault) -> DataDefinition.Value {
    guard let address = element.attribute("src") else { return try expressionOrText(of: element) ?? .none }
    guard isBlank(element.text) else { throw SCXMLFault(element, "<data> has a text besides the attribute 'src'") }
    guard let fetch else {
      throw SCXMLFault(element, "<data> asks for a text from elsewhere, and this reader fetches none")
    }
    return fetch(address).map(DataDefinition.Value.text) ?? .unavailable
  }

  /// Reads what an assignment puts into its location. Source: SCXML 5.4.
  func assigned(by element: Element) throws(SCXMLFault) -> DataDefinition.Value {
    guard let value = try expressionOrText(of: element) else {
      throw SCXMLFault(element, "<assign> needs the attribute 'expr' or a text")
    }
    return value
  }

  // The text is handed on as it stands: what white space means in it is for the data model to say (SCXML B.2.1).
  private func expressionOrText(of element: Element) throws(SCXMLFault) -> DataDefinition.Value? {
    let text = isBlank(element.text) ? nil : element.text
    guard let expression = element.attribute("expr") else { return text.map(DataDefinition.Value.text) }
    guard text == nil else {
      throw SCXMLFault(element, "<\(element.name.local)> has a text besides the attribute 'expr'")
    }
    return .expression(expression)
  }

  /// Reads what the event says that announces a final state. Source: SCXML 5.5.
  func doneData(of element: Element) throws(SCXMLFault) -> PayloadDefinition? {
    guard let child = element.child("donedata") else { return nil }
    try check(child)
    return try payload(of: child)
  }

  /// Reads the `content` or the `param`s inside an element, which exclude one another. Source: SCXML 5.6 and 5.7.
  func payload(of element: Element) throws(SCXMLFault) -> PayloadDefinition? {
    var parameters: [PayloadDefinition.Parameter] = []
    for child in element.all("param") { parameters.append(try parameter(child)) }
    guard let content = element.child("content") else { return parameters.isEmpty ? nil : .parameters(parameters) }
    try check(content)
    guard parameters.isEmpty else {
      throw SCXMLFault(content, "<content> and <param> exclude one another in <\(element.name.local)>")
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
