/// An officer left, or gave up a role. The officer's signed acts remain valid.
enum OfficerRetired: RegisterEventKind {
  static let name = "officer.retired"

  static func event(_ detail: OfficerID) -> RegisterEvent { .officerRetired(detail) }

  static func rules(against detail: OfficerID, in registers: Registers) -> [RegisterRule] {
    var rules: [RegisterRule] = []
    if registers.active(detail) == nil { rules.append(.noSuchOfficer) }
    let custodians = registers.officers.values.filter { $0.isActive && $0.officer.role.has(.keepingRegisters) }
    if custodians.count <= 2, custodians.contains(where: { $0.officer.id == detail }) { rules.append(.lastCustodians) }
    return rules
  }

  static func change(_ registers: inout Registers, by detail: OfficerID, at sequence: Int) {
    registers.officers[detail]?.isActive = false
    registers.officers[detail]?.sequence = sequence
  }
}

extension OfficerID: EventDetail {
  /// Empty: no value is sealed with it.
  public var commitments: [Commitment] { [] }
}
