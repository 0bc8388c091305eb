/// Data were collected into a sealed package. Nothing has left.
enum DataCollected: CaseEventKind {
  static let meanings = [
    EventMeaning(
      "data.collected", duty: .preparing, earns: AssuranceSet([.collection]), voids: AssuranceSet([.approval]))
  ]

  static func event(_ detail: Collected) -> CaseEvent { .dataCollected(detail) }

  static func change(_ subject: inout Case, by recorded: Case.Recorded<Collected>) {
    subject.collected = recorded
    subject.approval = nil
  }

  static func action(causing name: String, in number: CaseNumber) -> Action? { .collect(number) }
}

/// What was collected: a sealed package, and what is known of it without opening it.
public struct Collected: EventDetail {
  /// The bag's exact bytes, sealed.
  public var package: Commitment
  /// The order that it was collected under.
  public var order: Commitment
  /// The digest of the grant that it was collected under.
  public var grant: Digest
  /// What is in it; within the grant (I6).
  public var scope: Scope
  /// SHA-256 of the annotation file that described each column.
  public var annotation: Digest
  /// SHA-256 of the certificate of the recipient named inside the bag.
  public var recipient: Digest
  /// How many rows each collection gave.
  public var counts: [CollectedCount]
  /// What was not taken.
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

  /// The package.
  public var commitments: [Commitment] { [package] }
  /// The order.
  public var cited: [Commitment] { [order] }
}

/// How many rows of a collection went into a package.
public struct CollectedCount: Sendable, Hashable, Codable {
  /// The collection's name.
  public var collection: String
  /// The number of rows.
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
    /// A column without an annotation: what is not described is denied.
    case notAnnotated = "column-not-annotated"
    /// A column of a category that was not asked for.
    case notRequested = "column-not-requested"
    /// A column of a category that was asked for and not granted.
    case notGranted = "column-requested-not-granted"
    /// A row of the target's outside the granted days.
    case outsidePeriod = "row-outside-period"
    /// A row whose time is absent or unreadable, so that nobody can tell whether it is inside the period.
    case timeUnreadable = "row-time-unreadable"
    /// A row of somebody else, reached through a row of the target's.
    case anotherPerson = "row-of-another-person"
    /// A collection that no chain of owning references connects to the person.
    case noOwner = "collection-without-owner"
  }

  /// The collection's name.
  public var collection: String
  /// The column; nil where rows are counted.
  public var column: String?
  /// Why it was withheld.
  public var reason: Reason
  /// The number of rows for a reason about rows; 1 for a column.
  public var count: Int

  /// Makes a record.
  public init(collection: String, column: String?, reason: Reason, count: Int) {
    self.collection = collection
    self.column = column
    self.reason = reason
    self.count = count
  }
}
