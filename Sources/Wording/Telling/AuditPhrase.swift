import Casework

/// A line of an audit.
public enum AuditLine: Sendable, Hashable {
  /// The office, its founding entry, and what it was compared with.
  case identity(OfficeID?, founding: Digest?, [AuditComparison])
  case broken(AuditPlace, CaseNumber?, AuditPhrase)
  /// A finding that two custodians have set aside.
  case setAside(AuditPlace, CaseNumber?, AuditPhrase)
  case unfinished(CaseNumber?, UnfinishedPhrase)
  /// The office has this number of custodians, which is less than three.
  case fewCustodians(Int)
  /// The number of releases whose envelopes nobody can check.
  case unchecked(releases: Int)
  /// The numbers of the items that were checked.
  case summary(AuditCounts, isSound: Bool)
  case root(String, size: Int)
}

/// What an office was compared with in an audit.
public enum AuditComparison: Sendable, Hashable {
  case keyFile
  case mark(size: Int)
  case checkpoint(size: Int)
}

/// The numbers of the items that an audit checked.
public struct AuditCounts: Sendable, Hashable {
  public var entries: Int
  public var signatures: Int
  public var sealedValues: Int
  public var cases: Int
  public var disclosures: Int

  /// Makes the counts.
  public init(entries: Int, signatures: Int, sealedValues: Int, cases: Int, disclosures: Int) {
    self.entries = entries
    self.signatures = signatures
    self.sealedValues = sealedValues
    self.cases = cases
    self.disclosures = disclosures
  }
}

/// The place of a finding of an audit.
public enum AuditPlace: Sendable, Hashable {
  case entry(Int)
  case file(String)
  case office
}

/// An act that was begun and not finished, or a file that was left over.
public enum UnfinishedPhrase: Sendable, Hashable {
  case delivery
  case uncheckedDelivery
  case closedDelivery
  case strayPackage(path: String)
  case strayEnvelope(path: String)
  case quarantined(path: String)
}

/// A problem that an audit found at a place.
public enum AuditPhrase: Sendable, Hashable {
  // Problems of the row of an entry.
  case atAnotherPlace(row: Int)
  case leafHash
  case treeHeadAfter
  case notCanonical
  case format
  case claimsPlace(Int)
  case otherTreeBefore
  case notLinked
  case rowNamesAnotherCase
  case datedBeforePrevious
  case datedInFuture
  case enteredTooLate
  case severalReceipts
  case otherLogUpgraded
  case notFounding
  case anotherOffice
  case registerRule(event: String)
  // Problems of the signatures of an entry.
  case signaturesUnreadable
  case signatureCount
  case signedTwice
  case signerNotOfficer
  case keyNotSigners(OfficerID)
  case signatureWrong(OfficerID)
  case notCustodians
  case roleNotHeld(OfficerID)
  // Problems of the contents of an entry.
  case neitherActNorChange
  case grantDigest
  case unknownChart
  case otherChart
  case impossibleUnderChart
  case receiptNotOfDocument
  case packageNotOfRecord(PackageProblem)
  case permitForAnother
  case permitRefused(rules: [Reason.Topic])
  case permitNotReplayed
  // Problems of the office's database.
  case damagedFile
  case schema
  case noEntries
  case treeHeadCount
  case entryGone(storedSize: Int)
  case entryBeyondTreeHead(storedSize: Int)
  case treeHeadWrong
  case listedWithoutEntries
  case listedWrongly
  case notListed
  case beyondCheckpoint(size: Int)
  case notCheckpoints
  case checkpointOfAnother
  // Problems of what is kept outside the office's folder.
  case notKeyFiles
  case markGone
  case markStrange
  case beyondMark(size: Int)
  case notMarks
  // Problems of keys, sealed values and files.
  case keyDoesNotOpen(name: String)
  case keyGone(name: String)
  case logKey
  case officeKey
  case unpromisedSealedValue
  case sealedValueFiledWrongly
  case sealedValueDoesNotOpen
  case sealedValueGone
  case envelopeOfAnother
  case releaseWithoutSeed
  case deliveryOfAnother
  case notAFolder
}
