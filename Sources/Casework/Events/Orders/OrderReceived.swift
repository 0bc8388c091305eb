/// A complete order was received. The event opens the case.
enum OrderReceived: CaseEventKind {
  static let meanings = [EventMeaning("order.received", duty: .reviewing, voids: .all)]

  static func event(_ detail: OrderReceipt) -> CaseEvent { .orderReceived(detail) }

  static func change(_ subject: inout Case, by recorded: Case.Recorded<OrderReceipt>) {
    subject.replaceOrder(with: recorded)
  }

  static func action(causing name: String, in number: CaseNumber) -> Action? { .receive(supplements: number) }
}

extension OrderReceipt: EventDetail {
  /// The sealed document.
  public var commitments: [Commitment] { [document] }
}

extension Case {
  /// Replaces the order in force. It removes every value that depended on the earlier order (I5).
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
