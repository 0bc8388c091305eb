/// The order is one of which no authority need be notified.
enum NotificationExempt: CaseEventKind {
  static let meanings = [
    EventMeaning("notification.exempt", duty: .preparing, earns: AssuranceSet([.clearance]))
  ]

  static func event(_ detail: Exemption) -> CaseEvent { .notificationExempt(detail) }

  static func change(_ subject: inout Case, by recorded: Case.Recorded<Exemption>) {
    subject.clearance = recorded.map { .exempt($0) }
  }
}

/// Why no authority need be notified of an order. The order says so, not we.
///
/// Source: Regulation (EU) 2023/1543, article 8.
public struct Exemption: EventDetail {
  /// The exceptions that the regulation knows.
  public enum Ground: String, Sendable, Hashable, CaseIterable, Codable {
    /// Only subscriber data, or data only to identify the user, are asked for.
    case identifyingData = "subscriber-or-identifying-data"
    /// The issuing authority believes that offence and person both belong to its own State.
    case issuingState = "offence-and-residence-in-issuing-state"
  }

  /// The exception that applies.
  public var ground: Ground
  /// The order that says so.
  public var order: Commitment

  /// Makes a record.
  public init(ground: Ground, order: Commitment) {
    self.ground = ground
    self.order = order
  }

  /// Nothing is sealed.
  public var commitments: [Commitment] { [] }
  /// The order.
  public var cited: [Commitment] { [order] }
}
