import Audit
import Casework
import Collection
import Intake
import Ledger
import Packaging

/// Everything that can go wrong at the desk, as a value; the command line turns it into words and an exit code.
public enum DeskFault: Error, Sendable {
  /// Why there is no signature, or no key to enrol. A key file is told by its own name, without its folder.
  public enum Signing: Sendable, Hashable {
    case noKey(file: String)
    case keyKind(file: String)
    /// A public key is wanted, and the file is not one by its name; `beside` says that there is one of that name.
    case notPublic(file: String, beside: Bool)
    case noOpenSSH
    case refused(file: String)
    /// What was signed was signed with another key than the public one beside it.
    case otherKey(file: String)
    case notGiven
    case notAnOfficer(file: String)
  }

  case store(StoreFault)
  case refused(Refusal, CaseNumber?)
  /// A proposal is not signed or not entered.
  case proposal(ProposalFault)
  /// A file is malformed, at a line.
  case malformed(file: String, line: Int?, reason: String)
  case notFound(String)
  case collection(CollectionFault, CaseNumber)
  case packaging(PackagingFault)
  /// The audit found the office broken.
  case unsound(AuditReport)
  case signing(Signing)
  case workflow(WorkflowFlaw, file: String)
  case usage(String)
  /// Graphviz, which draws, is not installed, or did not draw.
  case noGraphviz
  /// The destination holds another file of the export's name.
  case destinationTaken(String)
  /// Another export of the office is under way, or a collecting has a package that is not entered yet.
  case exportUnderWay
  case collectionUnderWay

  /// The exit code .
  public var exitCode: Int32 {
    switch self {
    case .refused, .workflow: 3
    case .malformed, .packaging(.notACertificate): 65
    case .proposal(let fault): fault.exitCode
    case .notFound: 5
    case .unsound: 4
    case .usage: 64
    case .packaging, .noGraphviz, .destinationTaken, .exportUnderWay, .collectionUnderWay: 1
    case .signing(.notAnOfficer): 3
    case .signing(.notGiven), .signing(.notPublic): 64
    case .signing(.noKey): 5
    case .signing(.keyKind): 65
    case .signing: 1
    case .collection(let fault, _):
      switch fault {
      case .annotation, .absent: 65
      case .noSuchPerson, .severalPersons, .ambiguousOwner: 3
      case .source: 1
      }
    case .store(let fault):
      switch fault {
      case .noOffice, .noSuchCase, .noKey: 5
      case .broken, .impossible, .treeHead, .packChanged, .sealedValue, .wrongKey: 4
      case .alreadyThere: 64
      case .database(.damaged): 4
      case .notDurable, .database, .file, .headMoved, .clockBehind: 1
      }
    }
  }
}

extension ProposalFault {
  /// The exit code.
  var exitCode: Int32 {
    switch self {
    case .notAProposal, .malformed, .incomplete, .opensNothing: 65
    case .differs, .noDestination: 64
    case .notASigner, .alreadySigned, .signedTwice, .strangeSignature, .signatureWrong, .unsigned, .anotherOffice,
      .logMoved, .decidedOtherwise, .sealedOtherwise:
      3
    case .fileGone: 5
    }
  }
}
