/// A permission that a state of a chart may give.
public enum Permission: String, Sendable, Hashable, CaseIterable {
  /// Personal data may leave.
  case disclosure
  /// Personal data are kept and neither changed nor erased.
  case preservation
}
