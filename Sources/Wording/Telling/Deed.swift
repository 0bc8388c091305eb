import Casework

/// The effect of an act, or its effect if it were not a trial.
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

/// The effect of a change to a register, or its effect if it were not a trial.
public enum RegisterDeed: Sendable, Hashable {
  case enrolled(Role)
  case retired
  case registered(CertificateNote?)
  case suspended
  case restored
  case rekeyed

  /// A note about an authority's certificate when the change gives none.
  public enum CertificateNote: Sendable, Hashable {
    case kept, absent
  }
}
