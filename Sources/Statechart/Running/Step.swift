/// The result of one macrostep, under the null data model.
public struct Step: Sendable, Equatable {
  /// The configuration after the step.
  public let configuration: Configuration
  /// The sends, cancels and logs that the caller must carry out, in order.
  public let effects: [Effect<Never>]
  /// Whether any transition was taken; true for the start.
  public let isHandled: Bool
  /// Whether a top-level final state is active. Later events then change nothing.
  public let isFinished: Bool
}

/// The result of one macrostep, with the transitions that were taken and the states that were entered and exited.
public struct TracedStep: Sendable, Equatable {
  /// The configuration after the step.
  public let configuration: Configuration
  /// The sends, cancels and logs that the caller must carry out, in order.
  public let effects: [Effect<Never>]
  /// The transitions in the order in which they were taken, over all microsteps.
  public let taken: [TransitionID]
  /// The states in the order in which they were entered. A state that was entered twice is listed twice.
  public let entered: [StateID]
  /// The states in the order in which they were exited.
  public let exited: [StateID]
  /// Whether any transition was taken; true for the start.
  public let isHandled: Bool
  /// Whether a top-level final state is active. Later events then change nothing.
  public let isFinished: Bool
}

/// Steps a chart without data. A step is a function: it takes a configuration and an event, and returns a configuration
/// and effects. Time, queues and randomness belong to the caller.
///
/// Most untraced steps of a chart of up to 128 states allocate no memory.
extension Chart {
  /// Enters the initial configuration, and takes every microstep that follows without an external event.
  ///
  /// - Throws: `ChartRunaway` if the start does not settle within `bound`.
  public func start() throws(ChartRunaway) -> Step { Step(try started(Silence.self), isStart: true) }

  /// Takes one external event, and every microstep that follows from it.
  ///
  /// An event that enables no transition, or that comes after the end, changes nothing and is no error: `isHandled` is
  /// false. The machine itself raises the events that start with `done.state.` or `error.`, and the caller must not
  /// send them.
  ///
  /// - Parameter configuration: the configuration before the event. A configuration of another chart is a programming
  ///   error and can stop the program.
  /// - Throws: `ChartRunaway` if the macrostep does not settle within `bound`.
  public func step(_ configuration: Configuration, _ event: EventID) throws(ChartRunaway) -> Step {
    let active = configuration.active
    // A step after the end is unhandled: only a final state is then active at the top level, and it has no transitions.
    var silence = Silence(image)
    switch image.plainStep(active, event, &silence) {
    case .moved(let after):
      return Step(
        configuration: Configuration(active: after, memory: configuration.memory), effects: [], isHandled: true,
        isFinished: false)
    case .unhandled:
      return Step(
        configuration: configuration, effects: [], isHandled: false, isFinished: !active.isDisjoint(with: tables.ends))
    case .extraordinary: return Step(try stepped(configuration, event, Silence.self), isStart: false)
    }
  }

  /// Takes one external event by its name, with the same rules as the step by identifier.
  public func step(_ configuration: Configuration, _ event: String) throws(ChartRunaway) -> Step {
    try step(configuration, self.event(event))
  }

  /// Enters the initial configuration, and returns the transitions that were taken and the states that were entered.
  public func tracedStart() throws(ChartRunaway) -> TracedStep {
    TracedStep(try started(Account.self), isStart: true)
  }

  /// Takes one external event, and returns the transitions that were taken and the states that were entered and exited.
  public func tracedStep(_ configuration: Configuration, _ event: EventID) throws(ChartRunaway) -> TracedStep {
    TracedStep(try stepped(configuration, event, Account.self), isStart: false)
  }

  /// Takes one external event by its name, and returns the transitions that were taken and the states that were entered
  /// and exited.
  public func tracedStep(_ configuration: Configuration, _ event: String) throws(ChartRunaway) -> TracedStep {
    try tracedStep(configuration, self.event(event))
  }

  /// Enters the initial configuration, and records the transitions, states and race that a search needs.
  func footprintOfStart() throws(ChartRunaway) -> FootprintStep { FootprintStep(try started(Footprint.self)) }

  /// Takes one external event, and records the transitions, states and race that a search needs. Returns `nil` if no
  /// transition was taken.
  func footprintOfStep(_ configuration: Configuration, _ event: EventID) throws(ChartRunaway) -> FootprintStep? {
    let machine = try stepped(configuration, event, Footprint.self)
    return machine.moved ? FootprintStep(machine) : nil
  }

  /// Stops the program if the size of a configuration shows that it belongs to another chart.
  func requireOwn(_ configuration: Configuration) {
    precondition(
      configuration.active.room == StateSet.room(for: tables.states.count)
        && configuration.memory.room == StateSet.room(for: tables.memory),
      "the configuration belongs to another chart"
    )
  }

  private func started<Witness>(_: Witness.Type) throws(ChartRunaway) -> Machine<NullDataModel, Witness> {
    var machine = Machine<NullDataModel, Witness>(
      image, nil, bound: bound, active: StateSet(capacity: tables.states.count),
      memory: StateSet(capacity: tables.memory), store: NullDataModel.Store(), visited: StateSet(capacity: 0))
    try machine.start()
    return machine
  }

  private func stepped<Witness>(
    _ configuration: Configuration, _ event: EventID, _: Witness.Type
  ) throws(ChartRunaway) -> Machine<NullDataModel, Witness> {
    requireOwn(configuration)
    var machine = Machine<NullDataModel, Witness>(
      image, nil, bound: bound, active: configuration.active, memory: configuration.memory,
      store: NullDataModel.Store(), visited: StateSet(capacity: 0))
    try machine.take(event)
    return machine
  }
}

extension Step {
  fileprivate init(_ machine: consuming Machine<NullDataModel, Silence>, isStart: Bool) {
    configuration = Configuration(active: machine.active, memory: machine.memory)
    effects = machine.effects
    self.isHandled = isStart || machine.moved
    isFinished = !machine.running
  }
}

extension TracedStep {
  fileprivate init(_ machine: consuming Machine<NullDataModel, Account>, isStart: Bool) {
    configuration = Configuration(active: machine.active, memory: machine.memory)
    effects = machine.effects
    taken = machine.witness.taken
    entered = machine.witness.entered
    exited = machine.witness.exited
    self.isHandled = isStart || machine.moved
    isFinished = !machine.running
  }
}

/// The result of a machine's step, as far as a search needs it.
struct FootprintStep {
  let configuration: Configuration
  let isFinished: Bool
  let footprint: Footprint

  fileprivate init(_ machine: consuming Machine<NullDataModel, Footprint>) {
    configuration = Configuration(active: machine.active, memory: machine.memory)
    isFinished = !machine.running
    footprint = machine.witness
  }
}
