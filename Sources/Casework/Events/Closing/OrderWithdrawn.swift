/// The authority withdrew its order. The detail commits to the officer's note.
public enum OrderWithdrawn: CaseEventKind {
  public static let meanings = [EventMeaning("order.withdrawn", duty: .closing, voids: .all)]

  public static func event(_ detail: Commitment) -> CaseEvent { .orderWithdrawn(detail) }

  /// The chart ends the case; nothing else changes.
  public static func change(_ subject: inout Case, by recorded: Case.Recorded<Commitment>) {}
}
