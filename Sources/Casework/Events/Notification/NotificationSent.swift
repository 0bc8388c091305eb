/// The enforcing authority was notified of the order.
enum NotificationSent: CaseEventKind {
  static let meanings = [
    EventMeaning("notification.sent", duty: .preparing, voids: AssuranceSet([.clearance]))
  ]

  static func event(_ detail: NotificationLetter) -> CaseEvent { .notificationSent(detail) }

  static func change(_ subject: inout Case, by recorded: Case.Recorded<NotificationLetter>) {
    subject.notification = recorded
    subject.clearance = nil
  }
}

/// A letter between the issuing and the enforcing authority: a notification, or the answer to one.
public struct NotificationLetter: EventDetail {
  /// The enforcing authority in the register; nil where the register does not have it.
  public var authority: AuthorityID?
  /// The document, sealed.
  public var document: Commitment

  /// Makes a record.
  public init(authority: AuthorityID?, document: Commitment) {
    self.authority = authority
    self.document = document
  }

  /// The sealed document.
  public var commitments: [Commitment] { [document] }
}
