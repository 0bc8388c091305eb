/// The rule that the authority is in the register and not suspended.
///
/// It follows from the promise to give data only to a competent authority. Two custodians keep the register, so an
/// authority that is missing from it is unknown to the office.
enum AuthorityRule: MechanicalRule {
  static let rule = Rule.authority
  static let assurance: Assurance? = .authority

  static func judge(_ order: OrderReceipt, granted: Scope?, facts: Facts) -> Judgement {
    guard let record = facts.authority(of: order) else { return Judgement(shortcomings: [.unknownAuthority]) }
    return Judgement(
      evidence: [.register(entry: record.sequence)], shortcomings: record.isSuspended ? [.suspendedAuthority] : [])
  }
}
