import Audit
import Casework
import Collection
import Intake
import Ledger
import Packaging
import Wording

/// A fault in a use case. `Wording` turns the fault into text, and the caller turns its kind into an exit code or a
/// status.
public enum ServiceFault: Error, Sendable {
  case store(StoreFault)
  case refused(Refusal, CaseNumber?)
  /// A proposal is not signed or not entered.
  case proposal(ProposalPhrase)
  /// A file is malformed. The place has the line where it is known.
  case malformed(FilePlace, DocumentPhrase)
  case notFound(NotFoundPhrase)
  /// A file that a person named cannot be read.
  case unreadable(path: String, StorageTrouble)
  /// A file or a folder that a person named cannot be written.
  case unwritable(path: String, UnwritablePhrase)
  case collection(CollectionFault, CaseNumber)
  case packaging(PackagingFault)
  /// The package of a case is not the one that the entry of its collection describes.
  case package(PackageProblem, CaseNumber)
  /// The audit found the office broken.
  case unsound(AuditReport)
  case signing(SigningPhrase)
  case workflow(WorkflowFlaw, file: String)
  case usage(UsagePhrase)
  /// Graphviz is not installed or failed.
  case noGraphviz
  /// The destination has another file with the name of the export.
  case destinationTaken(String)
  /// Another export of the office is running.
  case exportUnderWay
  /// A collection has written a package that is not in the log yet.
  case collectionUnderWay

  /// The kind of a fault. A program has an exit code for each kind, and a web page a status.
  public enum Kind: Sendable, Hashable, CaseIterable {
    /// Something failed that is neither the input nor a rule.
    case fault
    /// A rule refuses the request.
    case refused
    /// The integrity of the office is broken.
    case broken
    case notFound
    /// The request is incomplete, contradictory or has a wrong value.
    case usage
    /// A file is malformed.
    case malformed
  }

  /// The kind of the fault.
  public var kind: Kind {
    switch self {
    case .refused, .workflow: .refused
    case .malformed, .packaging(.notACertificate): .malformed
    case .proposal(let fault): fault.kind
    case .notFound: .notFound
    case .unwritable(_, .trouble(.absent)): .notFound
    case .unreadable, .unwritable: .fault
    case .package(.olderFormat, _): .refused
    case .unsound, .package: .broken
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
      case .broken, .impossible, .treeHead, .packChanged, .sealedValue, .wrongKey, .foreignSchema, .noMark,
        .strangeMark, .behindMark, .notMarked, .notAcknowledged, .anotherFounding, .olderThanKeyFile, .olderKeyFile:
        .broken
      case .olderFormat: .refused
      case .alreadyThere: .usage
      case .database(.damaged), .file(name: _, .empty), .file(name: _, .foreign), .file(name: _, .notRegular):
        .broken
      case .notDurable, .database, .file, .headMoved, .clockBehind, .marksInUse: .fault
      }
    }
  }
}

extension ServiceFault {
  /// Returns the fault for a document that its reader refuses.
  static func malformed(_ fault: IntakeFault, in file: FileNamed) -> ServiceFault {
    .malformed(FilePlace(file, line: fault.line), DocumentPhrase(fault))
  }
}

extension ProposalPhrase {
  /// The kind of the fault.
  var kind: ServiceFault.Kind {
    switch self {
    case .notAProposal, .malformed, .incomplete, .opensNothing: .malformed
    case .differs, .noDestination: .usage
    case .notASigner, .alreadySigned, .signedTwice, .strangeSignature, .signatureWrong, .unsigned, .anotherOffice,
      .datedAhead, .tooOld, .logMoved, .otherLog, .decidedOtherwise, .sealedOtherwise:
      .refused
    case .fileGone: .notFound
    }
  }
}

extension DocumentPhrase {
  /// Makes the phrase for a document that its reader refuses.
  init(_ fault: IntakeFault) { self = .reading(fault.code) }
}
