/// One macrostep of a search: the configuration after it, the transitions that were taken and the states that were
/// entered.
public struct Move: Sendable {
  /// The configuration after the step.
  public let configuration: Configuration
  /// Whether a top-level final state is active.
  public let isFinished: Bool
  /// The number of the step's record, from 0 in each search. Two moves with equal numbers took the same transitions and
  /// entered the same states. So a caller can compute a result for a number once, and look it up later.
  public let index: Int
  /// The number of the configuration after the step, from 0 in each search.
  public let place: Int
  let record: MoveRecord

  /// The first race that document order decided in the step, if there was one.
  public var race: Race? { record.race }

  /// The transitions that were taken, each once, ordered by source.
  public var taken: TransitionIDs { TransitionIDs(left: record.taken) }

  /// The states that were entered, each once, in document order, including states that were exited again within the
  /// step.
  public var entered: StateIDs { StateIDs(left: record.entered) }
}

/// The transitions, states and race of one or more moves. Moves share a record, because many differ only in the
/// configuration after them.
final class MoveRecord: Sendable {
  let taken: StateSet
  let entered: StateSet
  let race: Race?

  init(taken: StateSet, entered: StateSet, race: Race? = nil) {
    self.taken = taken
    self.entered = entered
    self.race = race
  }
}

/// A sequence of states in document order.
public struct StateIDs: Sequence, IteratorProtocol, Sendable {
  var left: StateSet

  /// Returns the next state, and `nil` after the last.
  public mutating func next() -> StateID? { left.popFirst().map(StateID.init(rawValue:)) }
}

/// A sequence of transitions, ordered by the document order of their sources.
public struct TransitionIDs: Sequence, IteratorProtocol, Sendable {
  var left: StateSet

  /// Returns the next transition, and `nil` after the last.
  public mutating func next() -> TransitionID? { left.popFirst().map(TransitionID.init(rawValue:)) }
}
