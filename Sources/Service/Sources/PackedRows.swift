import Collection
import Packaging

/// Writes gathered rows into the payload of a package.
struct PackedRows: GatheringSink {
  /// The payload with the rows so far.
  private(set) var payload = Payload()

  /// Begins the table of a collection.
  mutating func begin(_ collection: String, columns: [String]) { payload.beginTable(collection, columns: columns) }

  /// Adds a row to the current table.
  mutating func add(_ row: [Cell]) throws { try payload.add(row.map(CSV.Value.init)) }
}

extension CSV.Value {
  fileprivate init(_ cell: Cell) {
    switch cell {
    case .null: self = .absent
    case .text(let text): self = .text(text)
    case .blob(let bytes): self = .bytes(bytes)
    }
  }
}
