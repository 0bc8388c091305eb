/// Tells what one macrostep did.
public struct Step: Sendable, Equatable {
  /// Holds the states that are active now.
  public let configuration: Configuration
  /// Lists the transitions in the order in which they were taken, over all microsteps.
  public let taken: [TransitionID]
  /// Lists the states in the order in which they were entered; one entered twice stands twice.
  public let entered: [StateID]
  /// Lists the states in the order in which they were exited.
  public let exited: [StateID]
  /// Tells whether the external event itself enabled some transition; true for the start.
  public let isHandled: Bool
  /// Tells whether a top-level final state is active, so that nothing can happen any more.
  public let isFinished: Bool
}

/// Says that a macrostep did not settle: its transitions keep enabling one another.
public struct ChartRunaway: Error, Sendable, Equatable {
  /// Tells how many microsteps and raised events were allowed.
  public let bound: Int
  /// Lists the states that were entered on the way, each once, in the order of their first entry.
  public let states: [StateID]
  /// Lists the transitions that were taken on the way, each once, in the order of their first taking.
  public let transitions: [TransitionID]
}

/// Runs macrosteps. Implements SCXML D: interpret and mainEventLoop, cut where they would wait for an external event.
///
/// When a top-level final state is entered, the rest of the internal queue is dropped and the configuration is kept:
/// it is the answer, and the exits of exitInterpreter could no longer be observed.
extension Chart {
  /// Enters the initial configuration and everything that follows without an external event.
  ///
  /// - Throws: `ChartRunaway` where that does not settle within `bound`.
  public func start() throws(ChartRunaway) -> Step {
    var machine = Machine(active: StateSet(capacity: tables.states.count))
    var entry = EntrySet(tables)
    entry.add(tables.targets[tables.initial], inside: 0..<tables.states.count, tables)
    enter(entry, &machine)
    return try settle(&machine, isHandled: true)
  }

  /// Takes one external event and everything that it sets off.
  ///
  /// An event that enables nothing, or that comes after the end, changes nothing and is not an error: `isHandled` is
  /// false. Names that start with `done.state.` are the machine's own; it is for the caller not to send them.
  ///
  /// - Parameter configuration: where the machine stands; a configuration of a larger or smaller chart is a mistake
  ///   in the program, and stops it.
  /// - Throws: `ChartRunaway` where the event sets off what does not settle within `bound`.
  public func step(_ configuration: Configuration, _ event: String) throws(ChartRunaway) -> Step {
    try step(configuration, self.event(event))
  }

  /// Takes one external event that was interned before, and everything that it sets off.
  ///
  /// See `step(_:_:)` for its rules.
  public func step(_ configuration: Configuration, _ event: EventID) throws(ChartRunaway) -> Step {
    precondition(
      configuration.active.room == StateSet.room(for: tables.states.count),
      "the configuration belongs to another chart"
    )
    var machine = Machine(active: configuration.active)
    machine.running = !isFinished(configuration.active)
    let transitions = machine.running ? enabledTransitions(in: machine.active, on: event) : []
    if !transitions.isEmpty { microstep(transitions, &machine) }
    return try settle(&machine, isHandled: !transitions.isEmpty)
  }

  private func settle(_ machine: inout Machine, isHandled: Bool) throws(ChartRunaway) -> Step {
    while machine.running, isHandled {
      if machine.effort > bound { throw runaway(machine) }
      var transitions = enabledTransitions(in: machine.active, on: nil)
      if transitions.isEmpty {
        guard let event = machine.nextInternalEvent() else { break }
        transitions = enabledTransitions(in: machine.active, on: event)
      }
      if !transitions.isEmpty { microstep(transitions, &machine) }
    }
    return Step(
      configuration: Configuration(active: machine.active),
      taken: machine.taken,
      entered: machine.entered,
      exited: machine.exited,
      isHandled: isHandled,
      isFinished: !machine.running
    )
  }

  private func isFinished(_ active: StateSet) -> Bool {
    var state = 0
    while state < tables.states.count {
      if tables.states[state].kind == .final, active.contains(state) { return true }
      state = tables.states[state].descendants.upperBound
    }
    return false
  }

  private func runaway(_ machine: Machine) -> ChartRunaway {
    func distinct<ID: Hashable>(_ ids: [ID]) -> [ID] {
      var seen: Set<ID> = []
      return ids.filter { seen.insert($0).inserted }
    }
    return ChartRunaway(bound: bound, states: distinct(machine.entered), transitions: distinct(machine.taken))
  }
}
