import Casework

/// What an office cannot do, or finds broken.
public enum StoreFault: Error, Sendable, Equatable {
  /// There is no office in that folder.
  case noOffice
  /// Something is there already.
  case alreadyThere
  /// SQLite does not keep what the office needs: journal or durability.
  case notDurable(setting: String)
  /// The database refused, and why.
  case database(StorageTrouble)
  /// A file of the office could not be read or written, and why.
  case file(name: String, StorageTrouble)
  /// The office's key is absent, malformed, or another office's.
  case noKey
  case wrongKey
  /// The log moved between signing and appending: somebody else acted first.
  case headMoved
  /// The clock shows a time before the last entry's.
  case clockBehind
  /// There is no such case.
  case noSuchCase(CaseNumber)
  /// An entry does not hold (I7, I8).
  case broken(sequence: Int, EntryFault)
  /// The acts of a case cannot have happened under its chart.
  case impossible(CaseNumber, ReplayFault)
  /// A sealed value is absent, or does not open, or is not what its commitment says.
  case sealedValue(Commitment)
  /// The tree's stored edge does not give its stored root.
  case treeHead
  /// A file of the office's pack is not the one it was founded with.
  case packChanged(file: String)
}

/// Why an entry is not what it should be.
public enum EntryFault: Error, Sendable, Equatable {
  case unreadable
  case notCanonical
  case anotherOffice
  case outOfPlace
  case leafMismatch
  case signatureMalformed
  case signatureCount
  case unknownSigner
  case wrongRole
  case signatureWrong
  case notCustodian
  case witnessNotAnother
  case caseMismatch
  case chartMismatch
  case grantDigest
  case registerRule
}
