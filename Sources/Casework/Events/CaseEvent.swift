/// What may happen in a case. Each has one name, and the charts know these names and no others.
public enum CaseEvent: Sendable, Hashable {
  case orderReceived(OrderReceipt)
  case orderIncomplete(OrderReceipt)
  case orderUnreadable(UnreadableDocument)
  case clarificationRequested([MissingPart])
  case orderSupplemented(OrderReceipt)
  case findingRecorded(Finding)
  case scopeGranted(GrantedScope)
  case dataCollected(Collected)
  case approvalGiven(Approval)
  case permitRedeemed(Release)
  case disclosureDelivered(Release)
  case orderWithdrawn(Commitment)
  case orderQuashed(Commitment)
  case orderLapsed(Commitment)
  case caseRefused(Refused)

  // Events of the instruments besides the court order. Charts know them, and cases keep what they say; no command and no
  // verb of the desk causes one yet.

  /// A second officer, apart from the first, confirms the review of an emergency.
  case reviewConfirmed(SecondReview)
  /// A judge, a court or a prosecutor stands behind the order: from the start, or validated afterwards.
  case orderValidated(Validation)
  /// The time in which an order without such a one had to be validated, or reported, is over.
  case validationElapsed(Elapsed)
  /// The authority that enforces here was notified of the order.
  case notificationSent(NotificationLetter)
  /// It has said that it raises no ground for refusal.
  case notificationCleared(NotificationLetter)
  /// Its time to raise one is over.
  case notificationElapsed(Elapsed)
  /// The order is one of which no authority need be notified.
  case notificationExempt(Exemption)
  /// The enforcing authority, or the office itself, raises a ground for refusal.
  case groundRaised(RaisedGround)
  /// Data were put aside so that they are neither changed nor erased; nobody was given anything.
  case dataPreserved(Preserved)
  case preservationExtended(PreservationExtension)
  /// An order to hand the data over is coming: the preservation goes on until then.
  case preservationAnnounced(Commitment)
  case preservationEnded(PreservationEnd)
}

extension CaseEvent {
  enum Kind: String, CaseIterable {
    case orderReceived = "order.received"
    case orderIncomplete = "order.incomplete"
    case orderUnreadable = "order.unreadable"
    case clarificationRequested = "clarification.requested"
    case orderSupplemented = "order.supplemented"
    case findingRecorded = "finding"
    case scopeGranted = "scope.granted"
    case dataCollected = "data.collected"
    case approvalGiven = "approval.given"
    case permitRedeemed = "permit.redeemed"
    case disclosureDelivered = "disclosure.delivered"
    case orderWithdrawn = "order.withdrawn"
    case orderQuashed = "order.quashed"
    case orderLapsed = "order.lapsed"
    case caseRefused = "case.refused"
    case reviewConfirmed = "review.confirmed"
    case orderValidated = "order.validated"
    case validationElapsed = "validation.elapsed"
    case notificationSent = "notification.sent"
    case notificationCleared = "notification.cleared"
    case notificationElapsed = "notification.elapsed"
    case notificationExempt = "notification.exempt"
    case groundRaised = "ground.raised"
    case dataPreserved = "data.preserved"
    case preservationExtended = "preservation.extended"
    case preservationAnnounced = "preservation.announced"
    case preservationEnded = "preservation.ended"
  }

  var kind: Kind {
    switch self {
    case .orderReceived: .orderReceived
    case .orderIncomplete: .orderIncomplete
    case .orderUnreadable: .orderUnreadable
    case .clarificationRequested: .clarificationRequested
    case .orderSupplemented: .orderSupplemented
    case .findingRecorded: .findingRecorded
    case .scopeGranted: .scopeGranted
    case .dataCollected: .dataCollected
    case .approvalGiven: .approvalGiven
    case .permitRedeemed: .permitRedeemed
    case .disclosureDelivered: .disclosureDelivered
    case .orderWithdrawn: .orderWithdrawn
    case .orderQuashed: .orderQuashed
    case .orderLapsed: .orderLapsed
    case .caseRefused: .caseRefused
    case .reviewConfirmed: .reviewConfirmed
    case .orderValidated: .orderValidated
    case .validationElapsed: .validationElapsed
    case .notificationSent: .notificationSent
    case .notificationCleared: .notificationCleared
    case .notificationElapsed: .notificationElapsed
    case .notificationExempt: .notificationExempt
    case .groundRaised: .groundRaised
    case .dataPreserved: .dataPreserved
    case .preservationExtended: .preservationExtended
    case .preservationAnnounced: .preservationAnnounced
    case .preservationEnded: .preservationEnded
    }
  }

  /// The event's name in charts and entries. A finding's outcome and rule are part of it: `finding.pass.authenticity`.
  public var name: String {
    if case .findingRecorded(let finding) = self { return Self.findingName(finding.rule, finding.outcome) }
    return kind.rawValue
  }

