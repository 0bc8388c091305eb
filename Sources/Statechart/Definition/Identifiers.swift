/// The number of a state of one chart, in document order.
///
/// It is valid only for the chart that it came from.
public struct StateID: RawRepresentable, Hashable, Comparable, Sendable {
  /// The index into `Chart.states`.
  public let rawValue: Int

  /// Makes an identifier from an index into `Chart.states`.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Orders states as the document does, ancestors before descendants (SCXML D, documentOrder).
  public static func < (left: StateID, right: StateID) -> Bool { left.rawValue < right.rawValue }
}

/// The number of a transition of one chart. Transitions are ordered by source state in document order, then by their
/// order in the state.
public struct TransitionID: RawRepresentable, Hashable, Comparable, Sendable {
  /// The index into `Chart.transitions`.
  public let rawValue: Int

  /// Makes an identifier from an index into `Chart.transitions`.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Orders transitions by their source state, then by their order in the state.
  public static func < (left: TransitionID, right: TransitionID) -> Bool { left.rawValue < right.rawValue }
}

/// The number of an event name in one chart.
///
/// The same descriptors of the chart match all names with one number, and a chart has finitely many numbers.
/// `Chart.event(_:)` returns the number of a name.
public struct EventID: Hashable, Sendable {
  /// The number of the name's node in the tree of `EventDescriptors`. The number 0 is the root: only the descriptor `*`
  /// matches such a name.
  let rawValue: Int
}
