import Casework
import Collection
import Ledger
import Packaging
import Wording

// The phrases and hints for the faults of other rooms.

extension SigningPhrase {
  var hints: [Hint] {
    switch self {
    case .noKey: [.makeOrGiveKey]
    case .keyKind: [.makeKey]
    case .notPublic(let file, let beside): [beside ? .givePublicKey(file: file + ".pub") : .askForPublicKey]
    case .noOpenSSH: [.installOpenSSH]
    case .notSigned: [.loadKey]
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
    case .source(let trouble): .unreadableSource(trouble)
    case .noIdentityColumn(let target): .noIdentityColumn(target: target)
    case .noSuchPerson(let target): .noSuchPerson(target: target)
    case .severalPersons(let target, let count): .severalPersons(target: target, count: count)
    case .keyNotUnique(let collection, let field): .keyNotUnique(FieldName(collection, field))
    }
  }

  func hints(_ number: CaseNumber) -> [Hint] {
    switch self {
    case .annotation, .absent, .source: []
    case .ambiguousOwner, .noIdentityColumn, .keyNotUnique: [.correctSource]
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
    case .referenceToAnotherDataset(let collection, let field, let dataset):
      .referenceToAnotherDataset(FieldName(collection, field), dataset: dataset)
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
    case .database(let trouble): .database(trouble)
    case .file(let name, let trouble): .file(name: name, trouble)
    case .noKey: .noKey
    case .wrongKey: .wrongKey
    case .headMoved: .headMoved
    case .clockBehind(let seconds): .clockBehind(seconds: seconds)
    case .foreignSchema: .foreignSchema
    case .noMark: .noMark
    case .strangeMark: .strangeMark
    case .behindMark(let size, let mark): .behindMark(size: size, mark: mark)
    case .notMarked(let entry, let mark): .notMarked(entry: entry, mark: mark)
    case .notAcknowledged(let entry): .notAcknowledged(entry: entry)
    case .anotherFounding: .anotherFounding
    case .olderFormat: .olderFormat
    case .olderThanKeyFile: .olderThanKeyFile
    case .olderKeyFile: .olderKeyFile
    case .marksInUse: .marksInUse
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
    case .headMoved, .marksInUse: [.tryAgain]
    case .clockBehind: [.setClock, .action(.setTimeAside)]
    case .noMark: [.restoreMarks]
    case .strangeMark, .olderKeyFile: [.nameOfficeKey]
    case .behindMark: [.keepFolder, .action(.restore)]
    case .notMarked, .anotherFounding: [.keepFolder]
    case .notAcknowledged: [.actToQuarantine]
    case .olderFormat, .olderThanKeyFile: [.action(.upgrade)]
    case .noSuchCase: [.action(.listCases)]
    case .packChanged: [.restorePackFile]
    case .database, .wrongKey, .broken, .impossible, .sealedValue, .treeHead, .foreignSchema: [.action(.audit)]
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
    case .notLinked: .notLinked
    case .dated: .dated
    case .severalReceipts: .severalReceipts
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

extension ProposalPhrase {
  var hints: [Hint] {
    switch self {
    case .unsigned: [.signProposal(file: nil)]
    case .differs: [.giveCopies]
    case .noDestination: [.nameDestination]
    case .notASigner, .alreadySigned: [.showProposal]
    case .anotherOffice: [.nameItsOffice]
    case .notAProposal, .malformed, .incomplete, .opensNothing, .signedTwice, .strangeSignature, .signatureWrong,
      .datedAhead, .tooOld, .logMoved, .otherLog, .decidedOtherwise, .sealedOtherwise, .fileGone:
      [.proposeAgain]
    }
  }
}
