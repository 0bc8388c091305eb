import Casework

/// Counts withheld rows, columns and collections, by collection, column and reason.
struct WithheldTally {
  private struct Key: Hashable {
    var collection: String
    var column: String?
    var reason: Withheld.Reason
  }

  private var counts: [Key: Int] = [:]

  /// Adds a number of withheld rows of a collection, or 1 for the collection itself.
  mutating func add(_ reason: Withheld.Reason, _ collection: String, _ count: Int = 1) {
    if count > 0 { counts[Key(collection: collection, column: nil, reason: reason), default: 0] += count }
  }

  /// Counts a withheld column. A column that is withheld for several targets is counted once.
  mutating func add(_ reason: Withheld.Reason, _ collection: String, column: String) {
    counts[Key(collection: collection, column: column, reason: reason)] = 1
  }

  /// The counts, sorted by collection, column and reason.
  var list: [Withheld] {
    counts.map {
      Withheld(collection: $0.key.collection, column: $0.key.column, reason: $0.key.reason, count: $0.value)
    }
    .sorted {
      ($0.collection, $0.column ?? "", $0.reason.rawValue) < ($1.collection, $1.column ?? "", $1.reason.rawValue)
    }
  }
}
