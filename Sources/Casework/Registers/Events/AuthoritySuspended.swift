/// An authority was suspended. Nothing is disclosed to it until it is restored.
enum AuthoritySuspended: RegisterEventKind {
  static let name = "authority.suspended"

  static func event(_ detail: AuthorityID) -> RegisterEvent { .authoritySuspended(detail) }

  static func rules(against detail: AuthorityID, in registers: Registers) -> [RegisterRule] {
    guard let known = registers.authorities[detail] else { return [.noSuchAuthority] }
    return known.isSuspended ? [.alreadySuspended] : []
  }

  static func change(_ registers: inout Registers, by detail: AuthorityID, at sequence: Int) {
    registers.authorities[detail]?.isSuspended = true
    registers.authorities[detail]?.sequence = sequence
  }
}

extension AuthorityID: EventDetail {
  /// Empty: no value is sealed with it.
  public var commitments: [Commitment] { [] }
}
