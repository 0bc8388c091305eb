import Casework

extension English {
  public func text(_ signing: SigningPhrase) -> Phrase {
    switch signing {
    case .noKey(let file): "key file not found: \(data: file)"
    case .keyKind(let file):
      "\(data: file) has no key of an accepted kind (Ed25519, ECDSA, or Ed25519 on a hardware key)"
    case .notPublic(let file, beside: _):
      "\(data: file) is not a public key file; an officer is enrolled with the public key alone"
    case .noOpenSSH: "ssh-keygen is not installed"
    case .notSigned(let file): "ssh-keygen did not sign with \(data: file)"
    case .otherKey(let file): "\(data: file) and the public key beside it are not a pair"
    case .notGiven: "no key was given, so nobody signs this act"
    case .notAnOfficer(let file): "the key \(data: file) belongs to no active officer of this office"
    }
  }

  public func text(_ collecting: CollectingPhrase, in number: CaseNumber) -> Phrase {
    switch collecting {
    case .annotation(nil, let reason): "the annotation: \(text(reason))"
    case .annotation(let line?, let reason): "the annotation, line \(line): \(text(reason))"
    case .absent(let collection, let field):
      text(DocumentPhrase.absentFromSource(collection: collection, field: field))
    case .ambiguousOwner(let collection, let field):
      "\(number): a value of '\(data: collection).\(data: field)' belongs to more than one account, so the owner of its rows is unknown"
    case .unreadableSource(let trouble): "\(number): the source cannot be read: \(text(trouble))"
    case .noIdentityColumn(let target):
      "\(number): the annotation has no identity column for any identifier of target \(target) that singles out one person"
    case .keyNotUnique(let field):
      "\(number): the key '\(data: field)' of the person's row is not the key of exactly one row"
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
    case .strayRow: "a row of the source does not have the columns of its table"
    }
  }
}
