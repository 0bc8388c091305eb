/// Compiles actions into instructions. The data model reads their expressions. Implements SCXML 4 and 5.4 to 6.3.
struct ContentCompiler<Model: DataModel> {
  private let outline: ChartOutline
  private let model: Model
  private let descriptors: EventDescriptors
  private(set) var tables = ContentTables()
  private(set) var expressions: ContiguousArray<Model.Expression> = []
  private(set) var locations: ContiguousArray<Model.Location> = []

  init(_ outline: ChartOutline, _ model: Model, _ descriptors: EventDescriptors) {
    self.outline = outline
    self.model = model
    self.descriptors = descriptors
  }

  /// Compiles each handler into a block of its own.
  mutating func blocks(_ handlers: [[Action]]) throws(ChartFault) -> Range<Int> {
    var blocks: [Range<Int>] = []
    for handler in handlers where !handler.isEmpty { blocks.append(try instructions(handler)) }
    return tables.blocks.appendRange(blocks)
  }

  /// Compiles actions into one block, or into no block if there are no actions.
  mutating func block(_ actions: [Action]) throws(ChartFault) -> Range<Int> { try blocks([actions]) }

  /// Compiles each variable into a row.
  mutating func variables(_ definitions: [DataDefinition]) throws(ChartFault) -> Range<Int> {
    var rows: [ContentTables.Variable] = []
    for definition in definitions {
      rows.append(
        ContentTables.Variable(
          id: definition.id, location: try location(definition.id, definition.line),
          value: try value(definition.value, definition.line)))
    }
    return tables.variables.appendRange(rows)
  }

  /// Compiles a condition. `In()` of the null data model becomes a test of the state's number.
  mutating func condition(_ condition: Condition?, line: Int) throws(ChartFault) -> ChartTables.ConditionRow {
    switch condition {
    case nil: return .always
    case .inState(let id):
      guard let state = outline.statesByName[id] else {
        throw ChartFault(line: line, reason: .unknownStateInCondition(id))
      }
      return .inState(state)
    case .expression(let text): return .expression(try expression(text, line))
    }
  }

  /// Compiles the data of an event.
  mutating func payload(_ definition: PayloadDefinition) throws(ChartFault) -> Int {
    switch definition {
    case .content(let value, let line): tables.payloads.append(.content(try self.value(value, line)))
    case .parameters(let parameters):
      var rows: [ContentTables.Parameter] = []
      for parameter in parameters { rows.append(try self.parameter(parameter)) }
      tables.payloads.append(.parameters(rows))
    }
    return tables.payloads.count - 1
  }

  private mutating func parameter(_ definition: PayloadDefinition.Parameter) throws(ChartFault)
    -> ContentTables.Parameter
  {
    switch definition.source {
    case .expression(let text):
      ContentTables.Parameter(name: definition.name, source: .expression(try expression(text, definition.line)))
    case .location(let text):
      ContentTables.Parameter(name: definition.name, source: .location(try location(text, definition.line)))
    }
  }

  private mutating func expression(_ text: String, _ line: Int) throws(ChartFault) -> Int {
    do throws(EvaluationFault) { expressions.append(try model.expression(text)) } catch {
      throw ChartFault(line: line, reason: .malformedExpression(error.reason))
    }
    return expressions.count - 1
  }

  private mutating func location(_ text: String, _ line: Int) throws(ChartFault) -> Int {
    do throws(EvaluationFault) { locations.append(try model.location(text)) } catch {
      throw ChartFault(line: line, reason: .malformedExpression(error.reason))
    }
    return locations.count - 1
  }

  private mutating func value(_ value: DataDefinition.Value, _ line: Int) throws(ChartFault) -> ContentTables.ValueRow {
    switch value {
    case .none: .none
    case .expression(let text): .expression(try expression(text, line))
    case .text(let text): .text(text)
    case .unavailable: .unavailable
    }
  }

  private mutating func given(_ given: Given?, _ line: Int) throws(ChartFault) -> ContentTables.GivenRow? {
    switch given {
    case nil: nil
    case .literal(let text): .literal(text)
    case .expression(let text): .expression(try expression(text, line))
    }
  }

  private func eventID(_ name: String, _ line: Int) throws(ChartFault) -> EventID {
    guard EventDescriptors.isName(name) else { throw ChartFault(line: line, reason: .malformedEventName(name)) }
    return descriptors.event(name)
  }
}

// MARK: - Instructions

extension ContentCompiler {
  // The end of a branch or a loop is known only after its instructions, so the jump to the end is filled in later.
  private mutating func instructions(_ actions: [Action]) throws(ChartFault) -> Range<Int> {
    let start = tables.instructions.count
    for action in actions { try add(action) }
    return start..<tables.instructions.count
  }

