/// The order is addressed to us, under one of the names that the office was founded with.
public enum AddresseeRule: MechanicalRule {
  public static let rule = Rule.addressee
  public static let assurance: Assurance? = .addressee

  public static func judge(_ order: OrderReceipt, granted: Scope?, facts: Facts) -> Judgement {
    Judgement(shortcomings: order.isAddressedToUs ? [] : [.addressedToAnother])
  }
}
