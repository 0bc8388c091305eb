import Audit
import Casework
import Foundation
import Ledger
import Wording

extension Desk {
  /// Passes over the log. To act, every entry of it is verified: the head is that of the mark.
  func index() throws -> LogIndex {
    guard let marks, !(office is OfficeSnapshot) else { return try stored { try Self.whole(office.index()) } }
    switch access {
    case .reading:
      return try stored {
        do throws(StoreFault) {
          return try Self.whole(marks.compared(office).index)
        } catch .noMark {
          return try Self.whole(office.index())
        }
      }
    case .acting:
      if let index = try settled(office, marks) { return index }
      return try marks.inTurn { try settle(marks) }
    }
  }

  /// Refuses a log with rows that are no entries.
  private static func whole(_ index: LogIndex) throws(StoreFault) -> LogIndex {
    guard index.extent == index.head.size else { throw .broken(sequence: index.head.size, .unreadable) }
    return index
  }

  /// Returns the index of a log that ends at its mark; nil where it has rows beyond it.
  func settled(_ office: any OfficeStore, _ marks: MarkBook) throws -> LogIndex? {
    let (mark, index) = try stored { try marks.compared(office) }
    return index.head == mark.head && index.extent == mark.head.size ? index : nil
  }

  /// Verifies in full what came after the mark, and raises the mark. A crash between an append and its mark leaves such
  /// entries, and so does a person who writes into the database. Rows that do not verify are put into quarantine.
  private func settle(_ marks: MarkBook) throws -> LogIndex {
    while true {
      if let index = try settled(office, marks) { return index }
      let (mark, _) = try stored { try marks.compared(office) }
      let snapshot = try stored { try OfficeSnapshot(of: office) }
      let index = try stored { try snapshot.index(watching: [mark.head.size]) }
      guard index.root(at: mark.head.size) == mark.head.root else {
        throw ServiceFault.store(.broken(sequence: snapshot.firstMismatch, .leafMismatch))
      }
      let broken = try audit(of: snapshot).findings.compactMap { finding -> Int? in
        guard case .entry(let place) = finding.place, place >= mark.head.size else { return nil }
        return place
      }
      let end = min(broken.min() ?? index.head.size, index.head.size)
      if end < index.extent {
        try quarantine(snapshot, from: end)
      } else {
        let records = snapshot.entries[mark.head.size...].compactMap { try? $0.get().record }
        try stored { try marks.raise(to: index.head, records, of: office) }
      }
    }
  }

  /// Moves the rows from a place on out of the log, into files of the folder `quarantine`.
  private func quarantine(_ snapshot: OfficeSnapshot, from place: Int) throws {
    let sound = snapshot.prefix(place)
    let index = try stored { try sound.index() }
    let rows = snapshot.rows().entries.filter { $0.sequence >= place || $0.sequence < 0 }
    let listed = snapshot.rows().cases.filter { $0.lastSequence >= place }
    let numbers = Set(rows.compactMap { Subject($0.subject)?.number } + listed.compactMap { CaseNumber($0.number) })
    let lines = try numbers.filter { index.chains[.matter($0)] != nil }.compactMap { number -> CaseSummary? in
      let history = try stored { try sound.history(of: number, by: index) }
      let workflow = try workflow(of: history)
      guard let opened = history.acts.first?.time else { return nil }
      return CaseSummary(try replayed(number, history, workflow), opened: opened, under: workflow)
    }
    let folder = office.folder.quarantine
    try OutputPlace.makeFolder(folder, mode: 0o700)
    for row in rows {
      let name = "\(row.sequence)-\(Digest.of(row.bytes).hex.prefix(16))"
      try stored {
        try DurableFile.write(row.bytes, to: folder.appending(path: "\(name).entry"))
        try DurableFile.write(Array(row.signatures.utf8), to: folder.appending(path: "\(name).sig"))
      }
    }
    _ = try stored { try office.remove(from: place, replacing: lines) }
    world.notice(.quarantined(rows: rows.count, folder: folder.lastPathComponent))
  }
}
