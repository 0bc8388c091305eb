import Foundation
import GRDB
import Ledger

extension SQLiteOffice {
  /// Reads every row in one snapshot.
  public func rows() throws(StoreFault) -> OfficeRows {
    try read { db in
      OfficeRows(
        format: format, entries: try entries(db),
        sealed: try Row.fetchAll(db, sql: "SELECT * FROM sealed ORDER BY sequence, commitment").map { row in
          OfficeRows.SealedRow(
            commitment: row.lenient("commitment") ?? "", sequence: row.lenient("sequence") ?? -1,
            keyName: row.lenient("key_name") ?? "",
            label: row.lenient("label") ?? "", box: (row.lenient("box") as Data?).map { Array($0) })
        },
        heads: format == .two
          ? []
          : try Row.fetchAll(db, sql: "SELECT * FROM head WHERE id = 1").map { row in
            OfficeRows.HeadRow(
              size: row.lenient("size") ?? -1, root: Array((row.lenient("root") as Data?) ?? Data()),
              frontier: Array((row.lenient("frontier") as Data?) ?? Data()))
          },
        cases: try CaseSummary.all(db), hasExpectedSchema: try Self.hasExpectedSchema(db, format),
        isIntact: try String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok")
    }
  }

  private func entries(_ db: Database) throws -> [OfficeRows.EntryRow] {
    var rows = try Row.fetchAll(db, sql: EntryColumns.query(format) + EntryColumns.order)
    if format == .two { rows += try Row.fetchAll(db, sql: EntryColumns.withoutLeaf + EntryColumns.order) }
    return rows.map { OfficeRows.EntryRow(row: $0, format) }
  }

  /// Says whether the tables are those of an office, and there are no views. Indices and triggers are not compared.
  static func hasExpectedTables(_ db: Database, _ format: LogFormat) throws -> Bool {
    let query = "SELECT sql FROM sqlite_master WHERE type IN ('table', 'view') AND sql IS NOT NULL"
    return Schema.hasExpectedTables(try String.fetchAll(db, sql: query), in: format)
  }

  /// Says whether the tables, indices and triggers are those of an office.
  static func hasExpectedSchema(_ db: Database, _ format: LogFormat) throws -> Bool {
    Schema.isExpected(try String.fetchAll(db, sql: "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"), in: format)
  }
}
