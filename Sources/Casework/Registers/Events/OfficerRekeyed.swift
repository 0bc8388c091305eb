/// An officer's key was replaced, for example because it was lost. The acts that were signed with the old key remain
/// valid, and the officer keeps the id.
enum OfficerRekeyed: RegisterEventKind {
  static let name = "officer.rekeyed"

  static func event(_ detail: OfficerKey) -> RegisterEvent { .officerRekeyed(detail) }

  static func rules(against detail: OfficerKey, in registers: Registers) -> [RegisterRule] {
    guard registers.active(detail.officer) != nil else { return [.noSuchOfficer] }
    return registers.holder(of: detail.key) == nil ? [] : [.keyInUse]
  }

  static func change(_ registers: inout Registers, by detail: OfficerKey, at sequence: Int) {
    guard var record = registers.officers[detail.officer] else { return }
    record.formerKeys.append(Registers.FormerKey(key: record.officer.key, until: sequence))
    record.officer.key = detail.key
    record.sequence = sequence
    registers.officers[detail.officer] = record
  }
}

/// The new key of an officer.
public struct OfficerKey: EventDetail {
  /// The officer, who is active.
  public var officer: OfficerID
  /// The public key as an OpenSSH line without a comment.
  public var key: String

  /// Makes the detail.
  public init(officer: OfficerID, key: String) {
    self.officer = officer
    self.key = key
  }

  /// Empty: no value is sealed with it.
  public var commitments: [Commitment] { [] }
}
