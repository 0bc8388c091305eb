import Casework

/// The reason why the office's storage failed, or what is broken in it.
public enum StorePhrase: Sendable, Hashable {
  case noOffice
  case alreadyThere
  case notDurable(setting: String)
  case database(StorageTrouble)
  case file(name: String, StorageTrouble)
  case noKey
  case wrongKey
  case headMoved
  case clockBehind(seconds: Int64)
  case noSuchCase(CaseNumber)
  case broken(entry: Int, EntryPhrase)
  case impossible(CaseNumber)
  case sealedValue
  case treeHead
  case packChanged(file: String)
  case foreignSchema
  // What opening compares the office with.
  case noMark
  case strangeMark
  case behindMark(size: Int, mark: Int)
  /// The first entry that differs is nil where it is unknown.
  case notMarked(entry: Int?, mark: Int)
  case notAcknowledged(entry: Int)
  case anotherFounding
  case olderFormat
  case olderThanKeyFile
  case olderKeyFile
  case marksInUse
}

/// A problem of an entry.
public enum EntryPhrase: Sendable, Hashable, CaseIterable {
  case unreadable, notCanonical, anotherOffice, outOfPlace, leafMismatch, signatureMalformed, signatureCount
  case unknownSigner, wrongRole, signatureWrong, notCustodian, witnessNotAnother, caseMismatch, chartMismatch
  case grantDigest, registerRule, notLinked, dated, severalReceipts
}
