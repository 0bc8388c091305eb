import Casework
import Foundation
import Ledger

/// A store in memory. It keeps every promise of the contract but durability.
final class MemoryOffice: OfficeStore, @unchecked Sendable {
  private struct Contents {
    var entries: [(record: LeafRecord, bytes: [UInt8], signatures: String)] = []
    var sealed: [Commitment: (place: Int, value: SealedValue)] = [:]
    var cases: [String: CaseSummary] = [:]
  }

  let folder = OfficeFolder(URL(filePath: "/nowhere"))
  let format = LogFormat.two
  private let lock = NSLock()
  private var contents = Contents()

  func index(watching sizes: Set<Int>, upTo limit: Int?) -> LogIndex {
    lock.withLock {
      var index = LogIndex(watching: sizes)
      for entry in contents.entries.prefix(limit ?? .max) { index.take(entry.record) }
      return index
    }
  }

  func entries(at places: [Int]) -> [OfficeRows.EntryRow] {
    lock.withLock { places.filter { contents.entries.indices.contains($0) }.map { row($0) } }
  }

  private func row(_ place: Int) -> OfficeRows.EntryRow {
    let entry = contents.entries[place]
    return OfficeRows.EntryRow(
      sequence: place, subject: entry.record.subject.description, bytes: entry.bytes, signatures: entry.signatures,
      leaf: entry.record.leaf.bytes, root: nil, record: entry.record)
  }

  func summaries(openOnly: Bool) -> [CaseSummary] {
    lock.withLock { contents.cases.values.filter { !openOnly || !$0.isClosed }.sorted { $0.number < $1.number } }
  }

  func sealed(_ commitment: Commitment) throws(StoreFault) -> SealedValue {
    guard let found = lock.withLock({ contents.sealed[commitment] }) else { throw .sealedValue(commitment) }
    return found.value
  }

  func append(
    _ verified: VerifiedEntry, after head: Head, sealed: [SealedPlacement], summary: CaseSummary?
  ) throws(StoreFault) -> Head {
    lock.lock()
    defer { lock.unlock() }
    var index = LogIndex()
    for entry in contents.entries { index.take(entry.record) }
    guard index.head == head, verified.place == head.size else { throw .headMoved }
    for placement in sealed where contents.sealed[placement.value.commitment] != nil { throw .database(.other) }
    contents.entries.append((verified.record, verified.bytes, verified.signatures))
    for placement in sealed { contents.sealed[placement.value.commitment] = (verified.place, placement.value) }
    if let summary { contents.cases[summary.number] = summary }
    index.take(verified.record)
    return index.head
  }

  func rows() -> OfficeRows {
    lock.withLock {
      OfficeRows(
        format: .two, entries: contents.entries.indices.map { row($0) },
        sealed: contents.sealed.map { commitment, found in
          OfficeRows.SealedRow(
            commitment: commitment.description, sequence: found.place, keyName: found.value.keyName,
            label: found.value.label, box: found.value.box)
        }.sorted { ($0.sequence, $0.commitment) < ($1.sequence, $1.commitment) }, heads: [],
        cases: contents.cases.values.sorted { $0.number < $1.number }, hasExpectedSchema: true, isIntact: true)
    }
  }

  func remove(from place: Int, replacing lines: [CaseSummary]) -> [OfficeRows.EntryRow] {
    lock.withLock {
      let removed = contents.entries.indices.dropFirst(place).map { row($0) }
      contents.entries.removeLast(max(0, contents.entries.count - place))
      contents.sealed = contents.sealed.filter { $0.value.place < place }
      contents.cases = contents.cases.filter { $0.value.lastSequence < place }
      for line in lines { contents.cases[line.number] = line }
      return removed
    }
  }
}
