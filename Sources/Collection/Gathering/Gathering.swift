import Casework

/// A value that leaves a source, as it is written for who receives it.
public enum Cell: Sendable, Hashable {
  /// No value, or one that may not leave.
  case null
  /// A text, or a number in its shortest decimal form.
  case text(String)
  /// Bytes.
  case blob([UInt8])

  /// Makes a cell of a stored value.
  public init(_ value: SourceValue) {
    switch value {
    case .null: self = .null
    case .integer(let number): self = .text(String(number))
    case .real(let number): self = .text(String(number))
    case .text(let text): self = .text(text)
    case .bytes(let bytes): self = .blob(bytes)
    }
  }
}

/// Takes what is gathered, row by row.
public protocol GatheringSink {
  /// Begins a table: the rows that follow are its rows, until the next table begins.
  ///
  /// - Parameters:
  ///   - collection: the collection's name in the source.
  ///   - columns: `target`, and after it the columns that leave for any of the targets, in the annotation's order.
  mutating func begin(_ collection: String, columns: [String]) throws

  /// Takes a row of the table: the target's ordinal, then a cell for each column.
  mutating func add(_ row: [Cell]) throws
}

/// A person to collect for, as an order names them.
public struct Subject: Sendable, Hashable {
  /// The target's number in the order, counted from 1.
  public var ordinal: Int
  /// The identifiers that the order gives, normalised.
  public var identifiers: [IdentifierKind: String]

  /// Makes a subject.
  public init(ordinal: Int, identifiers: [IdentifierKind: String]) {
    self.ordinal = ordinal
    self.identifiers = identifiers
  }
}

/// What a gathering did: the tables that the sink was given, what stayed behind, and the scope of what did not.
public struct Gathering: Sendable, Hashable {
  /// A table that the sink was given.
  public struct Table: Sendable, Hashable {
    /// The collection's name in the source.
    public let name: String
    /// How many rows it has.
    public let rows: Int
  }

  /// The tables, in the order of the annotation.
  public let tables: [Table]
  /// What stayed behind, once for each collection, column and reason, sorted.
  public let withheld: [Withheld]
  /// What was gathered; by construction inside the granted scope.
  public let scope: Scope
}
