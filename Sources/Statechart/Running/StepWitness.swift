/// Takes notes of what a machine does; the silent one costs nothing.
protocol StepWitness: Sendable {
  /// Tells whether it wants to know: what nobody watches may be done all at once.
  static var watches: Bool { get }
  init(_ image: ChartImage)
  mutating func took(_ transition: Int)
  mutating func entered(_ state: Int)
  mutating func exited(_ state: Int)
  /// Notes states that were entered all at once; only those that do not watch are told so.
  mutating func enteredAll(_ states: StateSet)
  /// Notes that two transitions would both have exited some state, neither source being inside the other: the region
  /// that stands first in the document has won.
  mutating func preferred(_ winner: Int, to loser: Int)
}

extension StepWitness {
  mutating func enteredAll(_ states: StateSet) {}
}

/// Notes nothing.
struct Silence: StepWitness {
  static var watches: Bool { false }
  init(_ image: ChartImage) {}
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

  init(_ image: ChartImage) {}
  mutating func took(_ transition: Int) { taken.append(TransitionID(rawValue: transition)) }
  mutating func entered(_ state: Int) { entered.append(StateID(rawValue: state)) }
  mutating func exited(_ state: Int) { exited.append(StateID(rawValue: state)) }
  mutating func preferred(_ winner: Int, to loser: Int) {}
}

/// Notes what was taken, entered and raced for, in no order: as much as a search needs.
struct Footprint: StepWitness {
  static var watches: Bool { false }
  var taken: StateSet
  var entered: StateSet
  var race: Race?

  init(_ image: ChartImage) {
    taken = StateSet(capacity: image.tables.transitions.count)
    entered = StateSet(capacity: image.tables.states.count)
  }
  mutating func took(_ transition: Int) { taken.insert(transition) }
  mutating func entered(_ state: Int) { entered.insert(state) }
  mutating func enteredAll(_ states: StateSet) { entered.formUnion(states) }
  mutating func exited(_ state: Int) {}
  mutating func preferred(_ winner: Int, to loser: Int) {
    race = race ?? Race(winner: TransitionID(rawValue: winner), loser: TransitionID(rawValue: loser))
  }
}

/// Notes which transitions a plain step takes, in order. What they enter follows from the tables.
struct TakenList: StepWitness {
  static var watches: Bool { false }
  private(set) var count = 0
  private var first = 0
  private var rest: [Int]?

  init(_ image: ChartImage) {}
  subscript(place: Int) -> Int { place == 0 ? first : rest?[place - 1] ?? first }
  mutating func took(_ transition: Int) {
    if count == 0 { first = transition } else { rest = (rest ?? []) + CollectionOfOne(transition) }
    count += 1
  }
  mutating func entered(_ state: Int) {}
  mutating func exited(_ state: Int) {}
  mutating func preferred(_ winner: Int, to loser: Int) {}
}

/// Tells of two transitions in different regions of which only one could be taken: the region that stands first in the
/// document has won, which nobody sees who looks at either. Source: SCXML 3.13 and D, removeConflictingTransitions.
public struct Race: Hashable, Sendable {
  /// Identifies the transition that was taken.
  public let winner: TransitionID
  /// Identifies the one that was not.
  public let loser: TransitionID
}
