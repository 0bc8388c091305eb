import Casework

/// A source of rows: a database, a folder of files, a service.
///
/// A source compiles an ownership plan into queries of its own and gives out values as it holds them. It decides nothing:
/// which columns leave, on which days, and what is counted as withheld is decided by `gather`, once for all sources.
public protocol DataSource: Sendable {
  /// Opens the source for reading and runs work on it.
  ///
  /// All that the work reads is the source as it is at one moment, and nothing that it does changes the source.
  ///
  /// - Throws: `CollectionFault.source` where the source cannot be read; what `work` throws, unchanged.
  func withSnapshot<Value>(_ work: (any SourceSnapshot) throws -> Value) throws -> Value
}

/// A source as it is at one moment. Names of collections and columns are compared exactly.
///
/// Values are compared as they are: texts byte by byte, whatever a column's collation says, and a number is never equal
/// to a text. No value is equal to null.
public protocol SourceSnapshot {
  /// The names of all collections of the source, but those that belong to the source's own machinery.
  func collections() throws(CollectionFault) -> [String]

  /// The columns of a collection.
  func columns(of collection: String) throws(CollectionFault) -> [SourceColumn]

  /// Finds the rows of the plan's root that match every identity, and returns the plan's key of each.
  ///
  /// A value matches as `IdentityMatch.accepts` says.
  func keys(in plan: OwnershipPlan, matching identities: [IdentityMatch]) throws(CollectionFault) -> [[SourceValue]]

  /// Counts the rows of the root that have the person's key.
  func rowCount(of person: SourcePerson) throws(CollectionFault) -> Int

  /// Says whether a row that is not the person's has the same values in these columns as one that is.
  func isShared(_ value: OwnershipPlan.Unshared, by person: SourcePerson) throws(CollectionFault) -> Bool

  /// Gives the person's rows of a collection, one at a time, ascending by the plan's columns, as the source orders
  /// values. Without such columns the source may give them in any order.
  ///
  /// - Parameters:
  ///   - collection: a collection of the person's plan that has an owner.
  ///   - columns: the columns wanted; a column may be wanted twice.
  ///   - receive: takes a row; what it throws ends the reading and is thrown on.
  func rows(
    of collection: CollectionPlan, columns: [String], for person: SourcePerson, _ receive: (SourceRow) throws -> Void
  ) throws

  /// Finds, in the rows of a collection that are not the person's, the values of columns that are among those given.
  ///
  /// - Parameters:
  ///   - collection: a collection of the person's plan that has an owner.
  ///   - values: values of the columns, one tuple for each.
  func othersValues(
    of columns: [String], in collection: CollectionPlan, among values: Set<[SourceValue]>, than person: SourcePerson
  ) throws(CollectionFault) -> Set<[SourceValue]>
}

/// A person as a source knows them: the values of the key of a plan's root.
public struct SourcePerson: Sendable, Hashable {
  /// The plan by whose root the person was found.
  public let plan: OwnershipPlan
  /// The values of the plan's key, as many as it has columns.
  public let key: [SourceValue]

  /// Makes a person.
  public init(plan: OwnershipPlan, key: [SourceValue]) {
    self.plan = plan
    self.key = key
  }
}

/// A row of a source.
public struct SourceRow: Sendable, Hashable {
  /// The values of the columns that were asked for, in that order.
  public let values: [SourceValue]
  /// The value that the plan's time expression gives; null where it gives none.
  public let time: SourceValue

  /// Makes a row.
  public init(values: [SourceValue], time: SourceValue) {
    self.values = values
    self.time = time
  }
}

/// A column that must hold an identifier of a person.
public struct IdentityMatch: Sendable, Hashable {
  /// The column of the plan's root.
  public let column: String
  /// The kind of the identifier.
  public let kind: IdentifierKind
  /// The identifier, normalised.
  public let value: String
  /// How the office's country dials: telephone numbers are compared in their international form.
  public let dialling: DiallingPlan

  /// Makes a match.
  public init(column: String, kind: IdentifierKind, value: String, dialling: DiallingPlan = .none) {
    self.column = column
    self.kind = kind
    self.value = value
    self.dialling = dialling
  }

  /// Says whether a stored value is the identifier: a text or a whole number that is the same after normalisation. A
  /// text with a NUL never matches: some programs read it only up to the NUL. A text with U+FFFD never matches either:
  /// that character replaces bytes that are not UTF-8.
  public func accepts(_ stored: SourceValue) -> Bool {
    switch stored {
    case .text(let text):
      !text.unicodeScalars.contains { $0.value == 0 || $0.value == 0xFFFD }
        && SourceValue.text(kind.normalized(text, dialling: dialling)) == .text(value)
    case .integer(let number): SourceValue.text(kind.normalized(String(number), dialling: dialling)) == .text(value)
    case .null, .real, .bytes: false
    }
  }
}
