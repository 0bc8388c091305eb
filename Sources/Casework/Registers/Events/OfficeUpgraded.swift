/// The log was carried on in a new format. The entry signs the head that the log had in the old one, so that old
/// checkpoints still count.
enum OfficeUpgraded: RegisterEventKind {
  static let name = "office.upgraded"

  static func event(_ detail: UpgradedLog) -> RegisterEvent { .officeUpgraded(detail) }

  static func rules(against detail: UpgradedLog, in registers: Registers) -> [RegisterRule] {
    registers.upgrade == nil ? [] : [.nothingChanged]
  }

  static func change(_ registers: inout Registers, by detail: UpgradedLog, at sequence: Int) {
    registers.upgrade = detail
  }
}

/// The head of a log in the format before its upgrade.
public struct UpgradedLog: EventDetail {
  /// The number of entries.
  public var size: Int
  /// The root of the tree of the old format.
  public var root: Digest

  /// Makes the head.
  public init(size: Int, root: Digest) {
    self.size = size
    self.root = root
  }

  /// Empty: no value is sealed with it.
  public var commitments: [Commitment] { [] }
}
