/// Data were collected into a sealed package. No data have left.
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

/// The record of a collection: the sealed package, and facts about it that can be read without opening it.
public struct Collected: EventDetail {
  /// The bag's exact bytes, sealed.
  public var package: Commitment
  /// The order under which the data were collected.
  public var order: Commitment
  /// The digest of the grant under which the data were collected.
  public var grant: Digest
  /// The scope of the collected data; it must be within the grant (I6).
  public var scope: Scope
  /// SHA-256 of the annotation file that described each column.
  public var annotation: Digest
  /// SHA-256 of the certificate of the recipient named inside the bag.
  public var recipient: Digest
  /// The number of rows from each collection.
  public var counts: [CollectedCount]
  /// The columns and rows that were withheld.
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

  /// The sealed package.
  public var commitments: [Commitment] { [package] }
  /// The order's document.
  public var cited: [Commitment] { [order] }
}

/// The number of rows of one collection in a package.
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

/// A column or rows that were withheld, with the reason (I6).
public struct Withheld: Sendable, Hashable, Codable {
  /// The reasons for withholding a column or a row.
  public enum Reason: String, Sendable, Hashable, CaseIterable, Codable {
    /// A column without an annotation. A column that is not described may not leave.
    case notAnnotated = "column-not-annotated"
    /// A column of a category that the order does not ask for.
    case notRequested = "column-not-requested"
    /// A column of a category that the order asks for and the scope does not grant.
    case notGranted = "column-requested-not-granted"
    /// A row of the target that is outside the granted days.
    case outsidePeriod = "row-outside-period"
    /// A row whose time is absent or unreadable, so that the program cannot tell whether it is inside the period.
    case timeUnreadable = "row-time-unreadable"
    /// A row of another person that a row of the target refers to.
    case anotherPerson = "row-of-another-person"
    /// A collection that no chain of owning references connects to the person.
    case noOwner = "collection-without-owner"
  }

  /// The collection's name.
  public var collection: String
  /// The column; nil where rows are counted.
  public var column: String?
  /// The reason for withholding it.
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