  /// Every name an event can have, in the order of the kinds.
  public static let allNames: [String] = Kind.allCases.flatMap { kind in
    kind == .findingRecorded
      ? Outcome.allCases.flatMap { outcome in Rule.allCases.map { findingName($0, outcome) } } : [kind.rawValue]
  }

  static func findingName(_ rule: Rule, _ outcome: Outcome) -> String {
    "\(Kind.findingRecorded.rawValue).\(outcome.rawValue).\(rule.rawValue)"
  }
}

/// In an entry an event is an object of two members: `{"detail":{…},"event":"scope.granted"}`.
extension CaseEvent: Codable {
  private enum Key: String, CodingKey { case event, detail }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let name = try container.decode(String.self, forKey: .event)
    func detail<Value: Decodable>() throws -> Value { try container.decode(Value.self, forKey: .detail) }
    let kind = Kind(rawValue: name) ?? (name.hasPrefix(Kind.findingRecorded.rawValue + ".") ? .findingRecorded : nil)
    switch kind {
    case .orderReceived: self = .orderReceived(try detail())
    case .orderIncomplete: self = .orderIncomplete(try detail())
    case .orderUnreadable: self = .orderUnreadable(try detail())
    case .clarificationRequested: self = .clarificationRequested(try detail())
    case .orderSupplemented: self = .orderSupplemented(try detail())
    case .findingRecorded: self = .findingRecorded(try detail())
    case .scopeGranted: self = .scopeGranted(try detail())
    case .dataCollected: self = .dataCollected(try detail())
    case .approvalGiven: self = .approvalGiven(try detail())
    case .permitRedeemed: self = .permitRedeemed(try detail())
    case .disclosureDelivered: self = .disclosureDelivered(try detail())
    case .orderWithdrawn: self = .orderWithdrawn(try detail())
    case .orderQuashed: self = .orderQuashed(try detail())
    case .orderLapsed: self = .orderLapsed(try detail())
    case .caseRefused: self = .caseRefused(try detail())
    case .reviewConfirmed: self = .reviewConfirmed(try detail())
    case .orderValidated: self = .orderValidated(try detail())
    case .validationElapsed: self = .validationElapsed(try detail())
    case .notificationSent: self = .notificationSent(try detail())
    case .notificationCleared: self = .notificationCleared(try detail())
    case .notificationElapsed: self = .notificationElapsed(try detail())
    case .notificationExempt: self = .notificationExempt(try detail())
    case .groundRaised: self = .groundRaised(try detail())
    case .dataPreserved: self = .dataPreserved(try detail())
    case .preservationExtended: self = .preservationExtended(try detail())
    case .preservationAnnounced: self = .preservationAnnounced(try detail())
    case .preservationEnded: self = .preservationEnded(try detail())
    case nil:
      throw DecodingError.dataCorruptedError(forKey: .event, in: container, debugDescription: "no such event")
    }
    guard self.name == name else {
      throw DecodingError.dataCorruptedError(forKey: .event, in: container, debugDescription: "name and detail differ")
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(name, forKey: .event)
    switch self {
    case .orderReceived(let detail), .orderIncomplete(let detail), .orderSupplemented(let detail):
      try container.encode(detail, forKey: .detail)
    case .orderUnreadable(let detail): try container.encode(detail, forKey: .detail)
    case .clarificationRequested(let detail): try container.encode(detail, forKey: .detail)
    case .findingRecorded(let detail): try container.encode(detail, forKey: .detail)
    case .scopeGranted(let detail): try container.encode(detail, forKey: .detail)
    case .dataCollected(let detail): try container.encode(detail, forKey: .detail)
    case .approvalGiven(let detail): try container.encode(detail, forKey: .detail)
    case .permitRedeemed(let detail), .disclosureDelivered(let detail):
      try container.encode(detail, forKey: .detail)
    case .orderWithdrawn(let detail), .orderQuashed(let detail), .orderLapsed(let detail):
      try container.encode(detail, forKey: .detail)
    case .caseRefused(let detail): try container.encode(detail, forKey: .detail)
    case .reviewConfirmed(let detail): try container.encode(detail, forKey: .detail)
    case .orderValidated(let detail): try container.encode(detail, forKey: .detail)
    case .validationElapsed(let detail), .notificationElapsed(let detail):
      try container.encode(detail, forKey: .detail)
    case .notificationSent(let detail), .notificationCleared(let detail):
      try container.encode(detail, forKey: .detail)
    case .notificationExempt(let detail): try container.encode(detail, forKey: .detail)
    case .groundRaised(let detail): try container.encode(detail, forKey: .detail)
    case .dataPreserved(let detail): try container.encode(detail, forKey: .detail)
    case .preservationExtended(let detail): try container.encode(detail, forKey: .detail)
    case .preservationAnnounced(let detail): try container.encode(detail, forKey: .detail)
    case .preservationEnded(let detail): try container.encode(detail, forKey: .detail)
    }
  }
}
