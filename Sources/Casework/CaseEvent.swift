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
    }
  }
}
