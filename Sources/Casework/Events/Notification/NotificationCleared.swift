/// The enforcing authority answered that it raises no ground for refusal.
public enum NotificationCleared: CaseEventKind {
  public static let meanings = [
    EventMeaning("notification.cleared", duty: .preparing, earns: AssuranceSet([.clearance]))
  ]

  public static func event(_ detail: NotificationLetter) -> CaseEvent { .notificationCleared(detail) }

  public static func change(_ subject: inout Case, by recorded: Case.Recorded<NotificationLetter>) {
    subject.clearance = recorded.map { .cleared($0) }
  }
}
