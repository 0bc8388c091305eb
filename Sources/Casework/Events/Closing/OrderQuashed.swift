/// A higher authority quashed the order. The detail commits to the officer's note.
public enum OrderQuashed: CaseEventKind {
  public static let meanings = [EventMeaning("order.quashed", duty: .closing, voids: .all)]

  public static func event(_ detail: Commitment) -> CaseEvent { .orderQuashed(detail) }

  /// The chart ends the case; nothing else changes.
  public static func change(_ subject: inout Case, by recorded: Case.Recorded<Commitment>) {}
}
