/// Tells what one macrostep did, as far as a proof asks.
///
/// A search keeps one for each configuration and event and meets it again with every monitor, so it is shared instead of
/// copied; it never changes.
public final class Move: Sendable {
  /// Holds where the machine stands now.
  public let configuration: Configuration
  /// Tells whether a top-level final state is active.
  public let isFinished: Bool
  /// Holds a race that document order has decided, if there was one.
  public let race: Race?
  /// Numbers the moves of one search from 0: a caller can keep what follows from a move, and look it up by this.
  public let index: Int
  /// Identifies the one transition that was taken, where what it enters is always the same and nothing followed: then
  /// what a caller makes of `taken` and `entered` is always the same too.
  public let plain: TransitionID?
  let footprint: StateSet
  let transitions: StateSet

  init(
    _ configuration: Configuration, isFinished: Bool, _ footprint: Footprint, index: Int, plain: TransitionID? = nil
  ) {
    self.plain = plain
    self.configuration = configuration
    self.isFinished = isFinished
    self.index = index
    race = footprint.race
    transitions = footprint.taken
    self.footprint = footprint.entered
  }

  /// Lists the transitions that were taken, each once, in no order.
  public var taken: TransitionIDs { TransitionIDs(left: transitions) }

  /// Lists the states that were entered, each once, in document order: also those that were left again on the way.
  public var entered: StateIDs { StateIDs(left: footprint) }
}

/// Lists states in document order.
public struct StateIDs: Sequence, IteratorProtocol, Sendable {
  var left: StateSet

  /// Gives the next one.
  public mutating func next() -> StateID? { left.popFirst().map(StateID.init(rawValue:)) }
}

/// Lists transitions by source in document order.
public struct TransitionIDs: Sequence, IteratorProtocol, Sendable {
  var left: StateSet

  /// Gives the next one.
  public mutating func next() -> TransitionID? { left.popFirst().map(TransitionID.init(rawValue:)) }
}
