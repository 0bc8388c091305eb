/// The order has not come before: one order is answered once.
public enum UniquenessRule: MechanicalRule {
  public static let rule = Rule.uniqueness
  public static let assurance: Assurance? = .uniqueness

  public static func judge(_ order: OrderReceipt, granted: Scope?, facts: Facts) -> Judgement {
    Judgement(shortcomings: facts.sameOrder.sorted().map { .alreadyReceived(number: $0) })
  }
}
