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
    public var problem: String
  }

  /// Something begun and not ended, or left over: not wrong, but to be finished or known (I12).
  public struct Unfinished: Sendable, Hashable {
    public var number: CaseNumber?
    public var what: String
    /// The file that is left over, inside the office's folder; nil where it is no file.
    public var file: String?
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

  mutating func add(_ place: Place, _ problem: String, _ number: CaseNumber? = nil) {
    let finding = Finding(place: place, number: number, problem: problem)
    if !findings.contains(finding) { findings.append(finding) }
  }
}
