/// One macrostep as a search sees it: where it leads, and what it took and entered on the way.
public struct Move: Sendable {
  /// The configuration after the step.
  public let configuration: Configuration
  /// Whether a top-level final state is active.
  public let isFinished: Bool
  /// Numbers what the step did, from 0 in each search: two moves with equal numbers took the same transitions and
  /// entered the same states. A caller can compute what follows from them once, and look it up by this number.
  public let index: Int
  /// Numbers the configuration after the step, from 0 in each search.
  public let place: Int
  let record: MoveRecord

  /// The first race that document order decided in the step, if there was one.
  public var race: Race? { record.race }

  /// The transitions that were taken, each once, ordered by source.
  public var taken: TransitionIDs { TransitionIDs(left: record.taken) }

  /// The states that were entered, each once, in document order, also those that were exited again within the step.
  public var entered: StateIDs { StateIDs(left: record.entered) }
}

/// What one or more moves of a search did. Moves share it, because many of them differ only in where they lead.
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
