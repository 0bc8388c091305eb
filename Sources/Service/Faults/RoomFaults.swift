import Casework
import Collection
import Ledger
import Packaging
import Wording

// The faults of the rooms below, as phrases and hints.

extension ServiceFault.Signing {
  var phrase: SigningPhrase {
    switch self {
    case .noKey(let file): .noKey(file: file)
    case .keyKind(let file): .keyKind(file: file)
    case .notPublic(let file, beside: _): .notPublic(file: file)
    case .noOpenSSH: .noOpenSSH
    case .refused(let file): .notSigned(file: file)
    case .otherKey(let file): .otherKey(file: file)
    case .notGiven: .notGiven
    case .notAnOfficer(let file): .notAnOfficer(file: file)
    }
  }

  var hints: [Hint] {
    switch self {
    case .noKey: [.makeOrGiveKey]
    case .keyKind: [.makeKey]
    case .notPublic(let file, let beside): [beside ? .givePublicKey(file: file + ".pub") : .askForPublicKey]
    case .noOpenSSH: [.installOpenSSH]
    case .refused: [.loadKey]
    case .otherKey(let file): [.compareKey(file: file)]
    case .notGiven: [.nameKey]
    case .notAnOfficer: [.action(.listOfficers), .action(.enrol)]
    }
  }
}

extension CollectionFault {
  var phrase: CollectingPhrase {
    switch self {
    case .annotation(let fault): .annotation(line: fault.line, fault.problem.phrase)
    case .absent(let collection, let field): .absent(collection: collection, field: field)
    case .ambiguousOwner(let collection, let field): .ambiguousOwner(collection: collection, field: field)
    case .source(let trouble): .unreadableSource(trouble.phrase)
    case .noSuchPerson(let target): .noSuchPerson(target: target)
    case .severalPersons(let target, let count): .severalPersons(target: target, count: count)
    }
  }

  func hints(_ number: CaseNumber) -> [Hint] {
    switch self {
    case .annotation, .absent, .source: []
    case .ambiguousOwner: [.correctSource]
    case .noSuchPerson, .severalPersons: [.action(.refuse(number, nil))]
    }
  }
}

extension AnnotationFault.Problem {
  var phrase: AnnotationPhrase {
    switch self {
    case .notYAML: .notYAML
    case .tooManyAliases(let limit): .tooManyAliases(limit: limit)
    case .keyTwice(let key): .keyTwice(key)
    case .keyAbsent(let key): .keyAbsent(key)
    case .wrongShape(let key, let wanted): .wrongShape(key: key, wanted.phrase)
    case .collectionTwice(let name): .collectionTwice(name)
    case .fieldTwice(let collection, let field): .fieldTwice(FieldName(collection, field))
    case .noCategory(let collection, let field, let text): .noCategory(FieldName(collection, field), text)
    case .noIdentity(let collection, let field, let text):
      .noIdentity(FieldName(collection, field), text, known: IdentifierKind.allCases.map(\.rawValue))
    case .noReference(let collection, let field, let text): .noReference(FieldName(collection, field), text)
    case .noDirection(let collection, let field, let text): .noDirection(FieldName(collection, field), text)
    case .referenceToNothing(let collection, let field, let target):
      .referenceToNothing(FieldName(collection, field), target: target)
    case .noTimeField(let collection, let field): .noTimeField(FieldName(collection, field))
    }
  }
}

extension AnnotationFault.Shape {
  fileprivate var phrase: AnnotationShape {
    switch self {
    case .mapping: .mapping
    case .list: .list
    case .text: .text
    case .flag: .flag
    }
  }
}

extension SourceTrouble {
  fileprivate var phrase: StorageTroublePhrase {
    switch self {
    case .damaged: .damaged
    case .busy: .busy
    case .absent: .absent
    case .noPermission: .noPermission
    case .device: .device
    case .other: .other
    }
  }
}

extension PackagingFault {
  var phrase: PackagingPhrase {
    switch self {
    case .notACertificate: .notACertificate
    case .envelope: .notEncrypted
    case .archive: .tooLarge
    case .strayRow: .strayRow
    case .notABag: .notAPackage
    }
  }
}

