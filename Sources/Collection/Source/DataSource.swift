import Casework

/// A source of rows: a database, a folder of files, a service.
///
/// A source compiles an ownership plan into its own queries and returns values as they are stored. It makes no decision
/// about disclosure: `gather` decides which columns are disclosed, on which days, and what is counted as withheld, in
/// the same way for every source.
public protocol DataSource: Sendable {
  /// Opens the source for reading and runs work on it.
  ///
  /// The work reads the source in its state at one moment. The work cannot change the source.
  ///
  /// - Throws: `CollectionFault.source` if the source cannot be read; an error of `work`, unchanged.
  func withSnapshot<Value>(_ work: (any SourceSnapshot) throws -> Value) throws -> Value
}

/// The state of a source at one moment. Names of collections and columns are compared exactly.
///
/// Values are compared without conversion. Texts are compared byte by byte, regardless of a column's collation. A
/// number is never equal to a text. No value is equal to null.
public protocol SourceSnapshot {
  /// Returns the names of all collections of the source, without the source's internal ones.
  func collections() throws(CollectionFault) -> [String]

  /// Returns the columns of a collection.
  func columns(of collection: String) throws(CollectionFault) -> [SourceColumn]

  /// Returns the plan's key of each row of the root that matches every identity.
  ///
  /// `IdentityMatch.accepts` decides whether a value matches.
  func keys(in plan: OwnershipPlan, matching identities: [IdentityMatch]) throws(CollectionFault) -> [[SourceValue]]

  /// Returns the number of rows of the root that have the person's key.
  func rowCount(of person: SourcePerson) throws(CollectionFault) -> Int

  /// Says whether a row that is not the person's has the same values in these columns as a row of the person.
  func isShared(_ value: OwnershipPlan.Unshared, by person: SourcePerson) throws(CollectionFault) -> Bool

  /// Passes the person's rows of a collection to `receive`, one at a time. The rows are in ascending order of the
  /// columns in `CollectionPlan.order`, as the source orders values. If there are no such columns, the rows may come in
  /// any order.
  ///
  /// - Parameters:
  ///   - collection: a collection of the person's plan that has an owner.
  ///   - columns: the columns to read; a column may be listed twice.
  ///   - receive: receives a row. An error that it throws ends the reading and is rethrown.
  func rows(
    of collection: CollectionPlan, columns: [String], for person: SourcePerson, _ receive: (SourceRow) throws -> Void
  ) throws

  /// Returns those of the given values that occur in rows of a collection that are not the person's.
  ///
  /// - Parameters:
  ///   - collection: a collection of the person's plan that has an owner.
  ///   - values: the values to find, each a tuple with one value for each column.
  func othersValues(
    of columns: [String], in collection: CollectionPlan, among values: Set<[SourceValue]>, than person: SourcePerson
  ) throws(CollectionFault) -> Set<[SourceValue]>
}

/// A person in a source, identified by the values of the key of a plan's root.
public struct SourcePerson: Sendable, Hashable {
  /// The plan in whose root the person was found.
  public let plan: OwnershipPlan
  /// The values of the plan's key, one for each of its columns.
  public let key: [SourceValue]

  /// Makes a person.
  public init(plan: OwnershipPlan, key: [SourceValue]) {
    self.plan = plan
    self.key = key
  }
}

/// A row of a source.
public struct SourceRow: Sendable, Hashable {
  /// The values of the requested columns, in the requested order.
  public let values: [SourceValue]
  /// The value of the plan's time expression; null if it has no value.
  public let time: SourceValue

  /// Makes a row.
  public init(values: [SourceValue], time: SourceValue) {
    self.values = values
    self.time = time
  }
}

/// A condition on a row: a column must have a given identifier of a person.
public struct IdentityMatch: Sendable, Hashable {
  /// The column of the plan's root.
  public let column: String
  /// The kind of the identifier.
  public let kind: IdentifierKind
  /// The identifier, normalised.
  public let value: String
  /// The dialling plan of the office's country. Telephone numbers are compared in their international form.
  public let dialling: DiallingPlan

  /// Makes a match.
  public init(column: String, kind: IdentifierKind, value: String, dialling: DiallingPlan = .none) {
    self.column = column
    self.kind = kind
    self.value = value
    self.dialling = dialling
  }

  /// Says whether a stored text or whole number equals the identifier after normalisation.
  ///
  /// A text with a NUL never matches, because some programs read a text only up to its first NUL. A text with U+FFFD
  /// never matches, because this character replaces bytes that are not UTF-8. An empty identifier never matches: many
  /// persons can have an empty value.
  public func accepts(_ stored: SourceValue) -> Bool {
    if value.isEmpty { return false }
    return switch stored {
    case .text(let text):
      !text.unicodeScalars.contains { $0.value == 0 || $0.value == 0xFFFD }
        && SourceValue.text(kind.normalized(text, dialling: dialling)) == .text(value)
    case .integer(let number): SourceValue.text(kind.normalized(String(number), dialling: dialling)) == .text(value)
    case .null, .real, .bytes: false
    }
  }
}
