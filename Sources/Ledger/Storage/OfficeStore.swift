import Casework
import TamperLog

/// The storage of one office: the log of entries, the sealed values and the list of cases.
///
/// An append is one transaction: it writes the entry, its record for the tree, its sealed values and the case's line in
/// the list, or nothing. When an append returns, its entry survives a loss of power (I12).
///
/// A store verifies nothing. It returns what it has, and the functions below and the audit verify it.
public protocol OfficeStore: Sendable {
  /// The folder in which the office keeps its files.
  var folder: OfficeFolder { get }

  /// The format of the log.
  var format: LogFormat { get }

  /// Passes over the columns from which the tree's leaves are computed, in one snapshot. The pass ends before the first
  /// row that is no record, and `extent` then is larger than the tree.
  ///
  /// - Parameters:
  ///   - sizes: the sizes of the tree whose roots the index must have.
  ///   - limit: the pass ends before this place; nil for no limit.
  func index(watching sizes: Set<Int>, upTo limit: Int?) throws(StoreFault) -> LogIndex

  /// Returns the rows of the entries at these places, in order. A place without a row is left out.
  func entries(at places: [Int]) throws(StoreFault) -> [OfficeRows.EntryRow]

  /// Returns the stored list of cases, by number.
  ///
  /// - Parameter openOnly: leaves out the closed cases and does not read them.
  func summaries(openOnly: Bool) throws(StoreFault) -> [CaseSummary]

  /// Returns a sealed value, from its table or, for a package, from its file.
  func sealed(_ commitment: Commitment) throws(StoreFault) -> SealedValue

  /// Appends a verified entry with its sealed values and the case's line, and returns the head of the tree after it.
  ///
  /// - Parameter head: the verified head after which the entry is appended.
  /// - Throws: `StoreFault.headMoved` where the log has another head, and `StoreFault.foreignSchema` where it has other
  ///   tables or triggers than an office. Nothing is appended then.
  func append(
    _ verified: VerifiedEntry, after head: Head, sealed: [SealedPlacement], summary: CaseSummary?
  ) throws(StoreFault) -> Head

  /// Reads every row in one snapshot. An audit starts from these rows.
  func rows() throws(StoreFault) -> OfficeRows

  /// Removes the rows of the log from a place on, with their sealed values, and writes these lines into the list of
  /// cases. A line of a case that is not among them, and whose last entry is removed, is removed too.
  ///
  /// - Returns: the removed rows.
  func remove(from place: Int, replacing lines: [CaseSummary]) throws(StoreFault) -> [OfficeRows.EntryRow]
}

extension OfficeStore {
  /// Passes over the whole log.
  public func index(watching sizes: Set<Int> = []) throws(StoreFault) -> LogIndex {
    try index(watching: sizes, upTo: nil)
  }

  /// Returns the tree's head.
  public func head() throws(StoreFault) -> Head { try index(watching: []).head }

  /// Reads the registers, and the acts of a case where a number is given. Verifies every entry with the registers before
  /// it. The entries are chosen by the records that the tree covers.
  ///
  /// - Throws: `StoreFault.broken` with the first entry that does not verify; `StoreFault.noSuchCase`.
  public func history(of number: CaseNumber? = nil) throws(StoreFault) -> VerifiedHistory {
    try history(of: number, by: try index(watching: []))
  }

  /// Reads a history by an index of the log.
  public func history(of number: CaseNumber?, by index: LogIndex) throws(StoreFault) -> VerifiedHistory {
    let places = index.places(of: number)
    let rows = try entries(at: places)
    for (place, row) in zip(places, rows) where row.sequence != place {
      throw .broken(sequence: place, .unreadable)
    }
    guard rows.count == places.count else { throw .broken(sequence: places[rows.count], .unreadable) }
    var history = try VerifiedHistory(verifying: rows, in: format, head: index.head)
    history.lastTime = try lastTime(by: index, history.registers)
    // The last leaves of the chains are those of the pass. So no row was exchanged between the pass and this read.
    for (subject, end) in [(Subject.registers, history.ends.registers), (Subject(number), history.ends.subject)] {
      guard let end, let chain = index.chains[subject] else { continue }
      guard end.leaf == Digest(chain.last) else { throw .broken(sequence: end.place, .leafMismatch) }
    }
    if let number, history.acts.isEmpty { throw .noSuchCase(number) }
    return history
  }

  /// Returns the latest time of the entries that the registers have not set aside; nil where there is none.
  ///
  /// An entry is not dated before the entries that its signer saw. So only the last entry whose time was not set aside,
  /// and those that its signer did not see, can have the latest time. An entry that cannot be read, or is not that of its
  /// record, is passed over: the audit names it.
  public func lastTime(by index: LogIndex, _ registers: Registers) throws(StoreFault) -> Instant? {
    var latest: Instant?
    var start = 0
    for place in (0..<index.head.size).reversed() {
      guard place >= start else { break }
      guard let row = try entries(at: [place]).first, let entry = CanonicalJSON.read(Entry.self, row.bytes),
        row.record.map({ $0.entry == .of(row.bytes) }) ?? true,
        !(Hash(row.leaf).map { registers.hasSetAsideTime(of: Digest($0)) } ?? false)
      else { continue }
      if latest == nil { start = min(place, entry.claim.links?.seen.size ?? place) }
      latest = max(latest ?? entry.time, entry.time)
    }
    return latest
  }
}

/// What an office is opened for.
public enum OfficeAccess: Sendable {
  /// No byte of the office changes, and nothing can be appended.
  case reading
  /// Acts are appended.
  case acting
}

/// A sealed value, and the place of its box after the entry is appended.
public enum SealedPlacement: Sendable, Hashable {
  case table(SealedValue)
  /// The box is already on disk under `OfficeFolder.sealedFile`.
  case file(SealedValue)

  /// The sealed value.
  public var value: SealedValue {
    switch self {
    case .table(let value), .file(let value): value
    }
  }
}
