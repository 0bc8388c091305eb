/// The enforcing authority, or the office itself, raised a ground for refusal.
enum GroundRaised: CaseEventKind {
  // Whoever approved did not know of the ground.
  static let meanings = [
    EventMeaning("ground.raised", duty: .preparing, voids: AssuranceSet([.clearance, .approval]))
  ]

  static func event(_ detail: RaisedGround) -> CaseEvent { .groundRaised(detail) }

  static func change(_ subject: inout Case, by recorded: Case.Recorded<RaisedGround>) {
    subject.ground = recorded
    subject.clearance = nil
    subject.approval = nil
  }
}

/// A ground for refusal that somebody has raised.
public struct RaisedGround: EventDetail {
  /// The grounds that the regulation knows.
  public enum Ground: String, Sendable, Hashable, CaseIterable, Codable {
    /// The data are protected by an immunity, a privilege or the freedom of the press.
    case immunity = "immunity-privilege-or-press"
    /// The order breaks a fundamental right, manifestly.
    case fundamentalRight = "manifest-breach-of-a-fundamental-right"
    /// The person was judged for the same before.
    case neBisInIdem = "ne-bis-in-idem"
    /// What the person is accused of is no offence here.
    case noOffence = "not-an-offence-here"
  }

  /// Who may raise one.
  public enum Party: String, Sendable, Hashable, CaseIterable, Codable {
    /// The authority that enforces here.
    case enforcingAuthority = "enforcing-authority"
    /// The office itself.
    case addressee
  }

  /// The ground.
  public var ground: Ground
  /// Who raised it.
  public var party: Party
  /// The letter or the reasons, sealed.
  public var note: Commitment

  /// Makes a record.
  public init(ground: Ground, party: Party, note: Commitment) {
    self.ground = ground
    self.party = party
    self.note = note
  }

  /// The note.
  public var commitments: [Commitment] { [note] }
}
