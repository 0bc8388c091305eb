import Casework

/// A line of an audit.
public enum AuditLine: Sendable, Hashable {
  case broken(AuditPlace, CaseNumber?, AuditPhrase)
  case unfinished(CaseNumber?, UnfinishedPhrase)
  /// How much was checked.
  case summary(AuditCounts, isSound: Bool)
  case root(String, size: Int)
}

/// How much an audit checked.
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

/// Where an audit found something.
public enum AuditPlace: Sendable, Hashable {
  case entry(Int)
  case file(String)
  case office
}

/// Something begun and not ended, or a file that is left over.
public enum UnfinishedPhrase: Sendable, Hashable {
  case delivery
  case strayPackage(path: String)
  case strayEnvelope(path: String)
}

/// What an audit found wrong at a place.
public enum AuditPhrase: Sendable, Hashable {
  // An entry's row.
  case atAnotherPlace(row: Int)
  case leafHash
  case treeHeadAfter
  case notCanonical
  case format
  case claimsPlace(Int)
  case otherTreeBefore
  case rowNamesAnotherCase
  case datedBeforePrevious
  case datedInFuture
  case notFounding
  case anotherOffice
  case registerRule(event: String)
  // Its signatures.
  case signaturesUnreadable
  case signatureCount
  case signedTwice
  case signerNotOfficer
  case keyNotSigners(OfficerID)
  case signatureWrong(OfficerID)
  case notCustodians
  case roleNotHeld(OfficerID)
  // What it says.
  case neitherActNorChange
  case grantDigest
  case unknownChart
  case otherChart
  case impossibleUnderChart
  case receiptNotOfDocument
  case permitForAnother
  case permitRefused(rules: [Reason.Topic])
  case permitNotReplayed
  // The store.
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
  // Sealed values and files.
  case keyDoesNotOpen(name: String)
  case logKey
  case officeKey
  case unpromisedSealedValue
  case sealedValueFiledWrongly
  case sealedValueDoesNotOpen
  case sealedValueGone
  case envelopeGone
  case envelopeReplaced
  case deliveryOfAnother
  case notAFolder
}
