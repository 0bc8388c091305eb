/// No authority need be notified of this order.
enum NotificationExempt: CaseEventKind {
  static let meanings = [
    EventMeaning("notification.exempt", duty: .preparing, earns: AssuranceSet([.clearance]))
  ]

  static func event(_ detail: Exemption) -> CaseEvent { .notificationExempt(detail) }

  static func change(_ subject: inout Case, by recorded: Case.Recorded<Exemption>) {
    subject.clearance = recorded.map { .exempt($0) }
  }
}

/// The exemption of an order from notification. The order states it; the office does not decide it.
///
/// Source: Regulation (EU) 2023/1543, article 8.
public struct Exemption: EventDetail {
  /// The exemptions in the regulation.
  public enum Ground: String, Sendable, Hashable, CaseIterable, Codable {
    /// The order asks only for subscriber data, or for data only to identify the user.
    case identifyingData = "subscriber-or-identifying-data"
    /// The issuing authority believes that the offence and the person's residence are both in its own State.
    case issuingState = "offence-and-residence-in-issuing-state"
  }

  /// The exemption that applies.
  public var ground: Ground
  /// The order that states the exemption.
  public var order: Commitment

  /// Makes a record.
  public init(ground: Ground, order: Commitment) {
    self.ground = ground
    self.order = order
  }

  /// Empty: no value is sealed with it.
  public var commitments: [Commitment] { [] }
  /// The order's document.
  public var cited: [Commitment] { [order] }
}
