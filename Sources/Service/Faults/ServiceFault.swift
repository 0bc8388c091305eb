import Audit
import Casework
import Collection
import Intake
import Ledger
import Packaging
import Wording

/// Everything that can go wrong in a use case, as a value. `Wording` turns it into words, and who calls into an exit code
/// or a status.
public enum ServiceFault: Error, Sendable {
  case store(StoreFault)
  case refused(Refusal, CaseNumber?)
  /// A proposal is not signed or not entered.
  case proposal(ProposalPhrase)
  /// A file is malformed, at a line where one is known.
  case malformed(FilePlace, DocumentPhrase)
  case notFound(NotFoundPhrase)
  case collection(CollectionFault, CaseNumber)
  case packaging(PackagingFault)
  /// The audit found the office broken.
  case unsound(AuditReport)
  case signing(SigningPhrase)
  case workflow(WorkflowFlaw, file: String)
  case usage(UsagePhrase)
  /// Graphviz, which draws, is not installed, or did not draw.
  case noGraphviz
  /// The destination holds another file of the export's name.
  case destinationTaken(String)
  /// Another export of the office is under way, or a collecting has a package that is not entered yet.
  case exportUnderWay
  case collectionUnderWay

  /// What sort of fault it is: a program ends with a code for each, a page answers with a status for each.
  public enum Kind: Sendable, Hashable, CaseIterable {
    /// Something failed that is neither the input nor a rule.
    case fault
    /// A rule refuses what was asked.
    case refused
    /// The integrity of the office is broken.
    case broken
    case notFound
    /// The request was made wrongly.
    case usage
    /// A file is malformed.
    case malformed
  }

  /// What sort of fault it is.
  public var kind: Kind {
    switch self {
    case .refused, .workflow: .refused
    case .malformed, .packaging(.notACertificate): .malformed
    case .proposal(let fault): fault.kind
    case .notFound: .notFound
    case .unsound: .broken
    case .usage: .usage
    case .packaging, .noGraphviz, .destinationTaken, .exportUnderWay, .collectionUnderWay: .fault
    case .signing(.notAnOfficer): .refused
    case .signing(.notGiven), .signing(.notPublic): .usage
    case .signing(.noKey): .notFound
    case .signing(.keyKind): .malformed
    case .signing: .fault
    case .collection(let fault, _):
      switch fault {
      case .annotation, .absent, .noIdentityColumn: .malformed
      case .noSuchPerson, .severalPersons, .keyNotUnique, .ambiguousOwner: .refused
      case .source: .fault
      }
    case .store(let fault):
      switch fault {
      case .noOffice, .noSuchCase, .noKey: .notFound
      case .broken, .impossible, .treeHead, .packChanged, .sealedValue, .wrongKey: .broken
      case .alreadyThere: .usage
      case .database(.damaged): .broken
      case .notDurable, .database, .file, .headMoved, .clockBehind: .fault
      }
    }
  }
}

extension ServiceFault {
  /// A document that its reader does not accept.
  static func malformed(_ fault: IntakeFault, in file: FileNamed) -> ServiceFault {
    .malformed(FilePlace(file, line: fault.line), DocumentPhrase(fault))
  }
}

extension ProposalPhrase {
  /// What sort of fault it is.
  var kind: ServiceFault.Kind {
    switch self {
    case .notAProposal, .malformed, .incomplete, .opensNothing: .malformed
    case .differs, .noDestination: .usage
    case .notASigner, .alreadySigned, .signedTwice, .strangeSignature, .signatureWrong, .unsigned, .anotherOffice,
      .datedAhead, .tooOld, .logMoved, .decidedOtherwise, .sealedOtherwise:
      .refused
    case .fileGone: .notFound
    }
  }
}

extension DocumentPhrase {
  /// What a reader has against a document.
  init(_ fault: IntakeFault) { self = .reading(fault.code) }
}
