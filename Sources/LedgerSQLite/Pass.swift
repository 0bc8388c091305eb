import Casework
import Foundation
import GRDB
import Ledger
import TamperLog

/// The last pass over the log, with the state of the database that it saw.
///
/// A process asks for the head several times during one act. SQLite tells whether another connection has committed since
/// (`data_version`), and this connection counts its own changes, so an unchanged log is not passed over again.
final class PassCache: @unchecked Sendable {
  private struct State: Equatable {
    var dataVersion: Int?
    var changes: Int
  }

  private let lock = NSLock()
  private var last: (index: LogIndex, state: State)?

  func index(_ db: Database, watching sizes: Set<Int>, pass: () throws -> LogIndex) throws -> LogIndex {
    let state = State(
      dataVersion: try Int.fetchOne(db, sql: "PRAGMA data_version"), changes: db.totalChangesCount)
    if let last = lock.withLock({ last }), last.state == state,
      sizes.allSatisfy({ $0 > last.index.head.size || last.index.root(at: $0) != nil })
    {
      return last.index
    }
    let index = try pass()
    lock.withLock { last = (index, state) }
    return index
  }
}

extension SQLiteOffice {
  /// Passes over the columns of the tree's leaves.
  static func pass(_ db: Database, _ format: LogFormat, watching sizes: Set<Int>, upTo limit: Int = .max) throws
    -> LogIndex
  {
    var index = LogIndex(watching: sizes)
    switch format {
    case .one: try passOverFormatOne(db, &index, limit)
    case .two: try passOverLeaves(db, &index, limit)
    }
    // A row with a negative number is beyond the log too.
    for table in format == .one ? ["entries"] : ["leaves", "entries"] {
      let query = "SELECT max(COALESCE(max(sequence) + 1, 0), count(*)) FROM \(table)"
      index.note(extent: limit == .max ? try Int.fetchOne(db, sql: query) ?? 0 : 0)
    }
    return index
  }

  private static func passOverLeaves(_ db: Database, _ index: inout LogIndex, _ limit: Int) throws {
    let statement = try db.cachedStatement(
      sql: "SELECT \(LeafCursor.columns) FROM leaves WHERE sequence BETWEEN 0 AND ? ORDER BY sequence")
    let rows = try Row.fetchCursor(statement, arguments: [limit - 1])
    var leaves = LeafCursor(statement)
    while try rows.next() != nil {
      guard leaves.take(into: &index) else { return }
    }
  }

  /// In format 1 the leaves are in a column, and the fingerprint of a case's order is in the list of cases.
  private static func passOverFormatOne(_ db: Database, _ index: inout LogIndex, _ limit: Int) throws {
    var fingerprints: [String: Fingerprint] = [:]
    for summary in try CaseSummary.all(db) {
      fingerprints[summary.number] = summary.fingerprint.flatMap(Fingerprint.init)
    }
    let rows = try Row.fetchCursor(
      db, sql: "SELECT sequence, case_number, leaf FROM entries WHERE sequence BETWEEN 0 AND ? ORDER BY sequence",
      arguments: [limit - 1])
    while let row = try rows.next() {
      let number: String? = row.lenient("case_number")
      guard row.lenient("sequence") == index.size, let leaf = (row.lenient("leaf") as Data?).flatMap({ Hash($0) }),
        let subject = number.map(Subject.init) ?? .registers
      else { return }
      index.take(subject, number.flatMap { fingerprints[$0] }, leaf: leaf)
    }
  }
}

extension LeafRecord {
  /// Reads a record from its columns; nil where they are not those of a record.
  init?(row: Row) {
    let stored: DatabaseValue? = row["fingerprint"]
    var fingerprint: Fingerprint?
    if let stored, !stored.isNull {
      guard let hash = Data.fromDatabaseValue(stored).flatMap({ Hash($0) }) else { return nil }
      fingerprint = Fingerprint(Digest(hash))
    }
    guard let subject = (row.lenient("subject") as String?).flatMap(Subject.init),
      let entry = (row.lenient("entry") as Data?).flatMap({ Hash($0) }),
      let signatures = (row.lenient("signatures") as Data?).flatMap({ Hash($0) })
    else { return nil }
    self.init(subject: subject, fingerprint: fingerprint, entry: entry, signatures: signatures)
  }
}
