/// A scope that was granted, with the digest that approvals name.
public struct GrantedScope: Sendable, Hashable, Codable {
  public var scope: Scope
  /// SHA-256 of the scope's canonical JSON; the store refuses an entry in which it is another.
  public var digest: Digest

  /// Makes a grant.
  public init(scope: Scope, digest: Digest) {
    self.scope = scope
    self.digest = digest
  }
}

/// How many rows of a collection went into a package.
public struct CollectedCount: Sendable, Hashable, Codable {
  public var collection: String
  public var rows: Int

  /// Makes a count.
  public init(collection: String, rows: Int) {
    self.collection = collection
    self.rows = rows
  }
}

/// What was not taken, and why (I6).
public struct Withheld: Sendable, Hashable, Codable {
  /// The reasons for which something does not leave.
  public enum Reason: String, Sendable, Hashable, CaseIterable, Codable {
    /// A column without an annotation: default deny.
    case notAnnotated = "column-not-annotated"
    /// A column of a category that was not asked for.
    case notRequested = "column-not-requested"
    /// A column of a category that was asked for and not granted.
    case notGranted = "column-requested-not-granted"
    /// A row of the target's outside the granted days.
    case outsidePeriod = "row-outside-period"
    /// A row whose time is absent or cannot be read, so that it cannot be said to be inside the period.
    case timeUnreadable = "row-time-unreadable"
    /// A row of somebody else, reached through a row of the target's.
    case anotherPerson = "row-of-another-person"
    /// A collection that no chain of owning references ties to the person.
    case noOwner = "collection-without-owner"
  }

  public var collection: String
  /// The column; nil where rows are counted.
  public var column: String?
  public var reason: Reason
  /// Rows for a reason about rows; 1 for a column.
  public var count: Int

  /// Makes a record.
  public init(collection: String, column: String?, reason: Reason, count: Int) {
    self.collection = collection
    self.column = column
    self.reason = reason
    self.count = count
  }
}

/// What was collected: a sealed package, and what is said of it without opening it.
public struct Collected: Sendable, Hashable, Codable {
  /// The bag's exact bytes, sealed.
  public var package: Commitment
  /// The order and the grant it was collected under.
  public var order: Commitment
  public var grant: Digest
  /// What is in it; within the grant (I6).
  public var scope: Scope
  /// SHA-256 of the annotation file that said what each column is.
  public var annotation: Digest
  /// SHA-256 of the certificate of the recipient who stands inside the bag.
  public var recipient: Digest
  public var counts: [CollectedCount]
  public var withheld: [Withheld]

  /// Makes a record.
  public init(
    package: Commitment, order: Commitment, grant: Digest, scope: Scope, annotation: Digest, recipient: Digest,
    counts: [CollectedCount], withheld: [Withheld]
  ) {
    self.package = package
    self.order = order
    self.grant = grant
    self.scope = scope
    self.annotation = annotation
    self.recipient = recipient
    self.counts = counts
    self.withheld = withheld
  }
}

/// A manager's approval: it names exactly what may go, and any change to that voids it (I5).
public struct Approval: Sendable, Hashable, Codable {
  public var order: Commitment
  public var grant: Digest
  public var package: Commitment
  /// The approver's SSH signature over the bag's tag manifest, sealed; it travels in the export.
  public var signature: Commitment

  /// Makes an approval.
  public init(order: Commitment, grant: Digest, package: Commitment, signature: Commitment) {
    self.order = order
    self.grant = grant
    self.package = package
    self.signature = signature
  }
}

/// The spending of a permit: from here on exactly these bytes may leave, to this destination.
public struct Release: Sendable, Hashable, Codable {
  public var package: Commitment
  /// SHA-256 of the encrypted envelope, byte for byte as it is delivered.
  public var envelope: Digest
  /// SHA-256 of the certificate that the envelope is encrypted to.
  public var recipient: Digest

  /// Makes a record.
  public init(package: Commitment, envelope: Digest, recipient: Digest) {
    self.package = package
    self.envelope = envelope
    self.recipient = recipient
  }
}

/// Why a case is closed without disclosure.
public struct Refused: Sendable, Hashable, Codable {
  /// The rules that stood against it; empty where the reason is only in the note.
  public var rules: [Rule]
  /// The officer's reasons, sealed.
  public var note: Commitment

  /// Makes a record.
  public init(rules: [Rule], note: Commitment) {
    self.rules = rules
    self.note = note
  }
}
