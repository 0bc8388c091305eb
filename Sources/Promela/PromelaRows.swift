import Statechart

/// Numbers the events of charts, beginning with those of the environment, and the sets of events that transitions
/// match.
struct PromelaNames {
  private var events: [String]
  private var numbers: [String: Int] = [:]
  private var descriptors: [[String]] = []
  private var sets: [[String]: Int] = [:]

  init(_ external: [String]) {
    events = []
    for event in external { _ = number(of: event) }
  }

  mutating func number(of event: String) -> Int {
    if let known = numbers[event] { return known }
    numbers[event] = events.count
    events.append(event)
    return events.count - 1
  }

  mutating func set(of descriptors: [String]) -> Int {
    if let known = sets[descriptors] { return known }
    sets[descriptors] = self.descriptors.count
    self.descriptors.append(descriptors)
    return self.descriptors.count - 1
  }

  /// Writes the sets. Every event must be numbered before.
  func text() -> String {
    var text = PromelaText.comment("Sets of these events: \(events.joined(separator: " "))") + "\n"
    for (index, descriptors) in descriptors.enumerated() {
      let bits = events.map { name in descriptors.contains { Self.matches($0, name) } ? "1" : "0" }.joined()
      text += "c_decl { static const char match_\(index)[] = \"\(bits)\"; }  "
      text += "\(PromelaText.comment(descriptors.joined(separator: " ")))\n"
    }
    return text + "\n"
  }

  // SCXML 3.12.1: whole tokens from the left; a trailing "." or ".*" changes nothing, and "*" matches everything.
  private static func matches(_ descriptor: String, _ name: String) -> Bool {
    var prefix = Array(descriptor.utf8)
    if prefix == Array("*".utf8) { return true }
    if prefix.suffix(2) == Array(".*".utf8)[...] { prefix.removeLast(2) }
    if prefix.last == UInt8(ascii: ".") { prefix.removeLast() }
    let name = Array(name.utf8)
    return name.starts(with: prefix) && (name.count == prefix.count || name[prefix.count] == UInt8(ascii: "."))
  }
}

/// Writes one chart as rows. In the rows, names are replaced by numbers in document order.
struct PromelaRows {
  private struct Place {
    let state: StateDefinition
    let parent: Int
    var end: Int
  }

  private(set) var states: [String] = []
  private(set) var transitions: [String] = []
  // The empty list comes first.
  private var lists = ["NONE"]
  private var numbers: [String: Int] = [:]
  private var initial = 0
  private let chart: ChartDefinition
  private let monitor: PromelaMonitor

  init(_ chart: ChartDefinition, _ monitor: PromelaMonitor, _ names: inout PromelaNames) throws(PromelaRefusal) {
    self.chart = chart
    self.monitor = monitor
    guard chart.dataModel == "null", chart.data.isEmpty else {
      throw PromelaRefusal(line: chart.line, reason: "only charts of the null data model are supported")
    }
    let places = Self.places(of: chart)
    guard places.count < 10_000 else {
      throw PromelaRefusal(line: chart.line, reason: "charts of 10000 states or more are not supported")
    }
    for (index, place) in places.enumerated() {
      if let id = place.state.id { numbers[id] = index }
    }
    initial = list(try start(chart.initial, first: 0))
    for (index, place) in places.enumerated() { try write(index, place, &names) }
  }

  private static func places(of chart: ChartDefinition) -> [Place] {
    var places: [Place] = []
    var open = chart.states.reversed().map { (state: $0, parent: -1) }
    while let (state, parent) = open.popLast() {
      open += state.children.reversed().map { (state: $0, parent: places.count) }
      places.append(Place(state: state, parent: parent, end: places.count + 1))
    }
    for index in places.indices.reversed() where places[index].parent >= 0 {
      let parent = places[index].parent
      places[parent].end = max(places[parent].end, places[index].end)
    }
    return places
  }

