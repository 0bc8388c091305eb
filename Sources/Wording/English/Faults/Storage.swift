import Casework

extension English {
  public func text(_ store: StorePhrase) -> Phrase {
    switch store {
    case .noOffice: "there is no office in this folder"
    case .alreadyThere: "the folder is not empty, or the key file exists; nothing was changed"
    case .notDurable(let setting): "SQLite does not keep the setting that the office needs: \(data: setting)"
    case .database(let trouble): "the database of the office cannot be used: \(text(trouble))"
    case .file(let name, let trouble): "\(data: name) cannot be read or written: \(text(trouble))"
    case .noKey: "the key of the office is not there"
    case .wrongKey: "the key of the office is another office's, or keys.sqlite was changed"
    case .headMoved: "the log kept changing while signing"
    case .clockBehind(let seconds): "the clock is \(.data(Self.duration(seconds))) behind the latest entry"
    case .noSuchCase(let number): "there is no case \(number)"
    case .broken(let entry, let fault): "entry \(entry) is broken: \(text(fault))"
    case .impossible(let number): "the entries of \(number) are not possible under its workflow"
    case .sealedValue: "a sealed value is missing or cannot be opened"
    case .treeHead: "the stored tree head is wrong"
    case .packChanged(let file): "\(data: file) of the office differs from the file that the office was founded with"
    case .foreignSchema: "the tables, indices or triggers of office.sqlite are not those of an office"
    case .noMark: "the mark of the office is not there, so an older copy of the office could not be told"
    case .strangeMark: "the mark of the office was changed, or was written with another key"
    case .behindMark(let size, let mark):
      "an older copy of the office was put back: it has \(text(size, .entries)), and its mark counts \(text(mark, .entries)); entry \(size) is the first that is gone"
    case .notMarked(let entry?, _): "the log was rewritten: entry \(entry) is not the one that was marked"
    case .notMarked(nil, let mark):
      "the log was rewritten: its first \(text(mark, .entries)) are not those that were marked"
    case .notAcknowledged(let entry):
      "entry \(entry) was written into the database after the last act, and does not verify"
    case .anotherFounding: "this is another office: entry 0 is not the founding entry that the key file names"
    case .olderFormat: "the office has the format of an older version, so it can be read only"
    case .olderThanKeyFile: "an office from before its upgrade was put back"
    case .olderKeyFile: "the key file is from before the upgrade of the office"
    case .marksInUse: "another process works in the office for a long time"
    }
  }

  /// Writes a duration in its largest whole unit.
  static func duration(_ seconds: Int64) -> String {
    for (unit, name) in [(86_400, "day"), (3_600, "hour"), (60, "minute")] as [(Int64, String)] where seconds >= unit {
      return "\(seconds / unit) \(name)\(seconds / unit == 1 ? "" : "s")"
    }
    return "\(seconds) second\(seconds == 1 ? "" : "s")"
  }

  func text(_ trouble: StorageTrouble) -> Phrase {
    switch trouble {
    case .damaged: "the file is damaged"
    case .busy: "another process uses it"
    case .full: "no space is left"
    case .noPermission: "this account has no permission"
    case .notRegular: "it is not a regular file, but a folder, a link, a pipe, a socket or a device"
    case .empty: "the file is empty"
    case .foreign: "the file is of another program, or of a later version of this one"
    case .absent: "it does not exist"
    case .device: "the device failed"
    case .other: "the cause is unknown"
    }
  }

  private func text(_ entry: EntryPhrase) -> Phrase {
    switch entry {
    case .unreadable: "it cannot be read"
    case .notCanonical: "it is not written in the only accepted form"
    case .anotherOffice: "it belongs to another office"
    case .outOfPlace: "it is at another place than it says"
    case .notLinked: "it does not follow the last entry of its case or of the registers"
    case .dated: "it is dated before an entry that its signer saw, or after it could be submitted"
    case .severalReceipts: "it receives several orders"
    case .leafMismatch: "its leaf hash is wrong"
    case .signatureMalformed: "its signature cannot be read"
    case .signatureCount: "it has too many or too few signatures"
    case .unknownSigner: "its signer was not an active officer"
    case .wrongRole: "its signer did not have the role"
    case .signatureWrong: "its signature is wrong"
    case .notCustodian: "a custodian did not sign it"
    case .witnessNotAnother: "one person signed it twice"
    case .caseMismatch: "it belongs to another case"
    case .chartMismatch: "it follows another workflow than its case"
    case .grantDigest: "the digest of the granted scope is wrong"
    case .registerRule: "it changes a register against the rules"
    }
  }
}
