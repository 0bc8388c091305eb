/// An officer was enrolled, or came back with another role.
enum OfficerEnrolled: RegisterEventKind {
  static let name = "officer.enrolled"

  static func event(_ detail: Officer) -> RegisterEvent { .officerEnrolled(detail) }

  static func rules(against detail: Officer, in registers: Registers) -> [RegisterRule] {
    var rules: [RegisterRule] = []
    // One key is one person for ever: who comes back with a known key keeps the id, so the history of acts follows.
    let holder = registers.officers.values.first { $0.officer.key == detail.key }
    if let holder, holder.officer.id != detail.id { rules.append(.keyInUse) }
    if let known = registers.officers[detail.id] {
      if known.isActive { rules.append(.stillActive) }
      // An id stays its person's: another key under it would take over everything that the person signed.
      if known.officer.key != detail.key { rules.append(.idInUse) }
    }
    return rules
  }

  static func change(_ registers: inout Registers, by detail: Officer, at sequence: Int) {
    registers.officers[detail.id] = Registers.OfficerRecord(officer: detail, isActive: true, sequence: sequence)
  }
}

extension Officer: EventDetail {
  /// The name.
  public var commitments: [Commitment] { [name] }
}
