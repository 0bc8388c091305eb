/// The time in which the enforcing authority could raise a ground for refusal is over.
public enum NotificationElapsed: CaseEventKind {
  public static let meanings = [
    EventMeaning("notification.elapsed", duty: .preparing, earns: AssuranceSet([.clearance]))
  ]

  public static func event(_ detail: Elapsed) -> CaseEvent { .notificationElapsed(detail) }

  public static func change(_ subject: inout Case, by recorded: Case.Recorded<Elapsed>) {
    subject.clearance = recorded.map { .elapsed($0) }
  }
}
