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
  /// The tables or triggers of the office's database are not those of an office.
  case foreignSchema
  /// There is no such case.
  case noSuchCase(CaseNumber)
  /// An entry does not pass verification (I7, I8).
  case broken(sequence: Int, EntryFault)
  /// The acts of a case are impossible under its chart.
  case impossible(CaseNumber, ReplayFault)
  /// A sealed value is absent, does not open, or does not match its commitment.
  case sealedValue(Commitment)
  /// The log has rows that are no entries, or the stored head is not that of its entries.
  case treeHead
  /// The folder of the marks has no mark.
  case noMark
  /// The mark is malformed, or was not written with this office's key.
  case strangeMark
  /// The log has fewer entries than its mark: an older copy of the office was put back.
  case behindMark(size: Int, mark: Int)
  /// The log has another history than its mark: its entries up to the mark have another root. The first entry that
  /// differs is named by the journal; it is nil where the journal is absent or is not that of the mark.
  case notMarked(entry: Int?, mark: Int)
  /// The entry is beyond the mark and does not verify. The next act puts it into quarantine.
  case notAcknowledged(entry: Int)
  /// The first entry is not the founding entry that the key file names.
  case anotherFounding
  /// The office has the format of an older version, and must be upgraded before acts are entered.
  case olderFormat
  /// The office has the format of an older version, and its key file is of this version: an office from before the
  /// upgrade was put back.
  case olderThanKeyFile
  /// The key file is of an older version, and the office of this one.
  case olderKeyFile
  /// The clock is behind the latest entry, by this number of seconds.
  case clockBehind(seconds: Int64)
  /// Another program holds the lock of the marks for too long.
  case marksInUse
  /// A file of the office's pack differs from the one at the founding.
  case packChanged(file: String)
}

/// The reason why an entry does not pass verification.
public enum EntryFault: Error, Sendable, Equatable {
  case unreadable
  case notCanonical
  case anotherOffice
  case outOfPlace
  /// The entry does not name the last entries of its subject and of the registers.
  case notLinked
  /// The entry is dated before one that its signer saw, or after the moment until which it may be submitted.
  case dated
  /// The entry receives several orders.
  case severalReceipts
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
