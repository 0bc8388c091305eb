import Casework

/// A fault of the store of an office: an operation failed, or a stored value is wrong.
public enum StoreFault: Error, Sendable, Equatable {
  /// There is no office in that folder.
  case noOffice
  /// A new office cannot be made, because its folder has files or the file for its key exists.
  case alreadyThere
  /// SQLite does not have the setting that durability needs.
  case notDurable(setting: String)
  /// The database failed, for this reason.
  case database(StorageTrouble)
  /// A file of the office could not be read or written, for this reason.
  case file(name: String, StorageTrouble)
  /// The office's key is absent, malformed or unusable.
  case noKey
  /// The wrapped keys are absent, or the office's key does not open them.
  case wrongKey
  /// Another entry was appended after the entry was signed.
  case headMoved
  /// The time of the entry is before that of the last entry.
  case clockBehind
  /// There is no such case.
  case noSuchCase(CaseNumber)
  /// An entry does not pass verification (I7, I8).
  case broken(sequence: Int, EntryFault)
  /// The acts of a case are impossible under its chart.
  case impossible(CaseNumber, ReplayFault)
  /// A sealed value is absent, does not open, or does not match its commitment.
  case sealedValue(Commitment)
  /// The stored frontier of the tree does not give the stored root.
  case treeHead
  /// A file of the office's pack differs from the one at the founding.
  case packChanged(file: String)
}

/// The reason why an entry does not pass verification.
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
