/// The rule that no other case has the same order, because an order is carried out once.
enum UniquenessRule: MechanicalRule {
  static let rule = Rule.uniqueness
  static let assurance: Assurance? = .uniqueness

  static func judge(_ order: OrderReceipt, granted: Scope?, facts: Facts) -> Judgement {
    Judgement(shortcomings: facts.sameOrder.sorted().map { .alreadyReceived(number: $0) })
  }
}
