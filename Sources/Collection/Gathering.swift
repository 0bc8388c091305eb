import Casework

/// A value of a cell: what the source holds, not interpreted.
public enum Cell: Sendable, Hashable {
  case null
  case text(String)
  case blob([UInt8])
}

/// Rows of one collection, the first column being the target's ordinal.
public struct GatheredTable: Sendable, Hashable {
  public var name: String
  public var columns: [String]
  public var rows: [[Cell]]
}

/// What collecting gave: tables, what stayed behind, and the scope of what did not.
public struct Gathering: Sendable, Hashable {
  public var tables: [GatheredTable]
  public var withheld: [Withheld]
  /// Within the granted scope, by construction; the gate holds it against the grant again.
  public var scope: Scope
}

/// A person to collect for, as an order names them. Identifiers are normalised.
public struct Subject: Sendable, Hashable {
  public var ordinal: Int
  public var identifiers: [IdentifierKind: String]

  /// Makes a subject.
  public init(ordinal: Int, identifiers: [IdentifierKind: String]) {
    self.ordinal = ordinal
    self.identifiers = identifiers
  }
}

/// Counts what stays behind, once for each collection, column and reason.
struct WithheldTally {
  private struct Key: Hashable {
    var collection: String
    var column: String?
    var reason: Withheld.Reason
  }

  private var counts: [Key: Int] = [:]

  mutating func add(_ reason: Withheld.Reason, _ collection: String, _ count: Int = 1) {
    if count > 0 { counts[Key(collection: collection, column: nil, reason: reason), default: 0] += count }
  }

  /// A column is one column, for however many targets it is withheld.
  mutating func add(_ reason: Withheld.Reason, _ collection: String, column: String) {
    counts[Key(collection: collection, column: column, reason: reason)] = 1
  }

  var list: [Withheld] {
    counts.map {
      Withheld(collection: $0.key.collection, column: $0.key.column, reason: $0.key.reason, count: $0.value)
    }
    .sorted {
      ($0.collection, $0.column ?? "", $0.reason.rawValue) < ($1.collection, $1.column ?? "", $1.reason.rawValue)
    }
  }
}
