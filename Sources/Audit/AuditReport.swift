import Casework
import Ledger

/// The result of an audit.
public struct AuditReport: Sendable {
  /// The place of a finding.
  public enum Place: Sendable, Hashable {
    case entry(Int)
    case file(String)
    case office
  }

  /// A problem at a place. With one finding the office is not sound, and the program ends with exit code 4.
  public struct Finding: Sendable, Hashable {
    public var place: Place
    public var number: CaseNumber?
    public var problem: AuditProblem
    /// The value with which two custodians can set the finding aside; nil where it cannot be set aside.
    public var setAside: SetAside?
  }

  /// A delivery that is not entered, or a file that no entry names. It is not a finding, but an officer must finish the
  /// delivery or know of the file (I12).
  public struct Unfinished: Sendable, Hashable {
    public var number: CaseNumber?
    public var what: Kind
    /// The path of the file inside the office's folder; nil for a delivery.
    public var file: String?

    /// The kinds of unfinished work.
    public enum Kind: Sendable, Hashable {
      /// A permit is spent and no delivery is recorded. The envelope may have left.
      case delivery
      /// A permit was spent by an older version, without a seed, and no delivery is recorded. The export cannot be
      /// finished, because nobody can check its envelope.
      case uncheckedDelivery
      /// A permit was spent, no delivery is recorded, and the case was closed since. The envelope may have left.
      case closedDelivery
      /// A file in `sealed/` that no entry names.
      case strayPackage
      /// A file in `outbox/` that no entry names.
      case strayEnvelope
      /// A row that did not verify and was moved out of the log.
      case quarantined
    }
  }

  /// What an office was compared with.
  public enum Comparison: Sendable, Hashable {
    case keyFile
    case mark(size: Int)
    case checkpoint(size: Int)
  }

  /// The office; nil where the first entry does not found one.
  public internal(set) var office: OfficeID?
  /// SHA-256 of the founding entry's bytes.
  public internal(set) var founding: Digest?
  /// What the office was compared with; empty where nothing outside its folder was there.
  public internal(set) var compared: [Comparison] = []
  public internal(set) var findings: [Finding] = []
  /// The findings that two custodians have set aside. Their cases disclose nothing.
  public internal(set) var setAside: [Finding] = []
  /// The findings about times that two custodians have set aside. They stop nobody.
  public internal(set) var timesSetAside: [Finding] = []
  /// The number of active custodians.
  public internal(set) var custodians = 0
  public internal(set) var unfinished: [Unfinished] = []
  public internal(set) var entries = 0
  public internal(set) var signatures = 0
  public internal(set) var sealedValues = 0
  public internal(set) var cases = 0
  public internal(set) var disclosures = 0
  /// The releases of older versions, which have no seed. Nobody can check what their envelopes contained.
  public internal(set) var uncheckedReleases = 0
  /// The head that was computed from the entries, not the stored one.
  public internal(set) var head = Head.empty

  public var isSound: Bool { findings.isEmpty }

  /// Says whether the office's folder has files that no entry names. `tidy` removes those that have the name of a
  /// package or an envelope.
  public var hasLeftovers: Bool { unfinished.contains { $0.file != nil } }

  mutating func add(_ place: Place, _ problem: AuditProblem, _ number: CaseNumber? = nil) {
    let finding = Finding(place: place, number: number, problem: problem)
    if !findings.contains(finding) { findings.append(finding) }
  }
}
