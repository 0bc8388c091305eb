import Casework

extension English {
  public func text(_ signing: SigningPhrase) -> Phrase {
    switch signing {
    case .noKey(let file): "key file not found: \(file)"
    case .keyKind(let file):
      "\(file) has no key of an accepted kind (Ed25519, ECDSA, or Ed25519 on a hardware key)"
    case .notPublic(let file): "\(file) is not a public key file; an officer is enrolled with the public key alone"
    case .noOpenSSH: "ssh-keygen is not installed"
    case .notSigned(let file): "ssh-keygen did not sign with \(file)"
    case .otherKey(let file): "\(file) and the public key beside it are not a pair"
    case .notGiven: "no key was given, so nobody signs this act"
    case .notAnOfficer(let file): "the key \(file) belongs to no active officer of this office"
    }
  }

  public func text(_ collecting: CollectingPhrase, in number: CaseNumber) -> Phrase {
    switch collecting {
    case .annotation(nil, let reason): "the annotation: \(asWritten(reason))"
    case .annotation(let line?, let reason): "the annotation, line \(line): \(asWritten(reason))"
    case .absent(let collection, let field):
      text(DocumentPhrase.absentFromDatabase(collection: collection, field: field))
    case .ambiguousOwner(let collection, let field):
      "\(number): a value of '\(collection).\(field)' belongs to more than one account, so the owner of its rows is unknown"
    case .unreadableSource: "\(number): the database cannot be read"
    case .noSuchPerson(let target):
      "\(number): no account has all the identifiers that the order gives for target \(target)"
    case .severalPersons(let target, let count):
      "\(number): \(count) accounts have the identifiers of target \(target); the order does not single out one person"
    }
  }

  public func text(_ packaging: PackagingPhrase) -> Phrase {
    switch packaging {
    case .notACertificate: "the file is not a certificate in PEM form"
    case .notEncrypted: "the package could not be encrypted to the certificate in the register"
    case .tooLarge: "the package is too large, or the name of a file in it is too long"
    case .notAPackage: "the stored package is damaged"
    }
  }
}
