/// A further document was received in an open case: from now on it is the order.
public enum OrderSupplemented: CaseEventKind {
  public static let meanings = [EventMeaning("order.supplemented", duty: .reviewing, voids: .all)]

  public static func event(_ detail: OrderReceipt) -> CaseEvent { .orderSupplemented(detail) }

  public static func change(_ subject: inout Case, by recorded: Case.Recorded<OrderReceipt>) {
    subject.replaceOrder(with: recorded)
  }
}
