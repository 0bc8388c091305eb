// What the events of the instruments besides the court order say. Documents and notes are sealed; an entry holds their
// commitments, and nothing of a person.

/// A second officer's confirmation of a review: it names the document and the scope that were reviewed (I4, I5).
public struct SecondReview: Sendable, Hashable, Codable {
  public var order: Commitment
  public var grant: Digest

  /// Makes a confirmation.
  public init(order: Commitment, grant: Digest) {
    self.order = order
    self.grant = grant
  }
}

/// How it is known that a judge, a court or a prosecutor stands behind an order.
public struct Validation: Sendable, Hashable, Codable {
  /// When they came to stand behind it.
  public enum Manner: String, Sendable, Hashable, CaseIterable, Codable {
    /// They issued it themselves.
    case issued
    /// The order bears their validation.
    case beforehand
    /// They validated afterwards what was ordered without them.
    case afterwards
  }

  public var manner: Manner
  /// Who it was, as our register knows them; nil where it does not.
  public var authority: AuthorityID?
  /// The document that says so, sealed: the order itself, or a later one.
  public var document: Commitment

  /// Makes a record.
  public init(manner: Manner, authority: AuthorityID?, document: Commitment) {
    self.manner = manner
    self.authority = authority
    self.document = document
  }
}

/// A deadline that has passed: how long it was and from when it ran.
public struct Elapsed: Sendable, Hashable, Codable {
  public var began: Instant
  public var deadline: Deadline

  /// Makes a record.
  public init(began: Instant, deadline: Deadline) {
    self.began = began
    self.deadline = deadline
  }
}

/// What passed between the issuing authority and the one that enforces here: a notification, or the answer to one.
public struct NotificationLetter: Sendable, Hashable, Codable {
  /// The enforcing authority, as our register knows it; nil where it does not.
  public var authority: AuthorityID?
  /// The document, sealed.
  public var document: Commitment

  /// Makes a record.
  public init(authority: AuthorityID?, document: Commitment) {
    self.authority = authority
    self.document = document
  }
}

/// Why no authority need be notified of an order. It is the order that says so, not we.
public struct Exemption: Sendable, Hashable, Codable {
  /// The exceptions that the regulation knows.
  public enum Ground: String, Sendable, Hashable, CaseIterable, Codable {
    /// Only subscriber data, or data only to identify the user, are asked for.
    case identifyingData = "subscriber-or-identifying-data"
    /// The issuing authority believes that offence and person both belong to its own State.
    case issuingState = "offence-and-residence-in-issuing-state"
  }

  public var ground: Ground
  /// The order that says so.
  public var order: Commitment

  /// Makes a record.
  public init(ground: Ground, order: Commitment) {
    self.ground = ground
    self.order = order
  }
}

/// A ground for refusal that somebody has raised.
public struct RaisedGround: Sendable, Hashable, Codable {
  /// The grounds that the regulation knows.
  public enum Ground: String, Sendable, Hashable, CaseIterable, Codable {
    case immunity = "immunity-privilege-or-press"
    case fundamentalRight = "manifest-breach-of-a-fundamental-right"
    case neBisInIdem = "ne-bis-in-idem"
    case noOffence = "not-an-offence-here"
  }

  /// Who may raise one.
  public enum Party: String, Sendable, Hashable, CaseIterable, Codable {
    case enforcingAuthority = "enforcing-authority"
    /// The office itself.
    case addressee
  }

  public var ground: Ground
  public var party: Party
  /// The letter or the reasons, sealed.
  public var note: Commitment

  /// Makes a record.
  public init(ground: Ground, party: Party, note: Commitment) {
    self.ground = ground
    self.party = party
    self.note = note
  }
}

/// What was put aside, unseen by anybody outside.
public struct Preserved: Sendable, Hashable, Codable {
  /// The order under which it was.
  public var order: Commitment
  /// The preserved data, sealed.
  public var copy: Commitment
  /// What is in it.
  public var scope: Scope

  /// Makes a record.
  public init(order: Commitment, copy: Commitment, scope: Scope) {
    self.order = order
    self.copy = copy
    self.scope = scope
  }
}

/// An extension of a preservation.
public struct PreservationExtension: Sendable, Hashable, Codable {
  /// The document that orders it, sealed.
  public var document: Commitment
  /// The last day of the preservation as extended.
  public var through: Day

  /// Makes a record.
  public init(document: Commitment, through: Day) {
    self.document = document
    self.through = through
  }
}

/// The end of a preservation that nobody called off.
public struct PreservationEnd: Sendable, Hashable, Codable {
  /// Why it ended.
  public enum Reason: String, Sendable, Hashable, CaseIterable, Codable {
    case periodOver = "period-over"
    /// The authority no longer needs it.
    case notNeeded = "not-needed"
    /// The data were asked for and the order for them was dealt with.
    case produced
  }

  public var reason: Reason
  /// The letter or the reasons, sealed.
  public var note: Commitment

  /// Makes a record.
  public init(reason: Reason, note: Commitment) {
    self.reason = reason
    self.note = note
  }
}
