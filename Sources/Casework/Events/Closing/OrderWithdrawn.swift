/// The authority withdrew its order. The detail is the commitment to the officer's note.
enum OrderWithdrawn: CaseEventKind {
  static let meanings = [EventMeaning("order.withdrawn", duty: .closing, voids: .all)]

  static func event(_ detail: Commitment) -> CaseEvent { .orderWithdrawn(detail) }

  /// Changes nothing: the chart ends the case.
  static func change(_ subject: inout Case, by recorded: Case.Recorded<Commitment>) {}

  static func action(causing name: String, in number: CaseNumber) -> Action? { .close(number, .withdrawn) }
}
