/// An authority was suspended: nothing is disclosed to it until it is restored.
public enum AuthoritySuspended: RegisterEventKind {
  public static let name = "authority.suspended"

  public static func event(_ detail: AuthorityID) -> RegisterEvent { .authoritySuspended(detail) }

  public static func rules(against detail: AuthorityID, in registers: Registers) -> [RegisterRule] {
    guard let known = registers.authorities[detail] else { return [.noSuchAuthority] }
    return known.isSuspended ? [.alreadySuspended] : []
  }

  public static func change(_ registers: inout Registers, by detail: AuthorityID, at sequence: Int) {
    registers.authorities[detail]?.isSuspended = true
    registers.authorities[detail]?.sequence = sequence
  }
}

extension AuthorityID: EventDetail {
  /// Nothing is sealed.
  public var commitments: [Commitment] { [] }
}
