/// Steps a chart with a data model. Source: SCXML D and 5.
///
/// An interpreter is a value and has no clock and no queue of external events. `step` takes the state of a session and
/// an event, and returns the next state and effects. `Session` is the simplest caller.
public struct Interpreter<Model: DataModel>: Sendable {
  /// The state of a session.
  public struct State: Sendable {
    /// The active states, and the states that histories remember.
    public let configuration: Configuration
    /// The data of the session.
    public let store: Model.Store
    /// The identity of the session.
    public let identity: SessionIdentity
    /// Whether a top-level final state is active. Later events then change nothing.
    public let isFinished: Bool

    let visited: StateSet
    let sends: Int
  }

  /// The result of one macrostep, with the transitions that were taken and the states that were entered and exited.
  public struct Step: Sendable {
    /// The state of the session after the step.
    public let state: State
    /// The sends, cancels and logs that the caller must carry out, in order.
    public let effects: [Effect<Model.Value>]
    /// The transitions in the order in which they were taken, over all microsteps.
    public let taken: [TransitionID]
    /// The states in the order in which they were entered.
    public let entered: [StateID]
    /// The states in the order in which they were exited.
    public let exited: [StateID]
    /// Whether any transition was taken; true for the start.
    public let isHandled: Bool
    /// The done data of a top-level final state, in the step that enters it; `nil` in other steps and without done
    /// data.
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
  ///   - definition: the chart as its document describes it. It may come from an untrusted source.
  ///   - model: the data model that the definition names.
  ///   - bound: the most microsteps, raised events and rounds of loops, counted together, of one macrostep.
  /// - Throws: `ChartFault` with the line of the first fault.
  public init(
    _ definition: ChartDefinition, _ model: Model, settlingWithin bound: Int = 10_000
  ) throws(ChartFault) {
    program = try Chart.compile(definition, model, settlingWithin: bound)
  }

  /// Opens a session: evaluates the data and enters the initial configuration.
  ///
  /// - Parameter session: the identifier of the session, unique among the caller's sessions.
  /// - Throws: `ChartRunaway` if the start does not settle.
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

  /// Takes one external event, and every microstep that follows from it. After the end of the session the event changes
  /// nothing.
  ///
  /// - Throws: `ChartRunaway` if the macrostep does not settle.
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
