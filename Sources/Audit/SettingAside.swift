import Casework
import Foundation
import Ledger

/// The findings that two custodians have set aside.
extension OfficeAudit {
  /// Gives each finding about an entry of a case the value with which it can be set aside, and moves those that were.
  ///
  /// A finding about the registers, a file or the whole office cannot be set aside.
  mutating func applySetAside(_ rows: OfficeRows, _ folder: OfficeFolder) {
    let registers = entries.registers
    var standing: [AuditReport.Finding] = []
    for var finding in report.findings {
      if case .entry(let place) = finding.place, finding.problem.isOfOneEntry, rows.entries.indices.contains(place),
        let number = Subject(rows.entries[place].subject)?.number, entries.leaves.indices.contains(place)
      {
        let entry = Digest(entries.leaves[place])
        finding.number = finding.number ?? number
        finding.setAside = SetAside(
          entry: entry, found: found(finding.problem, at: place, rows, folder), finding: finding.problem.code)
        if finding.problem == .datedInFuture, registers.hasSetAsideTime(of: entry) {
          report.timesSetAside.append(finding)
          continue
        }
      }
      if let value = finding.setAside, registers.setAside.contains(value) {
        report.setAside.append(finding)
      } else {
        standing.append(finding)
      }
    }
    report.findings = standing
  }

  /// Returns SHA-256 of the bytes that a finding is about: of the entry with its signatures, or of its sealed values.
  private func found(_ problem: AuditProblem, at place: Int, _ rows: OfficeRows, _ folder: OfficeFolder) -> Digest {
    let row = rows.entries[place]
    guard problem.isOfSealedValues else { return .of(row.bytes + [0x0A] + Array(row.signatures.utf8)) }
    var bytes: [UInt8] = []
    for sealed in rows.sealed where sealed.sequence == place {
      let file = Commitment(sealed.commitment).flatMap { try? DurableFile.read(folder.sealedFile($0)) }
      bytes += Array("\(sealed.commitment)\n\(sealed.keyName)\n\(sealed.label)\n".utf8)
      bytes += Array(Digest.of(sealed.box ?? file ?? []).hex.utf8) + [0x0A]
    }
    return .of(bytes)
  }
}

extension AuditProblem {
  /// The word for the problem in entries: the name of its case.
  public var code: String { Mirror(reflecting: self).children.first?.label ?? "\(self)" }

  /// Says whether the problem is one of its entry, and not of the whole log or office.
  fileprivate var isOfOneEntry: Bool {
    switch self {
    case .treeHeadAfter, .treeHeadCount, .treeHeadWrong, .entryGone, .entryBeyondTreeHead, .beyondCheckpoint,
      .notCheckpoints, .checkpointOfAnother, .notKeyFiles, .markGone, .markStrange, .beyondMark, .notMarks, .logKey,
      .officeKey, .damagedFile, .schema, .noEntries, .notAFolder, .notFounding, .atAnotherPlace:
      false
    default: true
    }
  }

  /// Says whether the problem is one of sealed values, and not of the entry itself.
  fileprivate var isOfSealedValues: Bool {
    switch self {
    case .keyDoesNotOpen, .keyGone, .unpromisedSealedValue, .sealedValueFiledWrongly, .sealedValueDoesNotOpen,
      .sealedValueGone, .envelopeOfAnother, .receiptNotOfDocument, .packageNotOfRecord:
      true
    default: false
    }
  }
}
