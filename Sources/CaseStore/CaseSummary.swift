import Casework
import GRDB

/// A line of the list of cases: a read model, kept so that listing and finding duplicates is fast.
///
/// An edited line can mislead a list, and a receipt's search for duplicates; it discloses nothing, for an export audits
/// the whole office first, and an audit holds every line against the entries.
public struct CaseSummary: Sendable, Hashable {
  public var number: String
  public var state: String
  public var isClosed: Bool
  /// A permit was spent in the case.
  public var isReleased: Bool
  public var instrument: String?
  public var authority: String?
  public var classes: String
  public var opened: String
  public var answerBy: String?
  public var fingerprint: String?
  public var lastSequence: Int

  /// Sums up a case.
  public init(_ subject: Case, opened: Instant, under workflow: Workflow) {
    number = subject.number.description
    state = workflow.stateNames(subject.configuration).joined(separator: " ")
    isClosed = workflow.isFinished(subject.configuration)
    isReleased = subject.release != nil
    let order = subject.order?.value
    instrument = order?.instrument
    authority = order?.authority?.description
    classes = (order?.classes ?? []).map(\.rawValue).joined(separator: " ")
    self.opened = opened.description
    answerBy = order?.answerBy?.description
    fingerprint = order?.fingerprint?.description
    lastSequence = subject.lastSequence
  }
}

extension CaseSummary: FetchableRecord {
  public init(row: Row) {
    number = row["number"] ?? ""
    state = row["state"] ?? ""
    let (closed, released): (Int?, Int?) = (row["closed"], row["released"])
    isClosed = closed == 1
    isReleased = released == 1
    // What is neither 0 nor 1 reads as no state at all, so that an audit sees it.
    if ![0, 1].contains(closed) || ![0, 1].contains(released) { state = "" }
    instrument = row["instrument"]
    authority = row["authority"]
    classes = row["classes"] ?? ""
    opened = row["opened"] ?? ""
    answerBy = row["answer_by"]
    fingerprint = row["fingerprint"]
    lastSequence = row["last_sequence"] ?? -1
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
