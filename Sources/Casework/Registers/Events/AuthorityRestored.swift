/// The suspension of an authority ended.
public enum AuthorityRestored: RegisterEventKind {
  public static let name = "authority.restored"

  public static func event(_ detail: AuthorityID) -> RegisterEvent { .authorityRestored(detail) }

  public static func rules(against detail: AuthorityID, in registers: Registers) -> [RegisterRule] {
    guard let known = registers.authorities[detail] else { return [.noSuchAuthority] }
    return known.isSuspended ? [] : [.notSuspended]
  }

  public static func change(_ registers: inout Registers, by detail: AuthorityID, at sequence: Int) {
    registers.authorities[detail]?.isSuspended = false
    registers.authorities[detail]?.sequence = sequence
  }
}
