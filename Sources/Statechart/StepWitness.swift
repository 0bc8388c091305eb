/// Takes notes of what a machine does; the silent one costs nothing.
protocol StepWitness: Sendable {
  /// Tells whether it wants to know: what nobody watches may be done all at once.
  static var watches: Bool { get }
  init(states: Int)
  mutating func took(_ transition: Int)
  mutating func entered(_ state: Int)
  mutating func exited(_ state: Int)
  /// Notes that two transitions would both have exited some state, neither source being inside the other: the region
  /// that stands first in the document has won.
  mutating func preferred(_ winner: Int, to loser: Int)
}

/// Notes nothing.
struct Silence: StepWitness {
  static var watches: Bool { false }
  init(states: Int) {}
  mutating func took(_ transition: Int) {}
  mutating func entered(_ state: Int) {}
  mutating func exited(_ state: Int) {}
  mutating func preferred(_ winner: Int, to loser: Int) {}
}

/// Notes everything, in order.
struct Account: StepWitness {
  static var watches: Bool { true }
  var taken: [TransitionID] = []
  var entered: [StateID] = []
  var exited: [StateID] = []

  init(states: Int) {}
  mutating func took(_ transition: Int) { taken.append(TransitionID(rawValue: transition)) }
  mutating func entered(_ state: Int) { entered.append(StateID(rawValue: state)) }
  mutating func exited(_ state: Int) { exited.append(StateID(rawValue: state)) }
  mutating func preferred(_ winner: Int, to loser: Int) {}
}

/// Notes what was taken, entered and raced for, but for the order of entries: as much as a proof needs.
struct Footprint: StepWitness {
  static var watches: Bool { true }
  var taken: [TransitionID] = []
  var entered: StateSet
  var race: Race?

  init(states: Int) { entered = StateSet(capacity: states) }
  mutating func took(_ transition: Int) { taken.append(TransitionID(rawValue: transition)) }
  mutating func entered(_ state: Int) { entered.insert(state) }
  mutating func exited(_ state: Int) {}
  mutating func preferred(_ winner: Int, to loser: Int) {
    race = race ?? Race(winner: TransitionID(rawValue: winner), loser: TransitionID(rawValue: loser))
  }
}

/// Tells of two transitions in different regions of which only one could be taken: the region that stands first in the
/// document has won, which nobody sees who looks at either. Source: SCXML 3.13 and D, removeConflictingTransitions.
public struct Race: Hashable, Sendable {
  /// Identifies the transition that was taken.
  public let winner: TransitionID
  /// Identifies the one that was not.
  public let loser: TransitionID
}

/// Tells what one macrostep did, as far as a proof asks.
public struct Move: Sendable {
  /// Holds where the machine stands now.
  public let configuration: Configuration
  /// Lists the transitions in the order in which they were taken, over all microsteps.
  public let taken: [TransitionID]
  /// Tells whether a top-level final state is active.
  public let isFinished: Bool
  /// Holds a race that document order has decided, if there was one.
  public let race: Race?
  let footprint: StateSet

  /// Lists the states that were entered, each once, in document order: also those that were left again on the way.
  public var entered: [StateID] {
    var entered: [StateID] = []
    var left = footprint
    while let state = left.popFirst() { entered.append(StateID(rawValue: state)) }
    return entered
  }
}
