/// An order was received that can be judged. It opens the case.
enum OrderReceived: CaseEventKind {
  static let meanings = [EventMeaning("order.received", duty: .reviewing, voids: .all)]

  static func event(_ detail: OrderReceipt) -> CaseEvent { .orderReceived(detail) }

  static func change(_ subject: inout Case, by recorded: Case.Recorded<OrderReceipt>) {
    subject.replaceOrder(with: recorded)
  }

  static func action(causing name: String, in number: CaseNumber) -> Action? { .receive(supplements: number) }
}

extension OrderReceipt: EventDetail {
  /// The document.
  public var commitments: [Commitment] { [document] }
}

extension Case {
  /// Puts a new document in force. Everything that rested on the one before is dropped (I5).
  mutating func replaceOrder(with recorded: Recorded<OrderReceipt>) {
    order = recorded
    unreadable = nil
    findings = [:]
    granted = nil
    collected = nil
    approval = nil
    secondReview = nil
    validation = nil
    notification = nil
    clearance = nil
    ground = nil
  }
}
