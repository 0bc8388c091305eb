import Casework

/// Why the office's storage failed, or what is broken in it.
public enum StorePhrase: Sendable, Hashable {
  case noOffice
  case alreadyThere
  case notDurable(setting: String)
  case database(StorageTroublePhrase)
  case file(name: String, StorageTroublePhrase)
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

/// Why a file could not be read or written.
public enum StorageTroublePhrase: Sendable, Hashable, CaseIterable {
  case damaged, busy, full, noPermission, absent, device, other
}

/// What is wrong with an entry.
public enum EntryPhrase: Sendable, Hashable, CaseIterable {
  case unreadable, notCanonical, anotherOffice, outOfPlace, leafMismatch, signatureMalformed, signatureCount
  case unknownSigner, wrongRole, signatureWrong, notCustodian, witnessNotAnother, caseMismatch, chartMismatch
  case grantDigest, registerRule
}
