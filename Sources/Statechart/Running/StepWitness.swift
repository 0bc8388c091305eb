/// Records the work of a machine. The machine is compiled for each type of witness, so a witness that records nothing
/// costs nothing.
protocol StepWitness: Sendable {
  /// Whether the witness needs every callback in order. False allows one bulk update without a callback for each state.
  static var watches: Bool { get }
  init(_ image: ChartImage)
  mutating func took(_ transition: Int)
  mutating func entered(_ state: Int)
  mutating func exited(_ state: Int)
  /// Records states that were entered in one bulk update. It is called only if `watches` is false.
  mutating func enteredAll(_ states: StateSet)
  /// Records that two transitions in different regions would both have exited some state. The transition whose region
  /// comes first in the document was taken.
  mutating func preferred(_ winner: Int, to loser: Int)
}

extension StepWitness {
  mutating func enteredAll(_ states: StateSet) {}
}

/// Records nothing.
struct Silence: StepWitness {
  static var watches: Bool { false }
  init(_ image: ChartImage) {}
  mutating func took(_ transition: Int) {}
  mutating func entered(_ state: Int) {}
  mutating func exited(_ state: Int) {}
  mutating func preferred(_ winner: Int, to loser: Int) {}
}

/// Records all transitions and states, in order.
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

/// Records the transitions that were taken, the states that were entered, both without their order, and the first race.
/// A search needs no more.
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

/// Records the transitions that a plain step takes, in order. The tables have the states that they enter.
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

/// Two enabled transitions in different regions, of which only one could be taken, because both would exit some state.
/// The transition whose region comes first in the document was taken. Neither transition itself shows this order.
/// Source: SCXML 3.13 and D, removeConflictingTransitions.
public struct Race: Hashable, Sendable {
  /// The transition that was taken.
  public let winner: TransitionID
  /// The transition that was not taken.
  public let loser: TransitionID
}
