import Casework
import GRDB
import Ledger

/// The list of cases as rows of the table `cases`.
extension CaseSummary {
  init(row: Row) {
    let (closed, released): (Int?, Int?) = (row.lenient("closed"), row.lenient("released"))
    // A flag that is neither 0 nor 1 gives an empty state, so that an audit finds it.
    let hasFlags = [0, 1].contains(closed) && [0, 1].contains(released)
    self.init(
      number: row.lenient("number") ?? "", state: hasFlags ? row.lenient("state") ?? "" : "", isClosed: closed == 1,
      isReleased: released == 1, instrument: row.lenient("instrument"), authority: row.lenient("authority"),
      classes: row.lenient("classes") ?? "", opened: row.lenient("opened") ?? "", answerBy: row.lenient("answer_by"),
      fingerprint: row.lenient("fingerprint"), lastSequence: row.lenient("last_sequence") ?? -1)
  }

  static func all(_ db: Database) throws -> [CaseSummary] {
    try Row.fetchAll(db, sql: "SELECT * FROM cases ORDER BY number").map(CaseSummary.init(row:))
  }

  /// Returns the cases that are not closed. A flag that is neither 0 nor 1 counts as open.
  static func open(_ db: Database) throws -> [CaseSummary] {
    try Row.fetchAll(db, sql: "SELECT * FROM cases WHERE closed IS NOT 1 ORDER BY number").map(CaseSummary.init(row:))
  }

  func save(_ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO cases(number, state, closed, released, instrument, authority, classes, opened, answer_by, fingerprint,
          last_sequence)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT(number) DO UPDATE SET state = excluded.state, closed = excluded.closed, released = excluded.released,
          instrument = excluded.instrument, authority = excluded.authority, classes = excluded.classes,
          answer_by = excluded.answer_by, fingerprint = excluded.fingerprint, last_sequence = excluded.last_sequence
        """,
      arguments: [
        number, state, isClosed ? 1 : 0, isReleased ? 1 : 0, instrument, authority, classes, opened, answerBy,
        fingerprint, lastSequence,
      ])
  }
}
