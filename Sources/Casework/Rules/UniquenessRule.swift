/// The order has not come before: one order is answered once.
enum UniquenessRule: MechanicalRule {
  static let rule = Rule.uniqueness
  static let assurance: Assurance? = .uniqueness

  static func judge(_ order: OrderReceipt, granted: Scope?, facts: Facts) -> Judgement {
    Judgement(shortcomings: facts.sameOrder.sorted().map { .alreadyReceived(number: $0) })
  }
}