extension StoreFault {
  var phrase: StorePhrase {
    switch self {
    case .noOffice: .noOffice
    case .alreadyThere: .alreadyThere
    case .notDurable(let setting): .notDurable(setting: setting)
    case .database(let trouble): .database(trouble.phrase)
    case .file(let name, let trouble): .file(name: name, trouble.phrase)
    case .noKey: .noKey
    case .wrongKey: .wrongKey
    case .headMoved: .headMoved
    case .clockBehind: .clockBehind
    case .noSuchCase(let number): .noSuchCase(number)
    case .broken(let sequence, let fault): .broken(entry: sequence, fault.phrase)
    case .impossible(let number, _): .impossible(number)
    case .sealedValue: .sealedValue
    case .treeHead: .treeHead
    case .packChanged(let file): .packChanged(file: file)
    }
  }

  var hints: [Hint] {
    switch self {
    case .noOffice: [.action(.found)]
    case .alreadyThere: [.giveEmptyFolder]
    case .notDurable, .file: []
    case .noKey: [.nameOfficeKey]
    case .headMoved: [.tryAgain]
    case .clockBehind: [.setClock]
    case .noSuchCase: [.action(.listCases)]
    case .packChanged: [.restorePackFile]
    case .database, .wrongKey, .broken, .impossible, .sealedValue, .treeHead: [.action(.audit)]
    }
  }
}

extension StorageTrouble {
  fileprivate var phrase: StorageTroublePhrase {
    switch self {
    case .damaged: .damaged
    case .busy: .busy
    case .full: .full
    case .noPermission: .noPermission
    case .absent: .absent
    case .device: .device
    case .other: .other
    }
  }
}

extension EntryFault {
  fileprivate var phrase: EntryPhrase {
    switch self {
    case .unreadable: .unreadable
    case .notCanonical: .notCanonical
    case .anotherOffice: .anotherOffice
    case .outOfPlace: .outOfPlace
    case .leafMismatch: .leafMismatch
    case .signatureMalformed: .signatureMalformed
    case .signatureCount: .signatureCount
    case .unknownSigner: .unknownSigner
    case .wrongRole: .wrongRole
    case .signatureWrong: .signatureWrong
    case .notCustodian: .notCustodian
    case .witnessNotAnother: .witnessNotAnother
    case .caseMismatch: .caseMismatch
    case .chartMismatch: .chartMismatch
    case .grantDigest: .grantDigest
    case .registerRule: .registerRule
    }
  }
}

extension ProposalFault {
  var phrase: ProposalPhrase {
    switch self {
    case .notAProposal: .notAProposal
    case .malformed(let member): .malformed(member: member)
    case .incomplete(let member): .incomplete(member: member)
    case .opensNothing: .opensNothing
    case .differs(let file): .differs(file: file)
    case .notASigner(let file): .notASigner(file: file)
    case .alreadySigned(let file): .alreadySigned(file: file)
    case .signedTwice(let officer): .signedTwice(officer)
    case .strangeSignature: .strangeSignature
    case .signatureWrong(let officer): .signatureWrong(officer)
    case .unsigned(let officers): .unsigned(officers)
    case .anotherOffice: .anotherOffice
    case .logMoved: .logMoved
    case .decidedOtherwise: .decidedOtherwise
    case .sealedOtherwise: .sealedOtherwise
    case .fileGone: .fileGone
    case .noDestination: .noDestination
    }
  }

  var hints: [Hint] {
    switch self {
    case .unsigned: [.signProposal(file: nil)]
    case .differs: [.giveCopies]
    case .noDestination: [.nameDestination]
    case .notASigner, .alreadySigned: [.showProposal]
    case .anotherOffice: [.nameItsOffice]
    case .notAProposal, .malformed, .incomplete, .opensNothing, .signedTwice, .strangeSignature, .signatureWrong,
      .logMoved, .decidedOtherwise, .sealedOtherwise, .fileGone:
      [.proposeAgain]
    }
  }
}
