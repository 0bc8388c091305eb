import Casework
import Ledger

/// What an audit found.
public struct AuditReport: Sendable {
  /// Where something is wrong.
  public enum Place: Sendable, Hashable {
    case entry(Int)
    case file(String)
    case office
  }

  /// One thing that is wrong, and so one reason why the office cannot be relied on. Exit code 4.
  public struct Finding: Sendable, Hashable {
    public var place: Place
    public var number: CaseNumber?
    public var problem: AuditProblem
  }

  /// Something begun and not ended, or left over: not wrong, but to be finished or known (I12).
  public struct Unfinished: Sendable, Hashable {
    public var number: CaseNumber?
    public var what: Kind
    /// The file that is left over, inside the office's folder; nil where it is no file.
    public var file: String?

    /// What was begun.
    public enum Kind: Sendable, Hashable {
      /// A permit is spent and no delivery is on record: the export may have left.
      case delivery
      /// A package was sealed and no entry names it.
      case strayPackage
      /// An envelope was made and no entry names it.
      case strayEnvelope
    }
  }

  public internal(set) var findings: [Finding] = []
  public internal(set) var unfinished: [Unfinished] = []
  public internal(set) var entries = 0
  public internal(set) var signatures = 0
  public internal(set) var sealedValues = 0
  public internal(set) var cases = 0
  public internal(set) var disclosures = 0
  /// The head that was computed from the entries, not the stored one.
  public internal(set) var head = Head.empty

  public var isSound: Bool { findings.isEmpty }

  /// Says whether files are left over that tidying may remove.
  public var hasLeftovers: Bool { unfinished.contains { $0.file != nil } }

  mutating func add(_ place: Place, _ problem: AuditProblem, _ number: CaseNumber? = nil) {
    let finding = Finding(place: place, number: number, problem: problem)
    if !findings.contains(finding) { findings.append(finding) }
  }
}
