/// A higher authority quashed the order. The detail commits to the officer's note.
enum OrderQuashed: CaseEventKind {
  static let meanings = [EventMeaning("order.quashed", duty: .closing, voids: .all)]

  static func event(_ detail: Commitment) -> CaseEvent { .orderQuashed(detail) }

  /// The chart ends the case; nothing else changes.
  static func change(_ subject: inout Case, by recorded: Case.Recorded<Commitment>) {}

  static func action(causing name: String, in number: CaseNumber) -> Action? { .close(number, .quashed) }
}
