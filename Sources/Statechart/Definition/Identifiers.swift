/// The number of a state of one chart, in document order.
///
/// It has a meaning only together with the chart that it came from.
public struct StateID: RawRepresentable, Hashable, Comparable, Sendable {
  /// The index into `Chart.states`.
  public let rawValue: Int

  /// Makes an identifier from an index into `Chart.states`.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Orders states as the document does, ancestors before descendants (SCXML D, documentOrder).
  public static func < (left: StateID, right: StateID) -> Bool { left.rawValue < right.rawValue }
}

/// The number of a transition of one chart: by source state in document order, then by place within it.
public struct TransitionID: RawRepresentable, Hashable, Comparable, Sendable {
  /// The index into `Chart.transitions`.
  public let rawValue: Int

  /// Makes an identifier from an index into `Chart.transitions`.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Orders transitions by their source, then by their place within it.
  public static func < (left: TransitionID, right: TransitionID) -> Bool { left.rawValue < right.rawValue }
}

/// The number of an event name, as far as one chart can tell names apart.
///
/// Two names that no descriptor of the chart distinguishes have one number, so a chart has finitely many.
/// `Chart.event(_:)` looks them up.
public struct EventID: Hashable, Sendable {
  /// The place in the preorder of the descriptors' tokens; 0 is every name that only `*` matches.
  let rawValue: Int
}
