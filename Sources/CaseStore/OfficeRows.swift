import Foundation
import GRDB

/// Every row of an office as it lies in the file, believed by nobody: what an audit starts from.
public struct OfficeRows: Sendable {
  /// A row of `entries`.
  public struct EntryRow: Sendable {
    public var sequence: Int
    public var caseNumber: String?
    public var bytes: [UInt8]
    public var signatures: String
    public var leaf: [UInt8]
    public var root: [UInt8]
  }

  /// A row of `sealed`; `box` is nil where it lies in a file.
  public struct SealedRow: Sendable {
    public var commitment: String
    public var sequence: Int
    public var keyName: String
    public var label: String
    public var box: [UInt8]?
  }

  /// The row of `head`.
  public struct HeadRow: Sendable {
    public var size: Int
    public var root: [UInt8]
    public var frontier: [UInt8]
  }

  public var entries: [EntryRow]
  public var sealed: [SealedRow]
  public var heads: [HeadRow]
  public var cases: [CaseSummary]
  /// The statements that made tables, indices and triggers, as SQLite keeps them.
  public var schema: Set<String>
  /// What SQLite's own check of the file says: `ok`.
  public var integrity: String

  /// The statements as this version makes them.
  public static let expectedSchema = Set(Schema.office.map(normalized))

  static func normalized(_ sql: String) -> String {
    sql.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension Office {
  /// Reads every row in one snapshot.
  public func rows() throws(StoreFault) -> OfficeRows {
    try read { db in
      OfficeRows(
        entries: try Row.fetchAll(db, sql: "SELECT * FROM entries ORDER BY sequence").map { row in
          OfficeRows.EntryRow(
            sequence: row["sequence"] ?? -1, caseNumber: row["case_number"],
            bytes: Array((row["bytes"] as Data?) ?? Data()),
            signatures: row["signatures"] ?? "", leaf: Array((row["leaf"] as Data?) ?? Data()),
            root: Array((row["root"] as Data?) ?? Data()))
        },
        sealed: try Row.fetchAll(db, sql: "SELECT * FROM sealed ORDER BY sequence, commitment").map { row in
          OfficeRows.SealedRow(
            commitment: row["commitment"] ?? "", sequence: row["sequence"] ?? -1, keyName: row["key_name"] ?? "",
            label: row["label"] ?? "", box: (row["box"] as Data?).map { Array($0) })
        },
        heads: try Row.fetchAll(db, sql: "SELECT * FROM head WHERE id = 1").map { row in
          OfficeRows.HeadRow(
            size: row["size"] ?? -1, root: Array((row["root"] as Data?) ?? Data()),
            frontier: Array((row["frontier"] as Data?) ?? Data()))
        },
        cases: try CaseSummary.fetchAll(db, sql: "SELECT * FROM cases ORDER BY number"),
        schema: Set(
          try String.fetchAll(db, sql: "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").map(OfficeRows.normalized)
        ),
        integrity: try String.fetchOne(db, sql: "PRAGMA integrity_check") ?? "")
    }
  }
}
