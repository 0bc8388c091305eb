/// The invariants I1 to I12, by name. The article `Invariants` says which code enforces each and which tests check it.
public enum Invariant: String, Sendable, Hashable, CaseIterable {
  /// Every disclosure goes through one function.
  case oneGate = "I1"
  /// No permit without a verified legal basis.
  case verifiedBasis = "I2"
  /// Only a pass counts.
  case notCheckedIsNotPassed = "I3"
  /// An officer who prepared a case may not approve it.
  case fourEyes = "I4"
  /// An approval names exactly what leaves.
  case exactBytes = "I5"
  /// The released data are within the collected, the granted and the requested scope.
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
  /// An interrupted act is found and named.
  case nothingHalfDone = "I12"
}
