/// The authority that enforces here was notified of the order.
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

/// A letter between the issuing authority and the one that enforces here: a notification, or the answer to one.
public struct NotificationLetter: EventDetail {
  /// The enforcing authority, as our register knows it; nil where it does not.
  public var authority: AuthorityID?
  /// The document, sealed.
  public var document: Commitment

  /// Makes a record.
  public init(authority: AuthorityID?, document: Commitment) {
    self.authority = authority
    self.document = document
  }

  /// The document.
  public var commitments: [Commitment] { [document] }
}
