/// The order's last day of validity has passed. The detail is the commitment to the officer's note.
enum OrderLapsed: CaseEventKind {
  static let meanings = [EventMeaning("order.lapsed", duty: .closing, voids: .all)]

  static func event(_ detail: Commitment) -> CaseEvent { .orderLapsed(detail) }

  /// Changes nothing: the chart ends the case.
  static func change(_ subject: inout Case, by recorded: Case.Recorded<Commitment>) {}

  static func action(causing name: String, in number: CaseNumber) -> Action? { .close(number, .lapsed) }
}
