import Statechart

// Short functions to define charts, and to step through them by name.

extension StateDefinition {
  static func state(
    _ id: String?, initial: String? = nil, initialRaises: [String] = [], on: [TransitionDefinition] = [],
    entry: [String] = [], exit: [String] = [], line: Int = 1, _ children: StateDefinition...
  ) -> StateDefinition {
    StateDefinition(
      id: id,
      initial: initial.map { InitialDefinition(targets: words($0), actions: raise(initialRaises), line: line) },
      children: children,
      transitions: on,
      onEntry: entry.map { raise([$0]) },
      onExit: exit.map { raise([$0]) },
      line: line
    )
  }

  static func parallel(
    _ id: String?, on: [TransitionDefinition] = [], entry: [String] = [], exit: [String] = [], line: Int = 1,
    _ children: StateDefinition...
  ) -> StateDefinition {
    StateDefinition(
      id: id,
      kind: .parallel,
      children: children,
      transitions: on,
      onEntry: entry.map { raise([$0]) },
      onExit: exit.map { raise([$0]) },
      line: line
    )
  }

  static func final(_ id: String?, entry: [String] = [], line: Int = 1) -> StateDefinition {
    StateDefinition(id: id, kind: .final, onEntry: entry.map { raise([$0]) }, line: line)
  }
}

func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

func raise(_ events: [String]) -> [Action] { events.map { .raise($0, line: 1) } }

func on(
  _ events: String, to targets: String = "", in state: String? = nil, isInternal: Bool = false, raises: [String] = [],
  line: Int = 1
) -> TransitionDefinition {
  TransitionDefinition(
    events: words(events),
    condition: state.map(Condition.inState),
    targets: words(targets),
    isInternal: isInternal,
    actions: raise(raises),
    line: line
  )
}

func always(to targets: String = "", in state: String? = nil, raises: [String] = []) -> TransitionDefinition {
  on("", to: targets, in: state, raises: raises)
}

func definition(initial: String? = nil, _ states: [StateDefinition]) -> ChartDefinition {
  ChartDefinition(
    name: "test",
    initial: initial.map { InitialDefinition(targets: words($0), line: 1) },
    states: states,
    line: 1
  )
}

func chart(initial: String? = nil, _ states: StateDefinition...) throws -> Chart {
  try Chart(definition(initial: initial, states), settlingWithin: 200)
}

/// Steps through a chart, and gives the result as names of states.
struct Walk {
  let chart: Chart
  private(set) var step: TracedStep

  init(_ chart: Chart) throws {
    self.chart = chart
    step = try chart.tracedStart()
  }

  init(initial: String? = nil, _ states: StateDefinition...) throws {
    try self.init(Chart(definition(initial: initial, states), settlingWithin: 200))
  }

  mutating func send(_ event: String) throws { step = try chart.tracedStep(step.configuration, event) }

  var active: String { names(step.configuration.states) }
  var entered: String { names(step.entered) }
  var exited: String { names(step.exited) }
  var taken: String { step.taken.map { name(chart.transitions[$0.rawValue].source) }.joined(separator: " ") }

  private func names(_ ids: [StateID]) -> String { ids.map(name).joined(separator: " ") }
  private func name(_ id: StateID) -> String { chart.states[id.rawValue].name ?? "-" }
}
