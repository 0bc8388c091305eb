/// An authority was registered, or its entry in the register was changed.
enum AuthorityRegistered: RegisterEventKind {
  static let name = "authority.registered"

  static func event(_ detail: Authority) -> RegisterEvent { .authorityRegistered(detail) }

  static func rules(against detail: Authority, in registers: Registers) -> [RegisterRule] {
    var rules: [RegisterRule] = []
    if let known = registers.authority(at: detail.seat), known.authority.id != detail.id { rules.append(.seatTaken) }
    // Another seat is another authority. A call-back that confirmed an order of the one must not count for the other.
    if let known = registers.authorities[detail.id], known.authority.seat != detail.seat { rules.append(.seatChanged) }
    return rules
  }

  static func change(_ registers: inout Registers, by detail: Authority, at sequence: Int) {
    // Registering again (a new number, a new certificate) does not lift a suspension.
    let isSuspended = registers.authorities[detail.id]?.isSuspended ?? false
    registers.authorities[detail.id] = Registers.AuthorityRecord(
      authority: detail, isSuspended: isSuspended, sequence: sequence)
  }
}

extension Authority: EventDetail {
  /// The sealed certificate; empty where the authority has none.
  public var commitments: [Commitment] { certificate.map { [$0.pem] } ?? [] }
}
