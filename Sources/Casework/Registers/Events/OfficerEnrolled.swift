/// An officer was enrolled, or enrolled again with another role.
enum OfficerEnrolled: RegisterEventKind {
  static let name = "officer.enrolled"

  static func event(_ detail: Officer) -> RegisterEvent { .officerEnrolled(detail) }

  static func rules(against detail: Officer, in registers: Registers) -> [RegisterRule] {
    var rules: [RegisterRule] = []
    // A key belongs to one person for ever. An officer who returns with a known key keeps the id, and so the record of
    // acts.
    if let holder = registers.holder(of: detail.key), holder != detail.id { rules.append(.keyInUse) }
    if let known = registers.officers[detail.id] {
      if known.isActive { rules.append(.stillActive) }
      // An id belongs to one person for ever. Another key under the same id would take over the earlier acts of that
      // person.
      if known.officer.key != detail.key { rules.append(.idInUse) }
    }
    return rules
  }

  static func change(_ registers: inout Registers, by detail: Officer, at sequence: Int) {
    let formerKeys = registers.officers[detail.id]?.formerKeys ?? []
    registers.officers[detail.id] = Registers.OfficerRecord(
      officer: detail, isActive: true, sequence: sequence, formerKeys: formerKeys)
  }
}

extension Officer: EventDetail {
  /// The sealed name.
  public var commitments: [Commitment] { [name] }
}
