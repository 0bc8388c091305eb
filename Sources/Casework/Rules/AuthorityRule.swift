/// The authority is in our register and not suspended.
///
/// It rests on the promise that only a competent authority is given anything: whoever is not in the register, which two
/// custodians keep, is nobody to us.
enum AuthorityRule: MechanicalRule {
  static let rule = Rule.authority
  static let assurance: Assurance? = .authority

  static func judge(_ order: OrderReceipt, granted: Scope?, facts: Facts) -> Judgement {
    guard let record = facts.authority(of: order) else { return Judgement(shortcomings: [.unknownAuthority]) }
    return Judgement(
      evidence: [.register(entry: record.sequence)], shortcomings: record.isSuspended ? [.suspendedAuthority] : [])
  }
}
