/// The last day of the order's validity has passed. The detail commits to the officer's note.
public enum OrderLapsed: CaseEventKind {
  public static let meanings = [EventMeaning("order.lapsed", duty: .closing, voids: .all)]

  public static func event(_ detail: Commitment) -> CaseEvent { .orderLapsed(detail) }

  /// The chart ends the case; nothing else changes.
  public static func change(_ subject: inout Case, by recorded: Case.Recorded<Commitment>) {}
}
