import Statechart

// The data of random charts and the expressions over them (SCXML 5), in the language of `IntegerModel`.

extension RandomChart {
  mutating func chartData() -> [DataDefinition] {
    [
      DataDefinition(id: "x", value: .expression("\(Int.random(in: 0..<4, using: &random))"), line: 1),
      DataDefinition(id: "y", value: .expression("x + 1"), line: 2),
      DataDefinition(id: "z", value: initialValue(), line: 3),
      DataDefinition(id: "xs", value: .expression(list()), line: 4),
    ]
  }

  mutating func stateData(_ index: Int) -> [DataDefinition] {
    guard random.chance(25) else { return [] }
    return [DataDefinition(id: "d\(index)", value: initialValue(), line: 1)]
  }

  private mutating func initialValue() -> DataDefinition.Value {
    switch Int.random(in: 0..<12, using: &random) {
    case 0: .none
    case 1: .unavailable
    case 2: .text("17")
    default: .expression(expression())
    }
  }

  // MARK: expressions

  mutating func expression() -> String {
    switch Int.random(in: 0..<100, using: &random) {
    case ..<20: "\(Int.random(in: 0..<5, using: &random))"
    case ..<45: location()
    case ..<65: sum()
    case ..<75: list()
    case ..<85: random.pick(["event.data", "event.name", "event.sendid"])
    case ..<93: "'" + random.pick(Self.events)
    default: random.pick(["fail", "unknown", "xs + 1"])
    }
  }

  mutating func sum() -> String {
    random.chance(96) ? "\(random.pick(["x", "y"])) + \(random.pick(["1", "2", "-3"]))" : "xs + 1"
  }

  mutating func list() -> String {
    random.pick(["list", "list 1", "list 1 2 3", "list x y", "list 'a xs", "list 0 unknown"])
  }

  /// Returns a location to read or write. Some locations do not always exist.
  mutating func location() -> String {
    switch Int.random(in: 0..<100, using: &random) {
    case ..<20: "x"
    case ..<50: "z"
    case ..<60: "xs"
    case ..<75: stateName().map { "d" + $0.dropFirst() } ?? "z"
    case ..<85: "item"
    case ..<95: "index"
    default: "locked"
    }
  }

  mutating func condition(mayFail: Bool) -> Condition? {
    guard values else { return stateName().map(Condition.inState) }
    let draw = Int.random(in: 0..<100, using: &random)
    switch draw {
    case ..<20: return stateName().map(Condition.inState)
    case ..<40: return stateName().map { .expression("In " + $0) }
    case ..<75: return .expression("\(random.pick(["x", "y"])) < \(Int.random(in: 0..<5, using: &random))")
    case ..<90: return .expression("event = " + random.pick(Self.events))
    default: return .expression(mayFail ? random.pick(["fail", "xs < 1", "x"]) : "In nowhere")
    }
  }

  // MARK: payloads

  mutating func doneData() -> PayloadDefinition? {
    guard random.chance(60) else { return nil }
    guard values else { return random.chance(50) ? .parameters([]) : .content(.none, line: 1) }
    return random.chance(40) ? .content(contentValue(), line: 1) : .parameters(parameters())
  }

  mutating func contentValue() -> DataDefinition.Value {
    switch Int.random(in: 0..<12, using: &random) {
    case 0: .none
    case 1: .unavailable
    case 2..<5: .text("17")
    default: .expression(expression())
    }
  }

  mutating func parameters() -> [PayloadDefinition.Parameter] {
    var parameters: [PayloadDefinition.Parameter] = []
    for name in ["p", "q", "p"].prefix(random.pick([0, 1, 2, 3])) {
      let source: PayloadDefinition.Parameter.Source =
        random.chance(50) ? .expression(expression()) : .location(location())
      parameters.append(PayloadDefinition.Parameter(name: name, source: source, line: 1))
    }
    return parameters
  }
}
