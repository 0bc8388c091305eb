/// The last day of the order's validity has passed. The detail commits to the officer's note.
enum OrderLapsed: CaseEventKind {
  static let meanings = [EventMeaning("order.lapsed", duty: .closing, voids: .all)]

  static func event(_ detail: Commitment) -> CaseEvent { .orderLapsed(detail) }

  /// The chart ends the case; nothing else changes.
  static func change(_ subject: inout Case, by recorded: Case.Recorded<Commitment>) {}

  static func action(causing name: String, in number: CaseNumber) -> Action? { .close(number, .lapsed) }
}
