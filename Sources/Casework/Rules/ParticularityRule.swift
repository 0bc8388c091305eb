/// The rule that the order names particular persons and a bounded period.
///
/// Source: CPC 671 and CCA 38, on the content of an order for data: the type and amount of data and the time, for
/// persons who can be told from others.
enum ParticularityRule: MechanicalRule {
  static let rule = Rule.particularity
  static let assurance: Assurance? = .particularity

  static func judge(_ order: OrderReceipt, granted: Scope?, facts: Facts) -> Judgement {
    var shortcomings: [Shortcoming] = []
    if order.targets.isEmpty { shortcomings.append(.noTarget) }
    for target in order.targets where !target.identifiers.contains(where: \.isParticular) {
      shortcomings.append(.noParticularTarget(target: target.ordinal))
    }
    if order.from == nil || order.through == nil { shortcomings.append(.unboundedPeriod) }
    // The order asks for days after its date of issue. Such a period is open-ended, or one of the dates is a mistake.
    if let last = order.through, order.issued < last { shortcomings.append(.periodAfterIssue(through: last)) }
    return Judgement(shortcomings: shortcomings)
  }
}
