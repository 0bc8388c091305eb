/// The time in which the enforcing authority could raise a ground for refusal is over.
enum NotificationElapsed: CaseEventKind {
  static let meanings = [
    EventMeaning("notification.elapsed", duty: .preparing, earns: AssuranceSet([.clearance]))
  ]

  static func event(_ detail: Elapsed) -> CaseEvent { .notificationElapsed(detail) }

  static func change(_ subject: inout Case, by recorded: Case.Recorded<Elapsed>) {
    subject.clearance = recorded.map { .elapsed($0) }
  }
}
