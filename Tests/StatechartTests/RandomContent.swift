import Statechart

// The executable content of random charts (SCXML 4 and 6).

extension RandomChart {
  static let names = ["one", "two"]

  mutating func block() -> [Action] { random.chance(28) ? actions(random.pick([1, 1, 2])) : [] }

  mutating func actions(_ count: Int, depth: Int = 0) -> [Action] {
    var actions: [Action] = []
    for _ in 0..<count { actions.append(action(depth)) }
    return actions
  }

  private mutating func action(_ depth: Int) -> Action {
    let draw = Int.random(in: 0..<(values ? 160 : 100), using: &random)
    switch draw {
    case ..<20: return .raise(random.pick(Self.raised), line: 1)
    case ..<40 where depth < 2: return .choose(branches(depth), line: 1)
    case ..<60: return .log(label: random.chance(80) ? "label \(draw)" : nil, expression: logged(), line: 1)
    case ..<93: return .send(send())
    case ..<100: return .cancel(id: given(Self.names), line: 1)
    case ..<145: return assignment()
    default: return depth < 2 ? .forEach(loop(depth)) : assignment()
    }
  }

  private mutating func branches(_ depth: Int) -> [Action.Branch] {
    var branches: [Action.Branch] = []
    for _ in 0..<random.pick([1, 1, 2, 3]) {
      branches.append(Action.Branch(condition: condition(mayFail: true), actions: actions(1, depth: depth + 1)))
    }
    if random.chance(50) { branches.append(Action.Branch(condition: nil, actions: actions(1, depth: depth + 1))) }
    return branches
  }

  private mutating func logged() -> String? { values && random.chance(70) ? expression() : nil }

  private mutating func assignment() -> Action {
    // `x` and `y` mostly stay numbers, so that not every sum and comparison faults.
    if random.chance(60) {
      return .assign(location: random.pick(["x", "y"]), value: .expression(sum()), line: 1)
    }
    let value: DataDefinition.Value =
      switch Int.random(in: 0..<20, using: &random) {
      case 0: .none
      case 1: .unavailable
      case 2..<6: .text("text")
      default: .expression(expression())
      }
    return .assign(location: location(), value: value, line: 1)
  }

  private mutating func loop(_ depth: Int) -> ForEachDefinition {
    ForEachDefinition(
      array: random.chance(75) ? "xs" : random.chance(60) ? list() : expression(),
      item: random.chance(93) ? random.pick(["item", "z", "x"]) : "locked",
      index: random.chance(60) ? (random.chance(93) ? random.pick(["index", "y"]) : "locked") : nil,
      actions: actions(random.pick([1, 2]), depth: depth + 1),
      line: 1
    )
  }

  // MARK: sends

  private mutating func send() -> SendDefinition {
    var send = SendDefinition(event: given(Self.events), line: 1)
    let mayWait = target(&send)
    if random.chance(15) { send.type = given(["scxml", EventProcessor.scxml, "scxml", "telepathy"]) }
    if mayWait, random.chance(40) {
      let delay = random.pick(["2s", "1.5s", ".5s", "200ms", "0s", "12.75ms"])
      // A malformed literal delay would be refused when the chart is loaded.
      let said = values && random.chance(30) ? random.pick([delay, delay, "soon", "1", "-1s", "1.s", "s"]) : nil
      send.delay = said.map { .expression("'" + $0) } ?? .literal(delay)
    }
    if random.chance(40) { send.id = random.pick(Self.names) }
    guard values else { return send }
    if send.id == nil, random.chance(25) { send.idLocation = random.pick(["z", "z", "z", "item", "locked"]) }
    if random.chance(20) {
      send.payload = .content(contentValue(), line: 1)
    } else {
      if random.chance(40) { send.payload = .parameters(parameters()) }
      if random.chance(20) { send.names = [location(), "x"] }
    }
    return send
  }

  /// Draws the target of a send. Returns whether the send may have a delay.
  private mutating func target(_ send: inout SendDefinition) -> Bool {
    switch Int.random(in: 0..<100, using: &random) {
    case ..<50: return true
    case ..<65:
      send.event = given(Self.raised)
      send.target = given(["#_internal"])
      return false
    case ..<80: send.target = given([values ? "#_scxml_me" : "#_scxml_you"])
    case ..<92: send.target = given(["#_parent", "#_scxml_you", "#_child"])
    default: send.target = given(["mailto:nobody", "nobody"])
    }
    return true
  }

  /// Returns one of the texts as a literal or, if the data model allows it, as an expression that may fault.
  private mutating func given(_ texts: [String]) -> Given {
    let text = random.pick(texts)
    guard values, random.chance(30) else { return .literal(text) }
    return .expression(random.chance(90) ? "'" + text : random.pick(["fail", "xs", "unknown"]))
  }
}
