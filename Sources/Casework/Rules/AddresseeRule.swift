/// The order is addressed to us, under one of the names that the office was founded with.
enum AddresseeRule: MechanicalRule {
  static let rule = Rule.addressee
  static let assurance: Assurance? = .addressee

  static func judge(_ order: OrderReceipt, granted: Scope?, facts: Facts) -> Judgement {
    Judgement(shortcomings: order.isAddressedToUs ? [] : [.addressedToAnother])
  }
}
