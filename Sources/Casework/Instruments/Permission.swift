/// What a state of a chart may permit.
public enum Permission: String, Sendable, Hashable, CaseIterable {
  /// Personal data may leave.
  case disclosure
  /// Personal data are kept that would otherwise be changed or erased.
  case preservation
}
