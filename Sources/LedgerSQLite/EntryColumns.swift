import Foundation
import GRDB
import Ledger

/// The columns of an entry, in each format.
enum EntryColumns {
  /// The query for entries with the columns by which they are found.
  static func query(_ format: LogFormat) -> String {
    switch format {
    case .one: "SELECT sequence, case_number, bytes, signatures AS armoured, leaf, root FROM entries"
    case .two:
      """
      SELECT sequence, subject, fingerprint, entry, leaves.signatures AS signatures, bytes,
        entries.signatures AS armoured
      FROM leaves LEFT JOIN entries USING (sequence)
      """
    }
  }

  /// The order of the log. Rows with negative numbers, which no office writes, come last.
  static let order = " ORDER BY sequence < 0, sequence"

  /// The query for rows of `entries` without a record in `leaves`.
  static let withoutLeaf = """
    SELECT sequence, NULL AS subject, NULL AS fingerprint, NULL AS entry, NULL AS signatures, bytes,
      signatures AS armoured
    FROM entries WHERE sequence NOT IN (SELECT sequence FROM leaves)
    """
}

extension OfficeRows.EntryRow {
  /// Reads an entry from its columns. A column that is absent or of a wrong type gives an empty value or -1, so that the
  /// audit finds it.
  init(row: Row, _ format: LogFormat) {
    let number: String? = row.lenient("case_number")
    let record = format == .one ? nil : LeafRecord(row: row)
    self.init(
      sequence: row.lenient("sequence") ?? -1,
      subject: format == .one ? number ?? Subject.registers.description : row.lenient("subject") ?? "",
      bytes: Array((row.lenient("bytes") as Data?) ?? Data()), signatures: row.lenient("armoured") ?? "",
      leaf: format == .one
        ? Array((row.lenient("leaf") as Data?) ?? Data()) : record?.leaf.bytes ?? [],
      root: format == .one ? Array((row.lenient("root") as Data?) ?? Data()) : nil, record: record)
  }
}
