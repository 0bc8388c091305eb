/// The rule that the order is in force today: its date of issue is not in the future, and it has not lapsed.
enum ForceRule: MechanicalRule {
  static let rule = Rule.force
  static let assurance: Assurance? = .force

  static func judge(_ order: OrderReceipt, granted: Scope?, facts: Facts) -> Judgement {
    var shortcomings: [Shortcoming] = []
    if order.issued > facts.today { shortcomings.append(.issuedInFuture(issued: order.issued)) }
    if let last = lapsed(order, facts) { shortcomings.append(.lapsed(validUntil: last)) }
    return Judgement(shortcomings: shortcomings)
  }

  /// Returns the last day of an order that has lapsed; nil while it has not.
  static func lapsed(_ order: OrderReceipt, _ facts: Facts) -> Day? {
    order.validUntil.flatMap { $0 < facts.today ? $0 : nil }
  }
}
