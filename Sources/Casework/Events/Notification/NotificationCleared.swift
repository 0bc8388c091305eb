/// The enforcing authority answered that it raises no ground for refusal.
enum NotificationCleared: CaseEventKind {
  static let meanings = [
    EventMeaning("notification.cleared", duty: .preparing, earns: AssuranceSet([.clearance]))
  ]

  static func event(_ detail: NotificationLetter) -> CaseEvent { .notificationCleared(detail) }

  static func change(_ subject: inout Case, by recorded: Case.Recorded<NotificationLetter>) {
    subject.clearance = recorded.map { .cleared($0) }
  }
}
