import Casework
import Ledger

/// A store that breaks one promise, so that the contract's checks are checked.
struct BrokenOffice: OfficeStore {
  enum Promise: String, CaseIterable, Sendable {
    case headIsCompared, sealedIsKept, subjectsAreWhole, ordersAreFound, bytesAreKept, listIsKept, limitIsKept
    case removalIsWhole, openIsTold, orderIsKept
  }

  var inner: MemoryOffice
  var broken: Promise

  var folder: OfficeFolder { inner.folder }
  var format: LogFormat { inner.format }

  func index(watching sizes: Set<Int>, upTo limit: Int?) throws(StoreFault) -> LogIndex {
    switch broken {
    case .limitIsKept: return inner.index(watching: sizes, upTo: nil)
    case .subjectsAreWhole, .ordersAreFound:
      var index = LogIndex(watching: sizes)
      for row in inner.rows().entries.prefix(limit ?? .max) {
        guard var record = row.record else { continue }
        let leaf = record.leaf
        if broken == .ordersAreFound { record.fingerprint = nil }
        if broken == .subjectsAreWhole, row.sequence == 8 { record.subject = .registers }
        index.take(record.subject, record.fingerprint, leaf: leaf)
      }
      return index
    case .headIsCompared, .sealedIsKept, .bytesAreKept, .listIsKept, .removalIsWhole, .openIsTold, .orderIsKept:
      return inner.index(watching: sizes, upTo: limit)
    }
  }

  func entries(at places: [Int]) -> [OfficeRows.EntryRow] {
    var rows = inner.entries(at: places)
    if broken == .bytesAreKept { for place in rows.indices { rows[place].bytes.append(0x20) } }
    return broken == .orderIsKept ? rows.reversed() : rows
  }

  func summaries(openOnly: Bool) -> [CaseSummary] {
    broken == .listIsKept ? [] : inner.summaries(openOnly: broken == .openIsTold ? !openOnly : openOnly)
  }

  func sealed(_ commitment: Commitment) throws(StoreFault) -> SealedValue {
    if broken == .sealedIsKept { throw .sealedValue(commitment) }
    return try inner.sealed(commitment)
  }

  func append(
    _ verified: VerifiedEntry, after head: Head, sealed: [SealedPlacement], summary: CaseSummary?
  ) throws(StoreFault) -> Head {
    let head = broken == .headIsCompared ? inner.index(watching: [], upTo: nil).head : head
    return try inner.append(verified, after: head, sealed: sealed, summary: summary)
  }

  func rows() -> OfficeRows { inner.rows() }

  func remove(from place: Int, replacing lines: [CaseSummary]) -> [OfficeRows.EntryRow] {
    broken == .removalIsWhole
      ? inner.remove(from: place + 1, replacing: lines) : inner.remove(from: place, replacing: lines)
  }
}
