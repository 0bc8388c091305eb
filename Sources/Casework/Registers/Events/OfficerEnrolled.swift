/// An officer was enrolled, or came back with another role.
enum OfficerEnrolled: RegisterEventKind {
  static let name = "officer.enrolled"

  static func event(_ detail: Officer) -> RegisterEvent { .officerEnrolled(detail) }

  static func rules(against detail: Officer, in registers: Registers) -> [RegisterRule] {
    var rules: [RegisterRule] = []
    // One key is one person for ever: who comes back with a known key keeps the id, so the history of acts follows.
    let holder = registers.officers.values.first { $0.officer.key == detail.key }
    if let holder, holder.officer.id != detail.id { rules.append(.keyInUse) }
    if let known = registers.officers[detail.id], known.isActive { rules.append(.stillActive) }
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
