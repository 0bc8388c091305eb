/// A document was received that could not be read as an order. It is kept.
public enum OrderUnreadable: CaseEventKind {
  public static let meanings = [EventMeaning("order.unreadable", duty: .reviewing, voids: .all)]

  public static func event(_ detail: UnreadableDocument) -> CaseEvent { .orderUnreadable(detail) }

  public static func change(_ subject: inout Case, by recorded: Case.Recorded<UnreadableDocument>) {
    subject.unreadable = recorded
  }
}

extension UnreadableDocument: EventDetail {
  /// The document.
  public var commitments: [Commitment] { [document] }
}
