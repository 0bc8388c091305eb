/// An order was received that lacks a part, and cannot be checked without it.
enum OrderIncomplete: CaseEventKind {
  static let meanings = [EventMeaning("order.incomplete", duty: .reviewing, voids: .all)]

  static func event(_ detail: OrderReceipt) -> CaseEvent { .orderIncomplete(detail) }

  static func change(_ subject: inout Case, by recorded: Case.Recorded<OrderReceipt>) {
    subject.replaceOrder(with: recorded)
  }

  static func action(causing name: String, in number: CaseNumber) -> Action? { .receive(supplements: number) }
}
