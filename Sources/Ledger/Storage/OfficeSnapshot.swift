import Casework
import TamperLog

/// An office as it was at one moment: every row of its database, read in one transaction.
///
/// The gate must judge exactly what the audit found to be sound. If each read the store by itself, a person who can write
/// the file could remove a row between the two reads and put it back later. So both use one snapshot. It chooses the rows
/// of a case by the records that the tree covers, and not by an index of the store.
///
/// Sealed values are read from the live store, because a commitment in an entry verifies each of them. Appending goes to
/// the live store, which refuses an entry that was signed on another head.
public struct OfficeSnapshot: OfficeStore {
  /// The store of which this is a snapshot.
  public let live: any OfficeStore
  private let stored: OfficeRows
  /// The entries of the rows, in their order, each as it was read.
  public let entries: [Result<ReadEntry, EntryFault>]

  /// Reads every row of an office, and every entry.
  public init(of live: any OfficeStore) throws(StoreFault) {
    self.live = live
    stored = try live.rows()
    entries = ReadEntry.read(stored.entries)
  }

  private init(live: any OfficeStore, stored: OfficeRows, entries: [Result<ReadEntry, EntryFault>]) {
    self.live = live
    self.stored = stored
    self.entries = entries
  }

  /// Returns the rows of an office of format 1 in the present format, with the record of each entry; nil where an entry or
  /// its signatures cannot be read.
  public func upgraded() -> (office: OfficeSnapshot, records: [LeafRecord])? {
    let records = entries.compactMap { try? $0.get().record }
    guard format == .one, records.count == entries.count else { return nil }
    var rows = stored
    rows.format = .two
    rows.heads = []
    for (place, record) in records.enumerated() {
      rows.entries[place].leaf = record.leaf.bytes
      rows.entries[place].record = record
      rows.entries[place].root = nil
    }
    return (OfficeSnapshot(live: live, stored: rows, entries: entries), records)
  }

  /// Returns the same snapshot without the entries from a place on.
  public func prefix(_ size: Int) -> OfficeSnapshot {
    var rows = stored
    rows.entries = Array(rows.entries.prefix(size))
    return OfficeSnapshot(live: live, stored: rows, entries: Array(entries.prefix(size)))
  }

  /// The first place where the entry is absent, or is not the one whose record the store keeps.
  public var firstMismatch: Int {
    let pairs = zip(stored.entries, entries).enumerated()
    return pairs.first { place, pair in
      pair.0.sequence != place || (try? pair.1.get().leaf(in: format))?.bytes != pair.0.leaf
    }?.offset ?? stored.entries.count
  }

  public var folder: OfficeFolder { live.folder }
  public var format: LogFormat { stored.format }

  public func rows() -> OfficeRows { stored }

  public func index(watching sizes: Set<Int>, upTo limit: Int?) -> LogIndex {
    var index = LogIndex(watching: sizes)
    pass: for (row, read) in zip(stored.entries, entries).prefix(limit ?? .max) {
      guard row.sequence == index.size else { break }
      switch format {
      case .one:
        guard let read = try? read.get(), let leaf = read.leaf(in: .one) else { break pass }
        index.take(read.entry.subject, read.entry.receipts.first?.fingerprint, leaf: leaf)
      case .two:
        // A damaged entry keeps its record, which the mark's root covers. Reading the entry finds the damage.
        guard let record = row.record else { break pass }
        index.take(record)
      }
    }
    index.note(extent: max((stored.entries.map(\.sequence).max() ?? -1) + 1, stored.entries.count))
    return index
  }

  public func entries(at places: [Int]) -> [OfficeRows.EntryRow] {
    places.filter { stored.entries.indices.contains($0) }.map { stored.entries[$0] }
  }

  public func summaries(openOnly: Bool) -> [CaseSummary] {
    openOnly ? stored.cases.filter { !$0.isClosed } : stored.cases
  }

  public func sealed(_ commitment: Commitment) throws(StoreFault) -> SealedValue { try live.sealed(commitment) }

  public func append(
    _ verified: VerifiedEntry, after head: Head, sealed: [SealedPlacement], summary: CaseSummary?
  ) throws(StoreFault) -> Head {
    try live.append(verified, after: head, sealed: sealed, summary: summary)
  }

  public func remove(from place: Int, replacing lines: [CaseSummary]) throws(StoreFault) -> [OfficeRows.EntryRow] {
    try live.remove(from: place, replacing: lines)
  }
}
