import Collection
import Packaging

/// Writes what is gathered into a package's payload, row by row.
struct PackedRows: GatheringSink {
  /// What was written.
  private(set) var payload = Payload()

  /// Begins a table.
  mutating func begin(_ collection: String, columns: [String]) { payload.beginTable(collection, columns: columns) }

  /// Writes a row.
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
