import Casework

/// A gathered value, in the form that the recipient gets.
public enum Cell: Sendable, Hashable {
  /// No value, or a value that is withheld.
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

/// Receives the gathered tables row by row.
public protocol GatheringSink {
  /// Begins a table. The rows that follow belong to it, until the next table begins.
  ///
  /// - Parameters:
  ///   - collection: the collection's name in the source.
  ///   - columns: `target`, then the columns that are granted for any of the targets, in the annotation's order.
  mutating func begin(_ collection: String, columns: [String]) throws

  /// Receives a row of the table: the target's ordinal, then a cell for each of the other columns.
  mutating func add(_ row: [Cell]) throws
}

/// A person whose data are collected, with the identifiers that an order gives.
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

/// The result of a gathering: the tables that the sink received, what was withheld, and the gathered scope.
public struct Gathering: Sendable, Hashable {
  /// A table that the sink received.
  public struct Table: Sendable, Hashable {
    /// The collection's name in the source.
    public let name: String
    /// The number of its rows.
    public let rows: Int
  }

  /// The tables, in the order of the annotation.
  public let tables: [Table]
  /// What was withheld: one element for each collection, column and reason, sorted.
  public let withheld: [Withheld]
  /// The scope of the gathered data. It is always inside the granted scope.
  public let scope: Scope
}
