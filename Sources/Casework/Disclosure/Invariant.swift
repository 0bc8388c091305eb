/// What must always hold, by name. `Invariants` in the documentation says where each is held and tested.
public enum Invariant: String, Sendable, Hashable, CaseIterable {
  /// Every disclosure goes through one function.
  case oneGate = "I1"
  /// No permit without a verified legal basis.
  case verifiedBasis = "I2"
  /// Only a pass counts.
  case notCheckedIsNotPassed = "I3"
  /// Whoever prepared a case does not approve it.
  case fourEyes = "I4"
  /// An approval names exactly what leaves.
  case exactBytes = "I5"
  /// What is released is within what was collected, granted and asked.
  case scopeOnlyNarrows = "I6"
  /// No entry is changed, removed or moved.
  case historyOnlyGrows = "I7"
  /// Every act is signed with the key of a person.
  case signedByAPerson = "I8"
  /// A workflow is proved before it is used.
  case provableWorkflows = "I9"
  /// A permit is spent once.
  case once = "I10"
  /// Personal data can be made unreadable for ever.
  case forgettable = "I11"
  /// What was interrupted is found and named.
  case nothingHalfDone = "I12"
}
