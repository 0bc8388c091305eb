/// The suspension of an authority ended.
enum AuthorityRestored: RegisterEventKind {
  static let name = "authority.restored"

  static func event(_ detail: AuthorityID) -> RegisterEvent { .authorityRestored(detail) }

  static func rules(against detail: AuthorityID, in registers: Registers) -> [RegisterRule] {
    guard let known = registers.authorities[detail] else { return [.noSuchAuthority] }
    return known.isSuspended ? [] : [.notSuspended]
  }

  static func change(_ registers: inout Registers, by detail: AuthorityID, at sequence: Int) {
    registers.authorities[detail]?.isSuspended = false
    registers.authorities[detail]?.sequence = sequence
  }
}
