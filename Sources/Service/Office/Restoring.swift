import Audit
import Casework
import Foundation
import Ledger
import LedgerSQLite
import TamperLog
import Wording

/// What an office gives up when it goes on from an older copy.
public struct Restored: Sendable {
  /// The number of entries that are lost; 1 where nobody can tell, because the journal is lost too.
  public var lost: Int
  /// The cases of the lost entries.
  public var cases: [CaseNumber]
}

extension Desk {
  /// Goes on from an older copy of an office's folder. Two custodians sign an entry that names the mark that is given up
  /// and, from the journal, every entry that is lost. The cases and orders of these entries disclose nothing until the
  /// loss is set aside; where a change to the registers or the journal itself is lost, no case does.
  ///
  /// The copy must be one of this office's log: its entries are the first ones of the journal. It must be sound.
  ///
  /// - Parameter keys: the key files of the two custodians.
  public static func restore(
    _ folder: OfficeFolder, keyFile: URL?, world: World, keys: [String], dryRun: Bool = false
  ) throws -> Restored {
    let file = keyFile ?? folder.defaultKey
    guard let key = try readKey(file, isNeeded: true) else { throw ServiceFault.store(.noKey) }
    guard let pin = key.pin else { throw ServiceFault.store(.olderFormat) }
    let marks = MarkBook(key.bytes, pin, beside: file)
    return try marks.inTurn {
      // Opened for an audit, which does not compare the office with its mark.
      let desk = try open(folder, keyFile: file, world: world, to: .reading, isAudit: true)
      guard desk.profile.id == pin.office else { throw ServiceFault.store(.wrongKey) }
      let snapshot = try stored { try OfficeSnapshot(of: desk.office) }
      let history = try stored { try snapshot.history() }
      guard history.ends.founding == pin.founding else { throw ServiceFault.store(.anotherFounding) }
      let report = try desk.audit(of: snapshot)
      guard report.isSound else { throw ServiceFault.unsound(report) }
      let mark = try stored { try marks.mark() }
      let records = snapshot.entries.compactMap { try? $0.get().record }
      if let restoration = history.restoration(of: mark) {
        // The entry is there, and a crash came before the mark.
        if !dryRun { try stored { try marks.begin(after: mark, history.head, records) } }
        return Restored(restoration)
      }
      let losses = try desk.losses(mark, marks, history.head, records)
      let restoration = Restoration(
        restores: mark.restores, size: mark.head.size, root: mark.head.root, losses: losses)
      let draft = try desk.draft(RegisterChange(events: [.officeRestored(restoration)]), history, keys: keys)
      if dryRun { return Restored(restoration) }
      let verified = try desk.verified(draft, try desk.sign(draft, with: keys))
      try stored {
        let head = try SQLiteOffice.open(folder, for: .acting).append(
          verified, after: history.head, sealed: [], summary: nil)
        world.reached(.committed)
        try marks.begin(after: mark, head, records + [verified.record])
      }
      world.reached(.marked)
      return Restored(restoration)
    }
  }

  /// Returns the entries that the mark has and the copy lacks.
  private func losses(
    _ mark: Mark, _ marks: MarkBook, _ head: Head, _ records: [LeafRecord]
  ) throws -> [Loss] {
    guard head.size < mark.head.size else {
      throw head == mark.head
        ? ServiceFault.usage(.nothingToRestore)
        : ServiceFault.store(.notMarked(entry: nil, mark: mark.head.size))
    }
    guard let journal = try stored({ try marks.records(upTo: mark) }) else {
      return [Loss(entry: mark.head.root, number: nil, fingerprint: nil)]
    }
    if let first = zip(records, journal).enumerated().first(where: { $0.element.0 != $0.element.1 })?.offset {
      throw ServiceFault.store(.notMarked(entry: first, mark: mark.head.size))
    }
    return journal[head.size...].map {
      Loss(entry: Digest($0.leaf), number: $0.subject.number, fingerprint: $0.fingerprint)
    }
  }
}

extension Restored {
  fileprivate init(_ restoration: Restoration) {
    lost = restoration.losses.count
    cases = Array(Set(restoration.losses.compactMap(\.number))).sorted()
  }
}

extension VerifiedHistory {
  /// Returns the last entry of the registers where it gives up this very mark; nil otherwise.
  fileprivate func restoration(of mark: Mark) -> Restoration? {
    guard let last = registers.restoration, last.restores == mark.restores, last.size == mark.head.size,
      last.root == mark.head.root
    else { return nil }
    return last
  }
}
