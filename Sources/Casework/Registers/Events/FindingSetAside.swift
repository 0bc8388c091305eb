/// A finding that cannot be mended was set aside, so that it stops no other case (I14).
enum FindingSetAside: RegisterEventKind {
  static let name = "finding.set-aside"

  static func event(_ detail: SetAside) -> RegisterEvent { .findingSetAside(detail) }

  static func rules(against detail: SetAside, in registers: Registers) -> [RegisterRule] {
    registers.setAside.contains(detail) ? [.nothingChanged] : []
  }

  static func change(_ registers: inout Registers, by detail: SetAside, at sequence: Int) {
    registers.setAside.insert(detail)
  }
}

/// A finding about one entry. The same place that is changed again is another finding.
public struct SetAside: EventDetail {
  /// The finding of a time that was wrong.
  public static let time = "time"
  /// The loss of an entry with an older copy of the office.
  public static let loss = "loss"

  /// The leaf of the entry in the tree.
  public var entry: Digest
  /// SHA-256 of the bytes that were found at its place.
  public var found: Digest
  /// The code of the finding: `time`, `loss`, or the audit's word for the problem.
  public var finding: String

  /// Makes the detail.
  public init(entry: Digest, found: Digest, finding: String) {
    self.entry = entry
    self.found = found
    self.finding = finding
  }

  /// Empty: no value is sealed with it.
  public var commitments: [Commitment] { [] }
}
