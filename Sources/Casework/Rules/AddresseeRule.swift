/// The rule that the order is addressed to the office, under one of the names in the founding entry.
enum AddresseeRule: MechanicalRule {
  static let rule = Rule.addressee
  static let assurance: Assurance? = .addressee

  static func judge(_ order: OrderReceipt, granted: Scope?, facts: Facts) -> Judgement {
    Judgement(shortcomings: order.isAddressedToUs ? [] : [.addressedToAnother])
  }
}
