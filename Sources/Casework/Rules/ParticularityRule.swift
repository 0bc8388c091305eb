/// The order names particular persons and a bounded time.
///
/// It rests on what an order for data must contain (CPC 671, CCA 38): the type and amount of data and the time, for
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
    // Whoever issued it cannot have known what it asks for: the period has no bound, or the date is a mistake.
    if let last = order.through, order.issued < last { shortcomings.append(.periodAfterIssue(through: last)) }
    return Judgement(shortcomings: shortcomings)
  }
}
