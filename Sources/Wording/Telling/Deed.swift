import Casework

/// What an act did, or would do in a trial.
public enum Deed: Sendable, Hashable {
  case received
  case reviewed(Rule, Outcome)
  case clarificationRequested
  case granted
  case collected
  case approved
  case refused
  case closed(Withdrawal)
}

/// What a change to a register did, or would do in a trial.
public enum RegisterDeed: Sendable, Hashable {
  case enrolled(Role)
  case retired
  case registered(CertificateNote?)
  case suspended
  case restored

  /// What is said of an authority's certificate where none was given.
  public enum CertificateNote: Sendable, Hashable {
    case kept, absent
  }
}
