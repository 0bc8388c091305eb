import Casework

/// What is wrong at a place: with an entry, its signatures, what it says, the store around it, or a sealed value.
public enum AuditProblem: Sendable, Hashable {
  // An entry's row and its place in the log.
  /// The row says that it is this one.
  case atAnotherPlace(row: Int)
  case leafHash
  case treeHeadAfter
  /// The bytes are not an entry in its one spelling.
  case notCanonical
  case format
  /// The entry says that it is this one.
  case claimsPlace(Int)
  case otherTreeBefore
  case rowNamesAnotherCase
  case datedBeforePrevious
  case datedInFuture
  case notFounding
  case anotherOffice
  /// The entry changes a register as no rule allows, by this event.
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
  /// The receipt of an order says otherwise than the sealed order.
  case receiptNotOfDocument
  case permitForAnother
  /// The gate refuses the permit that was spent, for these reasons.
  case permitRefused([Reason])
  case permitNotReplayed

  // The store.
  case damagedFile
  case schema
  case noEntries
  /// There is no stored tree head, or more than one.
  case treeHeadCount
  case entryGone(storedSize: Int)
  case entryBeyondTreeHead(storedSize: Int)
  case treeHeadWrong
  case listedWithoutEntries
  case listedWrongly
  case notListed
  /// The checkpoint counts this many entries.
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
