import Casework
import GRDB
import GRDBSQLite
import Ledger
import TamperLog

/// Reads the rows of `leaves` one after the other, and computes the leaf of each.
///
/// A pass reads every row of the log, so it takes the columns as SQLite has them, without a value of GRDB for each.
struct LeafCursor {
  private let statement: SQLiteStatement
  private var subjects: [String: Subject] = [:]
  private var hasher = LeafHasher()

  /// The columns that the statement must select, in this order.
  static let columns = "sequence, subject, fingerprint, entry, signatures"

  init(_ statement: Statement) { self.statement = statement.sqliteStatement }

  /// Takes the entry of the present row into an index; returns false where the row is not the next entry's.
  mutating func take(into index: inout LogIndex) -> Bool {
    guard sqlite3_column_type(statement, 0) == SQLITE_INTEGER, sqlite3_column_int64(statement, 0) == Int64(index.size),
      sqlite3_column_type(statement, 1) == SQLITE_TEXT, let subject = subject(), let entry = hash(3),
      let signatures = hash(4)
    else { return false }
    var fingerprint: Fingerprint?
    if sqlite3_column_type(statement, 2) != SQLITE_NULL {
      guard let hash = hash(2).flatMap({ Hash($0) }) else { return false }
      fingerprint = Fingerprint(Digest(hash))
    }
    index.take(subject, fingerprint, leaf: hasher.leaf(subject, fingerprint, entry, signatures))
    return true
  }

  private mutating func subject() -> Subject? {
    guard let text = sqlite3_column_text(statement, 1) else { return nil }
    // A text with a NUL is read up to it here, and has another length.
    let name = String(cString: text)
    guard name.utf8.count == Int(sqlite3_column_bytes(statement, 1)) else { return nil }
    if let known = subjects[name] { return known }
    let subject = Subject(name)
    subjects[name] = subject
    return subject
  }

  /// Returns the 32 bytes of a column; nil where it is another value. They are valid until the next row.
  private func hash(_ column: Int32) -> UnsafeRawBufferPointer? {
    guard sqlite3_column_type(statement, column) == SQLITE_BLOB, sqlite3_column_bytes(statement, column) == 32,
      let bytes = sqlite3_column_blob(statement, column)
    else { return nil }
    return UnsafeRawBufferPointer(start: bytes, count: 32)
  }
}
