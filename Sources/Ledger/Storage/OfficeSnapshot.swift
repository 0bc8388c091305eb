import Casework
import TamperLog

/// An office as it was at one moment: every row of its database, read in one transaction.
///
/// The gate must judge exactly what the audit found to be sound. If each read the store by itself, a person who can write
/// the file could remove a row between the two reads and put it back later. So both use one snapshot. It chooses the rows
/// of a case by the entries' own bytes and not by a column, and computes the tree's head from the entries.
///
/// Sealed values are read from the live store, because a commitment in an entry verifies each of them. Appending goes to
/// the live store, which refuses an entry that was signed on another head.
public struct OfficeSnapshot: OfficeStore {
  private let live: any OfficeStore
  private let stored: OfficeRows
  /// The entries of the rows, in their order, each as it was read.
  public let entries: [Result<ReadEntry, EntryFault>]
  private let computed: Result<Head, StoreFault>

  /// Reads every row of an office, and every entry.
  public init(of live: any OfficeStore) throws(StoreFault) {
    self.live = live
    stored = try live.rows()
    entries = ReadEntry.read(stored.entries)
    computed = Self.head(of: stored)
  }

  public var folder: OfficeFolder { live.folder }

  public func rows() -> OfficeRows { stored }

  /// Returns the head that the rows' bytes give.
  ///
  /// - Throws: `StoreFault.treeHead` if it is not the stored head.
  public func head() throws(StoreFault) -> Head { try computed.get() }

  private static func head(of rows: OfficeRows) -> Result<Head, StoreFault> {
    var frontier = Frontier()
    for row in rows.entries { frontier.append(Entry.leaf(row.bytes, row.signatures)) }
    guard rows.heads.count == 1, rows.heads[0].size == frontier.size, rows.heads[0].root == frontier.root.bytes else {
      return .failure(.treeHead)
    }
    return .success(Head(size: frontier.size, root: Digest(frontier.root)))
  }

  public func history(of number: CaseNumber?) throws(StoreFault) -> VerifiedHistory {
    var chosen: [(OfficeRows.EntryRow, Result<ReadEntry, EntryFault>)] = []
    var last: Instant?
    for (row, read) in zip(stored.entries, entries) {
      switch read {
      case .failure(let fault): throw .broken(sequence: row.sequence, fault)
      case .success(let read):
        if read.entry.case == nil || read.entry.case == number { chosen.append((row, .success(read))) }
        last = read.entry.time
      }
    }
    let history = try VerifiedHistory(verifying: chosen, head: try? head(), lastTime: last)
    if let number, history.acts.isEmpty { throw .noSuchCase(number) }
    return history
  }

  public func summaries(openOnly: Bool) -> [CaseSummary] {
    openOnly ? stored.cases.filter { !$0.isClosed } : stored.cases
  }

  public func cases(holding fingerprint: Fingerprint, besides number: CaseNumber) -> [CaseNumber] {
    stored.cases.filter { $0.fingerprint == fingerprint.description }.compactMap { $0.duplicate(of: number) }.sorted()
  }

  public func nextNumber(year: Int) -> CaseNumber {
    let serials = entries.compactMap { try? $0.get().entry.case }.filter { $0.year == year }.map(\.serial)
    return CaseNumber(year: year, serial: (serials.max() ?? 0) + 1)
  }

  public func sealed(_ commitment: Commitment) throws(StoreFault) -> SealedValue { try live.sealed(commitment) }

  public func append(
    _ verified: VerifiedEntry, sealed: [SealedPlacement], summary: CaseSummary?
  ) throws(StoreFault) -> Head {
    try live.append(verified, sealed: sealed, summary: summary)
  }
}