  private mutating func add(_ action: Action) throws(ChartFault) {
    switch action {
    case .raise(let event, let line):
      let id = try eventID(event, line)
      tables.names.append(event)
      tables.instructions.append(.raise(id, name: tables.names.count - 1))
    case .choose(let branches, let line): try add(branches, line)
    case .forEach(let loop): try add(loop)
    case .log(let label, let text, let line):
      var place: Int?
      if let text { place = try expression(text, line) }
      tables.logs.append(ContentTables.Log(label: label, expression: place))
      tables.instructions.append(.log(tables.logs.count - 1))
    case .assign(let target, let value, let line):
      let place = try location(target, line)
      tables.instructions.append(.assign(location: place, try self.value(value, line)))
    case .send(let definition): try add(definition)
    case .cancel(let id, let line):
      if let row = try given(id, line) { tables.instructions.append(.cancel(row)) }
    }
  }

  private mutating func add(_ branches: [Action.Branch], _ line: Int) throws(ChartFault) {
    var exits: [Int] = []
    for branch in branches {
      let test = tables.instructions.count
      let condition = try self.condition(branch.condition, line: line)
      tables.instructions.append(.test(condition, otherwise: test))
      _ = try instructions(branch.actions)
      exits.append(tables.instructions.count)
      tables.instructions.append(.jump(test))
      tables.instructions[test] = .test(condition, otherwise: tables.instructions.count)
    }
    for exit in exits { tables.instructions[exit] = .jump(tables.instructions.count) }
  }

  private mutating func add(_ loop: ForEachDefinition) throws(ChartFault) {
    let array = try expression(loop.array, loop.line)
    let item = (id: loop.item, location: try location(loop.item, loop.line))
    var index: (id: String, location: Int)?
    if let name = loop.index { index = (name, try location(name, loop.line)) }
    let place = tables.instructions.count
    tables.instructions.append(.jump(place))
    let body = try instructions(loop.actions)
    tables.loops.append(ContentTables.Loop(array: array, item: item, index: index, body: body))
    tables.instructions[place] = .forEach(tables.loops.count - 1)
  }

  private mutating func add(_ definition: SendDefinition) throws(ChartFault) {
    let line = definition.line
    var eventID: EventID?
    if case .literal(let name) = definition.event { eventID = try self.eventID(name, line) }
    if case .literal(EventProcessor.basicHTTP) = definition.type {
      throw ChartFault(line: line, reason: .unsupportedProcessor)
    }
    if case .literal(let text) = definition.delay, Duration(delay: text) == nil {
      throw ChartFault(line: line, reason: .malformedDelay(text))
    }
    if definition.delay != nil, definition.target == .literal("#_internal") {
      throw ChartFault(line: line, reason: .delayedToInternal)
    }
    var names: [ContentTables.Parameter] = []
    for name in definition.names { names.append(.init(name: name, source: .location(try location(name, line)))) }
    var idLocation: Int?
    if let text = definition.idLocation { idLocation = try location(text, line) }
    var payload: ContentTables.Payload?
    if let definition = definition.payload { payload = tables.payloads[try self.payload(definition)] }
    tables.sends.append(
      ContentTables.Send(
        event: try given(definition.event, line), eventID: eventID, target: try given(definition.target, line),
        type: try given(definition.type, line), delay: try given(definition.delay, line), id: definition.id,
        idLocation: idLocation, names: names, payload: payload))
    tables.instructions.append(.send(tables.sends.count - 1))
  }
}

extension Duration {
  /// Reads a delay: digits, optionally with a decimal point, and `s` or `ms` (CSS2 4.3.11, by SCXML 6.2.2).
  ///
  /// - Returns: `nil` for any other text, and for more than a century.
  init?(delay text: String) {
    let bytes = Array(text.utf8)
    let isMilli = bytes.suffix(2).elementsEqual("ms".utf8)
    guard isMilli || bytes.last == UInt8(ascii: "s") else { return nil }
    let number = bytes.dropLast(isMilli ? 2 : 1)
    let parts = number.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    let fraction = parts.count == 2 ? parts[1] : []
    let digits = parts[0] + fraction
    let isDecimal = digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard isDecimal, !digits.isEmpty, parts.count == 1 || !fraction.isEmpty, digits.count <= 15, fraction.count <= 9
    else { return nil }
    let value = digits.reduce(Int64(0)) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
    // A value of at most 15 digits fits into `Int64`. It is multiplied in two parts, so that each factor fits into 32
    // bits.
    let unit = fraction.reduce(isMilli ? Duration.milliseconds(1) : .seconds(1)) { unit, _ in unit / 10 }
    let whole = value / 1_000_000_000
    let delay = unit * Int(whole) * 1_000_000_000 + unit * Int(value % 1_000_000_000)
    guard delay <= .seconds(3_155_760_000) else { return nil }
    self = delay
  }
}
