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
    case .clockBehind: "the clock is behind the time of the last entry"
    case .noSuchCase(let number): "there is no case \(number)"
    case .broken(let entry, let fault): "entry \(entry) is broken: \(text(fault))"
    case .impossible(let number): "the entries of \(number) are not possible under its workflow"
    case .sealedValue: "a sealed value is missing or cannot be opened"
    case .treeHead: "the stored tree head is wrong"
    case .packChanged(let file): "\(data: file) of the office differs from the file that the office was founded with"
    }
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