  private mutating func write(_ index: Int, _ place: Place, _ names: inout PromelaNames) throws(PromelaRefusal) {
    let state = place.state
    let kind: String
    switch state.kind {
    case .history: throw PromelaRefusal(line: state.line, reason: "histories are not supported")
    case .final: kind = "FINAL"
    case .parallel: kind = "PARALLEL"
    case .state: kind = state.children.isEmpty ? "ATOMIC" : "COMPOUND"
    }
    guard state.data.isEmpty, state.doneData == nil else {
      throw PromelaRefusal(line: state.line, reason: "data are not supported")
    }
    let first = transitions.count
    for transition in state.transitions { try write(transition, index, &names) }
    let parts = [
      place.end, first, transitions.count,
      list(kind == "COMPOUND" ? try start(state.initial, first: index + 1) : []),
      list(try raised(state.initial?.actions ?? [], line: state.line, &names)),
      list(try raised(state.onEntry.flatMap { $0 }, line: state.line, &names)),
      list(try raised(state.onExit.flatMap { $0 }, line: state.line, &names)),
      // A state without a name gets its number in parentheses as its name, so that its event is its own.
      state.children.isEmpty ? -1 : names.number(of: "done.state." + (state.id ?? "(\(index))")),
    ]
    let row = "\(place.parent), \(kind), \(parts.map(String.init).joined(separator: ", "))"
    let columns = Self.columns(monitor.stateColumns.map { $0(state) })
    states.append("{ \(row), \(columns) },  " + PromelaText.comment("\(index): \(state.id ?? "-"), line \(state.line)"))
  }

  private mutating func write(
    _ transition: TransitionDefinition, _ source: Int, _ names: inout PromelaNames
  ) throws(PromelaRefusal) {
    var condition = -1
    switch transition.condition {
    case nil: break
    case .inState(let id): condition = try number(of: id, transition.line)
    case .expression: throw PromelaRefusal(line: transition.line, reason: "expressions are not supported")
    }
    var targets: [Int] = []
    for id in transition.targets { targets.append(try number(of: id, transition.line)) }
    let set = transition.events.isEmpty ? "0" : "match_\(names.set(of: transition.events))"
    let parts = [
      condition, list(targets), transition.isInternal ? 1 : 0,
      list(try raised(transition.actions, line: transition.line, &names)),
    ]
    let row = "\(source), \(set), \(parts.map(String.init).joined(separator: ", "))"
    let columns = Self.columns(monitor.transitionColumns.map { $0(transition, chart) })
    transitions.append(
      "{ \(row), \(columns) },  " + PromelaText.comment("\(transitions.count): line \(transition.line)"))
  }

  private func start(_ initial: InitialDefinition?, first: Int) throws(PromelaRefusal) -> [Int] {
    guard let initial else { return [first] }
    var targets: [Int] = []
    for id in initial.targets { targets.append(try number(of: id, initial.line)) }
    return targets
  }

  private func number(of id: String, _ line: Int) throws(PromelaRefusal) -> Int {
    guard let number = numbers[id] else { throw PromelaRefusal(line: line, reason: "no state has the id '\(id)'") }
    return number
  }

  private func raised(
    _ actions: [Action], line: Int, _ names: inout PromelaNames
  ) throws(PromelaRefusal) -> [Int] {
    var events: [Int] = []
    for action in actions {
      guard case .raise(let name, line: _) = action else {
        throw PromelaRefusal(line: line, reason: "executable content other than <raise> is not supported")
      }
      events.append(names.number(of: name))
    }
    return events
  }

  private mutating func list(_ items: [Int]) -> Int {
    guard !items.isEmpty else { return 0 }
    defer { lists += items.map(String.init) + ["NONE"] }
    return lists.count
  }

  static func columns(_ values: [Int]) -> String {
    "{ \(values.isEmpty ? "0" : values.map(String.init).joined(separator: ", ")) }"
  }

  /// Writes the rows in blocks, because `spin` limits the size of one piece of embedded C.
  func text(_ number: Int) -> String {
    var text = PromelaText.comment("\(number): \(chart.name)") + "\n"
    text += Self.blocks("static const short list_\(number)[]", lists.map { $0 + "," })
    text += Self.blocks("static const struct state state_\(number)[]", states)
    text += Self.blocks("static const struct transition transition_\(number)[]", transitions)
    let chartColumns = Self.columns(monitor.chartColumns.map { $0(chart) })
    text += "c_decl { static const int column_\(number)[] = \(chartColumns);\n"
    let counts = "\(states.count), \(transitions.count), \(initial)"
    let tables = ["state", "transition", "list", "column"].map { "\($0)_\(number)" }.joined(separator: ", ")
    let last = number == 0 ? "0" : "&chart_\(number - 1)"
    text += "static const struct chart chart_\(number) = { \(counts), \(tables), \(last) }; }\n\n"
    return text
  }

  private static func blocks(_ declaration: String, _ rows: [String]) -> String {
    "c_decl { \(declaration) = {\n\(rows.map { "  \($0)\n" }.joined()) }; }\n"
  }
}
