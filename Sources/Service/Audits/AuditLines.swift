import Audit
import Casework
import Wording

extension AuditReport {
  /// The lines of the report: findings, unfinished exports and stray files, counts, and the root of the tree.
  public var lines: [AuditLine] {
    var lines: [AuditLine] = [.identity(office, founding: founding, compared.map(\.phrase))]
    lines += findings.map { .broken($0.place.phrase, $0.number, $0.problem.phrase) }
    lines += (setAside + timesSetAside).map { .setAside($0.place.phrase, $0.number, $0.problem.phrase) }
    lines += unfinished.map { .unfinished($0.number, $0.phrase) }
    if uncheckedReleases > 0 { lines.append(.unchecked(releases: uncheckedReleases)) }
    if custodians < 3 { lines.append(.fewCustodians(custodians)) }
    let counts = AuditCounts(
      entries: entries, signatures: signatures, sealedValues: sealedValues, cases: cases, disclosures: disclosures)
    return lines + [.summary(counts, isSound: isSound), .root(head.root.description, size: head.size)]
  }
}

extension AuditReport.Comparison {
  fileprivate var phrase: AuditComparison {
    switch self {
    case .keyFile: .keyFile
    case .mark(let size): .mark(size: size)
    case .checkpoint(let size): .checkpoint(size: size)
    }
  }
}

extension AuditReport.Place {
  fileprivate var phrase: AuditPlace {
    switch self {
    case .entry(let sequence): .entry(sequence)
    case .file(let name): .file(name)
    case .office: .office
    }
  }
}

extension AuditReport.Unfinished {
  /// The phrase for the unfinished export or the stray file.
  public var phrase: UnfinishedPhrase {
    switch what {
    case .delivery: .delivery
    case .strayPackage: .strayPackage(path: file ?? "")
    case .uncheckedDelivery: .uncheckedDelivery
    case .closedDelivery: .closedDelivery
    case .strayEnvelope: .strayEnvelope(path: file ?? "")
    case .quarantined: .quarantined(path: file ?? "")
    }
  }
}

extension AuditProblem {
  /// The phrase for the problem.
  public var phrase: AuditPhrase {
    switch self {
    case .atAnotherPlace(let row): .atAnotherPlace(row: row)
    case .leafHash: .leafHash
    case .treeHeadAfter: .treeHeadAfter
    case .notCanonical: .notCanonical
    case .format: .format
    case .claimsPlace(let sequence): .claimsPlace(sequence)
    case .otherTreeBefore: .otherTreeBefore
    case .notLinked: .notLinked
    case .enteredTooLate: .enteredTooLate
    case .severalReceipts: .severalReceipts
    case .otherLogUpgraded: .otherLogUpgraded
    case .checkpointOfAnother: .checkpointOfAnother
    case .notKeyFiles: .notKeyFiles
    case .markGone: .markGone
    case .markStrange: .markStrange
    case .beyondMark(let size): .beyondMark(size: size)
    case .notMarks: .notMarks
    case .keyGone(let name): .keyGone(name: name)
    case .rowNamesAnotherCase: .rowNamesAnotherCase
    case .datedBeforePrevious: .datedBeforePrevious
    case .datedInFuture: .datedInFuture
    case .notFounding: .notFounding
    case .anotherOffice: .anotherOffice
    case .registerRule(let event): .registerRule(event: event)
    case .signaturesUnreadable: .signaturesUnreadable
    case .signatureCount: .signatureCount
    case .signedTwice: .signedTwice
    case .signerNotOfficer: .signerNotOfficer
    case .keyNotSigners(let officer): .keyNotSigners(officer)
    case .signatureWrong(let officer): .signatureWrong(officer)
    case .notCustodians: .notCustodians
    case .roleNotHeld(let officer): .roleNotHeld(officer)
    case .neitherActNorChange: .neitherActNorChange
    case .grantDigest: .grantDigest
    case .unknownChart: .unknownChart
    case .otherChart: .otherChart
    case .impossibleUnderChart: .impossibleUnderChart
    case .receiptNotOfDocument: .receiptNotOfDocument
    case .packageNotOfRecord(let problem): .packageNotOfRecord(problem)
    case .permitForAnother: .permitForAnother
    case .permitRefused(let reasons): .permitRefused(rules: reasons.map(\.topic))
    case .permitNotReplayed: .permitNotReplayed
    case .damagedFile: .damagedFile
    case .schema: .schema
    case .noEntries: .noEntries
    case .treeHeadCount: .treeHeadCount
    case .entryGone(let size): .entryGone(storedSize: size)
    case .entryBeyondTreeHead(let size): .entryBeyondTreeHead(storedSize: size)
    case .treeHeadWrong: .treeHeadWrong
    case .listedWithoutEntries: .listedWithoutEntries
    case .listedWrongly: .listedWrongly
    case .notListed: .notListed
    case .beyondCheckpoint(let size): .beyondCheckpoint(size: size)
    case .notCheckpoints: .notCheckpoints
    case .keyDoesNotOpen(let name): .keyDoesNotOpen(name: name)
    case .logKey: .logKey
    case .officeKey: .officeKey
    case .unpromisedSealedValue: .unpromisedSealedValue
    case .sealedValueFiledWrongly: .sealedValueFiledWrongly
    case .sealedValueDoesNotOpen: .sealedValueDoesNotOpen
    case .sealedValueGone: .sealedValueGone
    case .envelopeOfAnother: .envelopeOfAnother
    case .releaseWithoutSeed: .releaseWithoutSeed
    case .deliveryOfAnother: .deliveryOfAnother
    case .notAFolder: .notAFolder
    }
  }
}
