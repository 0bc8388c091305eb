/// A complete order was received in an open case. It replaces the earlier order.
enum OrderSupplemented: CaseEventKind {
  static let meanings = [EventMeaning("order.supplemented", duty: .reviewing, voids: .all)]

  static func event(_ detail: OrderReceipt) -> CaseEvent { .orderSupplemented(detail) }

  static func change(_ subject: inout Case, by recorded: Case.Recorded<OrderReceipt>) {
    subject.replaceOrder(with: recorded)
  }

  static func action(causing name: String, in number: CaseNumber) -> Action? { .receive(supplements: number) }
}
