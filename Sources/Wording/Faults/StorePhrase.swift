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
  case clockBehind
  case noSuchCase(CaseNumber)
  case broken(entry: Int, EntryPhrase)
  case impossible(CaseNumber)
  case sealedValue
  case treeHead
  case packChanged(file: String)
}

/// A problem of an entry.
public enum EntryPhrase: Sendable, Hashable, CaseIterable {
  case unreadable, notCanonical, anotherOffice, outOfPlace, leafMismatch, signatureMalformed, signatureCount
  case unknownSigner, wrongRole, signatureWrong, notCustodian, witnessNotAnother, caseMismatch, chartMismatch
  case grantDigest, registerRule
}
