import Casework

/// A problem that an audit finds in an entry, its signatures, the store, a sealed value or a file.
public enum AuditProblem: Sendable, Hashable {
  // Problems of an entry's row and of its place in the log.
  /// The row has this sequence number, which is not that of its place.
  case atAnotherPlace(row: Int)
  case leafHash
  case treeHeadAfter
  /// The bytes are not an entry in canonical JSON.
  case notCanonical
  case format
  /// The entry has this sequence number, which is not that of its place.
  case claimsPlace(Int)
  /// The signer saw another tree than the one before the entry, or did not see the last entry of the case or registers.
  case otherTreeBefore
  /// The entry does not name the last entries of its case and of the registers.
  case notLinked
  case rowNamesAnotherCase
  case datedBeforePrevious
  case datedInFuture
  /// The entry waited longer than an act may wait, or says that it may.
  case enteredTooLate
  case severalReceipts
  /// The entry carries on a log that had another head in its old format.
  case otherLogUpgraded
  case notFounding
  case anotherOffice
  /// The entry has this event, which the rules of the registers do not allow.
  case registerRule(event: String)

  // Problems of an entry's signatures.
  case signaturesUnreadable
  case signatureCount
  case signedTwice
  case signerNotOfficer
  case keyNotSigners(OfficerID)
  case signatureWrong(OfficerID)
  case notCustodians
  case roleNotHeld(OfficerID)

  // Problems of an entry's contents.
  case neitherActNorChange
  case grantDigest
  case unknownChart
  case otherChart
  case impossibleUnderChart
  /// The receipt of an order differs from the sealed order.
  case receiptNotOfDocument
  /// The sealed package differs from the record of its collection, from its case, or from the form of a package.
  case packageNotOfRecord(PackageProblem)
  case permitForAnother
  /// The gate refuses the permit that was spent, for these reasons.
  case permitRefused([Reason])
  case permitNotReplayed

  // Problems of the store.
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
  /// The checkpoint has this number of entries, which is more than the log has.
  case beyondCheckpoint(size: Int)
  case notCheckpoints
  /// The checkpoint is of another office, or another key signed it.
  case checkpointOfAnother

  // Problems of what is kept outside the office's folder.
  /// The office is not the one that the key file names.
  case notKeyFiles
  case markGone
  case markStrange
  /// The mark has this number of entries, which is more than the log has.
  case beyondMark(size: Int)
  case notMarks

  // Problems of sealed values and files.
  case keyDoesNotOpen(name: String)
  case keyGone(name: String)
  case logKey
  case officeKey
  case unpromisedSealedValue
  case sealedValueFiledWrongly
  case sealedValueDoesNotOpen
  case sealedValueGone
  /// The sealed values do not give the envelope that the entry names: it is not of the approved package, or not for the
  /// approved recipient.
  case envelopeOfAnother
  case releaseWithoutSeed
  case deliveryOfAnother
  case notAFolder
}
