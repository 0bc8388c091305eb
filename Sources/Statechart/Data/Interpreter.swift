/// Steps a chart under a data model. Source: SCXML D and 5.
///
/// It is a value without a clock or a queue of external events: `step` takes the state of a session and an event, and
/// returns the next state and effects. `Session` is the simplest caller.
public struct Interpreter<Model: DataModel>: Sendable {
  /// The state of a session.
  public struct State: Sendable {
    /// The active states, and what histories remember.
    public let configuration: Configuration
    /// The data of the session.
    public let store: Model.Store
    /// The identity of the session.
    public let identity: SessionIdentity
    /// Whether a top-level final state is active, so that nothing can happen any more.
    public let isFinished: Bool

    let visited: StateSet
    let sends: Int
  }

  /// The result of one macrostep, with everything that it took, entered and exited.
  public struct Step: Sendable {
    /// The state of the session after the step.
    public let state: State
    /// What the step asks of the caller, in order: sends, cancels and logs.
    public let effects: [Effect<Model.Value>]
    /// The transitions in the order in which they were taken, over all microsteps.
    public let taken: [TransitionID]
    /// The states in the order in which they were entered.
    public let entered: [StateID]
    /// The states in the order in which they were exited.
    public let exited: [StateID]
    /// Whether any transition was taken; true for the start.
    public let isHandled: Bool
    /// The done data of the top-level final state, once it is entered and if it has any.
    public let result: Model.Value?
    /// Whether a top-level final state is active.
    public var isFinished: Bool { state.isFinished }
  }

  let program: Program<Model>

  /// The compiled chart.
  public var chart: Chart { program.chart }

  /// Checks and compiles a definition. The data model reads its expressions.
  ///
  /// - Parameters:
  ///   - definition: the chart as its document describes it; nothing about it is trusted.
  ///   - model: the data model, the one that the definition names.
  ///   - bound: how many microsteps, raised events and rounds of loops one macrostep may take.
  /// - Throws: `ChartFault` with the line of the first fault.
  public init(
    _ definition: ChartDefinition, _ model: Model, settlingWithin bound: Int = 10_000
  ) throws(ChartFault) {
    program = try Chart.compile(definition, model, settlingWithin: bound)
  }

  /// Opens a session: evaluates the data and enters the initial configuration.
  ///
  /// - Parameter session: the identifier of the session, unique among the caller's sessions.
  /// - Throws: `ChartRunaway` where that does not settle.
  public func start(session: String) throws(ChartRunaway) -> Step {
    let identity = SessionIdentity(session: session, name: chart.name)
    let tables = chart.tables
    var machine = Machine<Model, Account>(
      chart.image, program, bound: chart.bound, session: identity, active: StateSet(capacity: tables.states.count),
      memory: StateSet(capacity: tables.memory), store: program.model.open(identity),
      visited: StateSet(capacity: tables.hasLateData ? tables.states.count : 0))
    try machine.start()
    return step(machine, identity, isStart: true)
  }

  /// Takes one external event, and everything that it sets off; after the end it changes nothing.
  ///
  /// - Throws: `ChartRunaway` where the event sets off what does not settle.
  public func step(_ state: State, _ event: Event<Model.Value>) throws(ChartRunaway) -> Step {
    var machine = Machine<Model, Account>(
      chart.image, program, bound: chart.bound, session: state.identity, active: state.configuration.active,
      memory: state.configuration.memory, store: state.store, visited: state.visited, sends: state.sends)
    if !state.isFinished { program.model.receive(event, in: &machine.store) }
    try machine.take(chart.event(event.name))
    return step(machine, state.identity, isStart: false)
  }

  private func step(_ machine: consuming Machine<Model, Account>, _ identity: SessionIdentity, isStart: Bool) -> Step {
    Step(
      state: State(
        configuration: Configuration(active: machine.active, memory: machine.memory), store: machine.store,
        identity: identity, isFinished: !machine.running, visited: machine.visited, sends: machine.sends),
      effects: machine.effects,
      taken: machine.witness.taken,
      entered: machine.witness.entered,
      exited: machine.witness.exited,
      isHandled: isStart || machine.moved,
      result: machine.result
    )
  }
}
