/// What must always hold, by name. `Invariants` in the documentation says where each is held and tested.
public enum Invariant: String, Sendable, Hashable, CaseIterable {
  case oneGate = "I1"
  case verifiedBasis = "I2"
  case notCheckedIsNotPassed = "I3"
  case fourEyes = "I4"
  case exactBytes = "I5"
  case scopeOnlyNarrows = "I6"
  case historyOnlyGrows = "I7"
  case signedByAPerson = "I8"
  case provableWorkflows = "I9"
  case once = "I10"
  case forgettable = "I11"
  case nothingHalfDone = "I12"
}
