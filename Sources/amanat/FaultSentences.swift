import Service

extension FaultText {
  static func text(_ reason: DeskFault.Signing) -> (String, [String]) {
    switch reason {
    case .noKey(let file):
      ("there is no key file \(file)", ["give a key file that is there, or make one: ssh-keygen -t ed25519 -f KEY"])
    case .keyKind(let file):
      (
        "\(file) holds no key of a kind that is accepted (Ed25519, ECDSA, or Ed25519 on a hardware key)",
        ["ssh-keygen -t ed25519 -f KEY"]
      )
    case .notPublic(let file, let beside):
      (
        "\(file) is not a public key's file: an officer is enrolled with the public half alone",
        [beside ? "give --key \(file).pub" : "ask for the .pub file that ssh-keygen wrote beside the private key"]
      )
    case .noOpenSSH: ("ssh-keygen is not installed", ["apt-get install openssh-client"])
    case .refused(let file):
      (
        "ssh-keygen did not sign with \(file)",
        ["if the key has a passphrase, or another device holds it, load it first: ssh-add KEY"]
      )
    case .otherKey(let file):
      ("\(file) signs with another key than the public one beside it", ["ssh-keygen -l -f \(file).pub"])
    case .notGiven: ("whose act is this? no key was given", ["give --sign-with KEY, or set AMANAT_SIGN_WITH"])
    case .notAnOfficer(let file):
      ("the key \(file) is no active officer's of this office", ["amanat officer list", "amanat officer enrol --help"])
    }
  }

  static func text(_ fault: CollectingFault, _ number: CaseNumber) -> (String, [String]) {
    switch fault {
    case .annotation(let fault):
      ("the annotation\(fault.line.map { " (line \($0))" } ?? ""): \(fault.problem.sentence)", [])
    case .absent(let collection, let field):
      ("the source has no \(collection)\(field.map { "." + $0 } ?? "") that the annotation names", [])
    case .ambiguousOwner(let collection, let field):
      (
        "\(number): whose rows these are cannot be told: a value of '\(collection).\(field)' is another account's too",
        ["correct the source's keys, or its annotation, and collect again"]
      )
    case .source(let trouble): ("the source cannot be read: \(trouble.sentence)", [])
    case .noSuchPerson(let target):
      (
        "\(number): no account bears all the identifiers that the order gives for target \(target)",
        ["amanat refuse \(number) --because TEXT"]
      )
    case .severalPersons(let target, let count):
      (
        "\(number): \(count) accounts bear the identifiers of target \(target); the order is not particular enough",
        ["amanat refuse \(number) --because TEXT"]
      )
    }
  }

  static func text(_ fault: StoreFault) -> (String, [String]) {
    switch fault {
    case .noOffice: ("there is no office in that folder", ["amanat init DIR …"])
    case .alreadyThere:
      (
        "the folder is not empty, or the key file exists; nothing was written over",
        ["give a folder that is empty or absent"]
      )
    case .notDurable(let setting): ("SQLite does not keep \(setting) as the office needs it", [])
    case .database(let trouble): ("the office's database refused: \(Self.text(trouble))", ["amanat audit"])
    case .file(let name, let trouble): ("\(name) could not be read or written: \(Self.text(trouble))", [])
    case .noKey: ("the office's key is not there", ["give --office-key FILE, or set AMANAT_OFFICE_KEY"])
    case .wrongKey:
      ("the office's key does not open its keys: it is another office's, or keys.sqlite was changed", ["amanat audit"])
    case .clockBehind: ("the clock shows a time before the last entry's", ["set the clock, and try again"])
    case .headMoved: ("others keep acting first", ["try again"])
    case .noSuchCase(let number): ("there is no case \(number)", ["amanat list"])
    case .broken(let sequence, let fault): ("entry \(sequence) does not hold: \(fault)", ["amanat audit"])
    case .impossible(let number, _): ("\(number): its entries cannot have happened under its chart", ["amanat audit"])
    case .sealedValue: ("a sealed value is gone or does not open", ["amanat audit"])
    case .treeHead: ("the stored tree head does not hold", ["amanat audit"])
    case .packChanged(let file):
      ("the office's \(file) is not the one it was founded with", ["restore the file from the pack"])
    }
  }

  static func text(_ trouble: StorageTrouble) -> String {
    switch trouble {
    case .damaged: "the file is damaged"
    case .busy: "another process holds it"
    case .full: "there is no space left"
    case .noPermission: "this account has no right to"
    case .absent: "it is not there"
    case .device: "the device failed"
    case .other: "for an unknown reason"
    }
  }
}
