/// The enforcing authority, or the office itself, raised a ground for refusal.
enum GroundRaised: CaseEventKind {
  // The approver may not have known of this ground, so the event cancels the approval.
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

/// A ground for refusal that an authority or the office raised.
public struct RaisedGround: EventDetail {
  /// The grounds for refusal in the regulation.
  public enum Ground: String, Sendable, Hashable, CaseIterable, Codable {
    /// The data are protected by an immunity, a privilege or the freedom of the press.
    case immunity = "immunity-privilege-or-press"
    /// The order manifestly breaches a fundamental right.
    case fundamentalRight = "manifest-breach-of-a-fundamental-right"
    /// The person was already tried for the same facts.
    case neBisInIdem = "ne-bis-in-idem"
    /// The act of which the person is accused is not an offence in this country.
    case noOffence = "not-an-offence-here"
  }

  /// The parties that may raise a ground.
  public enum Party: String, Sendable, Hashable, CaseIterable, Codable {
    /// The enforcing authority of this country.
    case enforcingAuthority = "enforcing-authority"
    /// The office itself.
    case addressee
  }

  /// The ground.
  public var ground: Ground
  /// The party that raised the ground.
  public var party: Party
  /// The letter of the authority or the reasons of the office, sealed.
  public var note: Commitment

  /// Makes a record.
  public init(ground: Ground, party: Party, note: Commitment) {
    self.ground = ground
    self.party = party
    self.note = note
  }

  /// The sealed note.
  public var commitments: [Commitment] { [note] }
}
