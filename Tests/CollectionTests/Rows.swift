import Casework
import Collection
import Testing

/// Keeps the gathered rows in memory.
struct Rows: GatheringSink {
  struct Table: Equatable {
    var name: String
    var columns: [String]
    var rows: [[Cell]]
  }

  private(set) var tables: [Table] = []

  subscript(name: String) -> Table? { tables.first { $0.name == name } }

  mutating func begin(_ collection: String, columns: [String]) {
    tables.append(Table(name: collection, columns: columns, rows: []))
  }

  mutating func add(_ row: [Cell]) { tables[tables.count - 1].rows.append(row) }
}

extension DataSource {
  /// Gathers into memory, and checks that the returned row counts are the counts of the received rows.
  func gatherRows(
    _ subjects: [Subject], dataset: Dataset, granted: Scope, requested: Scope? = nil,
    dialling: DiallingPlan = .none, day: @escaping @Sendable (Instant) -> Day = { $0.day }
  ) throws -> (rows: Rows, gathering: Gathering) {
    var rows = Rows()
    let grant = Grant(granted: granted, requested: requested ?? granted, dialling: dialling, day: day)
    let gathering = try gather(subjects, dataset: dataset, under: grant, into: &rows)
    #expect(gathering.tables.map(\.name) == rows.tables.map(\.name))
    #expect(gathering.tables.map(\.rows) == rows.tables.map(\.rows.count))
    return (rows, gathering)
  }
}

extension Dataset {
  /// Reads an annotation with a digest of zeros, because the digest does not matter.
  init(_ text: String) throws {
    try self.init(reading: text, digest: #require(Digest(String(repeating: "0", count: 64))))
  }
}

/// Makes a scope.
func scope(_ names: [String], targets: [Int] = [1], days: DaySet) throws -> Scope {
  Scope(targets: targets, categories: try names.map { try #require(DataCategory($0)) }, days: days)
}
