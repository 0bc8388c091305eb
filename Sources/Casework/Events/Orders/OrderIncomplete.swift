/// An order was received that lacks a part without which it cannot be judged.
public enum OrderIncomplete: CaseEventKind {
  public static let meanings = [EventMeaning("order.incomplete", duty: .reviewing, voids: .all)]

  public static func event(_ detail: OrderReceipt) -> CaseEvent { .orderIncomplete(detail) }

  public static func change(_ subject: inout Case, by recorded: Case.Recorded<OrderReceipt>) {
    subject.replaceOrder(with: recorded)
  }
}
