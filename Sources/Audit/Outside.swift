import Ledger
import TamperLog

extension OfficeAudit {
  /// What is kept outside the office's folder, and is compared with the office.
  public struct Outside: Sendable {
    /// The mark of the office.
    public enum FoundMark: Sendable {
      /// The key file names no marks.
      case notExpected
      case absent
      /// The mark is malformed, or was not written with the office's key.
      case strange
      /// The mark, and the leaves of its journal; nil where the journal is absent or not that of the mark.
      case mark(Mark, journal: [Hash]?)
    }

    /// What the key file pins; nil where there is no key file of this version.
    public var pin: OfficeKey.Pin?
    public var mark: FoundMark
    public var checkpoints: [CheckpointNote]

    /// Makes the value.
    public init(pin: OfficeKey.Pin? = nil, mark: FoundMark = .notExpected, checkpoints: [CheckpointNote] = []) {
      self.pin = pin
      self.mark = mark
      self.checkpoints = checkpoints
    }
  }

  mutating func check(_ outside: Outside) {
    report.office = entries.registers.profile?.id
    report.founding = entries.founding
    if let pin = outside.pin {
      report.compared.append(.keyFile)
      if pin.office != report.office || pin.founding != report.founding { report.add(.entry(0), .notKeyFiles) }
    }
    switch outside.mark {
    case .notExpected: break
    case .absent: report.add(.office, .markGone)
    case .strange: report.add(.office, .markStrange)
    case .mark(let mark, let journal):
      report.compared.append(.mark(size: mark.head.size))
      check(mark, journal)
    }
    for note in outside.checkpoints { check(note) }
  }

  private mutating func check(_ mark: Mark, _ journal: [Hash]?) {
    guard entries.root(at: mark.head.size) != mark.head.root else { return }
    let first = journal.flatMap { zip(entries.leaves, $0).enumerated().first { $0.element.0 != $0.element.1 }?.offset }
    if let first {
      report.add(.entry(first), .notMarks)
    } else if mark.head.size > entries.leaves.count {
      report.add(.entry(entries.leaves.count), .beyondMark(size: mark.head.size))
    } else {
      report.add(.entry(max(0, mark.head.size - 1)), .notMarks)
    }
  }

  /// Compares the log with a checkpoint. A checkpoint that this office's key did not sign is of another history.
  private mutating func check(_ note: CheckpointNote) {
    let checkpoint = note.checkpoint
    report.compared.append(.checkpoint(size: checkpoint.size))
    guard let profile = entries.registers.profile, checkpoint.origin == "amanat.invalid/\(profile.id)",
      note.isSigned(by: profile.logKey.bytes)
    else { return report.add(.office, .checkpointOfAnother) }
    guard checkpoint.size <= entries.leaves.count else {
      return report.add(.entry(entries.leaves.count), .beyondCheckpoint(size: checkpoint.size))
    }
    // An older version made checkpoints without the founding entry, of a tree with other leaves.
    let leaves = checkpoint.founding == nil ? entries.oldLeaves : entries.leaves
    if Tree.root(leaves.prefix(checkpoint.size)) != checkpoint.root {
      report.add(.entry(max(0, checkpoint.size - 1)), .notCheckpoints)
    }
  }
}
