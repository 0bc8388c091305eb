/// Steps a chart under a data model. Source: SCXML D and 5.
///
/// Like `Chart` it is a value without a clock or a queue of external events: `step` takes where a session stands and an
/// event, and gives where it stands then, and effects. `Session` is the simplest caller.
public struct Interpreter<Model: DataModel>: Sendable {
  /// Holds where a session stands.
  public struct State: Sendable {
    /// Holds the active states, and what histories remember.
    public let configuration: Configuration
    /// Holds what the data model keeps.
    public let store: Model.Store
    /// Tells who the session is.
    public let identity: SessionIdentity
    /// Tells whether a top-level final state is active, so that nothing can happen any more.
    public let isFinished: Bool

    let visited: StateSet
    let sends: Int
  }

  /// Tells what one macrostep came to and how it came there.
  public struct Step: Sendable {
    /// Holds where the session stands now.
    public let state: State
    /// Lists what the step asks of the world, in order: sends, cancels and logs.
    public let effects: [Effect<Model.Value>]
    /// Lists the transitions in the order in which they were taken, over all microsteps.
    public let taken: [TransitionID]
    /// Lists the states in the order in which they were entered.
    public let entered: [StateID]
    /// Lists the states in the order in which they were exited.
    public let exited: [StateID]
    /// Tells whether any transition was taken; true for the start.
    public let isHandled: Bool
    /// Holds the done data of the top-level final state, once it is entered and if it has any.
    public let result: Model.Value?
    /// Tells whether a top-level final state is active.
    public var isFinished: Bool { state.isFinished }
  }

  let program: Program<Model>

  /// Holds the compiled chart.
  public var chart: Chart { program.chart }

  /// Checks and compiles a definition, and has the data model read its expressions.
  ///
  /// - Parameters:
  ///   - definition: the chart as its document describes it; nothing about it is trusted.
  ///   - model: the data model, which has to be the one that the definition names.
  ///   - bound: how many microsteps, raised events and rounds of loops one macrostep may take.
  /// - Throws: `ChartFault` with the line of the first thing found wrong.
  public init(
    _ definition: ChartDefinition, _ model: Model, settlingWithin bound: Int = 10_000
  ) throws(ChartFault) {
    program = try Chart.compile(definition, model, settlingWithin: bound)
  }

  /// Opens a session: gives the data their values and enters the initial configuration.
  ///
  /// - Parameter session: identifies the session among all; it comes from the caller.
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

  /// Takes one external event, and everything that it sets off; after the end, nothing happens.
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
