import Foundation
import GRDB
import Ledger

extension SQLiteOffice {
  /// Reads every row in one snapshot.
  public func rows() throws(StoreFault) -> OfficeRows {
    try read { db in
      OfficeRows(
        entries: try Row.fetchAll(db, sql: "SELECT * FROM entries ORDER BY sequence").map(
          OfficeRows.EntryRow.init(row:)),
        sealed: try Row.fetchAll(db, sql: "SELECT * FROM sealed ORDER BY sequence, commitment").map { row in
          OfficeRows.SealedRow(
            commitment: row.lenient("commitment") ?? "", sequence: row.lenient("sequence") ?? -1,
            keyName: row.lenient("key_name") ?? "",
            label: row.lenient("label") ?? "", box: (row.lenient("box") as Data?).map { Array($0) })
        },
        heads: try Row.fetchAll(db, sql: "SELECT * FROM head WHERE id = 1").map { row in
          OfficeRows.HeadRow(
            size: row.lenient("size") ?? -1, root: Array((row.lenient("root") as Data?) ?? Data()),
            frontier: Array((row.lenient("frontier") as Data?) ?? Data()))
        },
        cases: try CaseSummary.all(db),
        hasExpectedSchema: Schema.isExpected(
          try String.fetchAll(db, sql: "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")),
        isIntact: try String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok")
    }
  }
}

extension OfficeRows.EntryRow {
  /// Reads a row of `entries`. A column of a wrong type gives an empty value or -1, so that the audit finds it.
  init(row: Row) {
    self.init(
      sequence: row.lenient("sequence") ?? -1, caseNumber: row.lenient("case_number"),
      bytes: Array((row.lenient("bytes") as Data?) ?? Data()),
      signatures: row.lenient("signatures") ?? "", leaf: Array((row.lenient("leaf") as Data?) ?? Data()),
      root: Array((row.lenient("root") as Data?) ?? Data()))
  }
}
