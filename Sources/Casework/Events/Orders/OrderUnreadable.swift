/// A document was received that could not be read as an order. The office keeps the document.
enum OrderUnreadable: CaseEventKind {
  static let meanings = [EventMeaning("order.unreadable", duty: .reviewing, voids: .all)]

  static func event(_ detail: UnreadableDocument) -> CaseEvent { .orderUnreadable(detail) }

  static func change(_ subject: inout Case, by recorded: Case.Recorded<UnreadableDocument>) {
    subject.unreadable = recorded
  }

  static func action(causing name: String, in number: CaseNumber) -> Action? { .receive(supplements: number) }
}

extension UnreadableDocument: EventDetail {
  /// The sealed document.
  public var commitments: [Commitment] { [document] }
}
