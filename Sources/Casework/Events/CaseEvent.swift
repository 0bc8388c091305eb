/// The events of a case. Each event has one name, and a chart for orders can use only these names.
///
/// This file is the table of events. An event has a case with its detail, a line in `body` that names its kind, and a
/// line in `kinds`. Events are listed and tried in the order of `kinds`. The file of the kind contains everything else
/// about the event. The compiler asks for the first two lines; a test finds a missing third line.
public enum CaseEvent: Sendable, Hashable {
  // Receipt and clarification.
  /// A complete order was received.
  case orderReceived(OrderReceipt)
  /// An incomplete order was received.
  case orderIncomplete(OrderReceipt)
  /// A document was received that could not be read.
  case orderUnreadable(UnreadableDocument)
  /// The authority was asked for the parts that its order lacks.
  case clarificationRequested([MissingPart])
  /// A complete order was received in an open case.
  case orderSupplemented(OrderReceipt)
  // Review.
  /// A rule was checked.
  case findingRecorded(Finding)
  /// A scope was granted.
  case scopeGranted(GrantedScope)
  // Collection, approval and disclosure.
  /// Data were collected into a package.
  case dataCollected(Collected)
  /// The package was approved.
  case approvalGiven(Approval)
  /// The permit was spent.
  case permitRedeemed(Release)
  /// The envelope was delivered.
  case disclosureDelivered(Release)
  // Closing.
  /// The authority withdrew the order.
  case orderWithdrawn(Commitment)
  /// A higher authority quashed the order.
  case orderQuashed(Commitment)
  /// The order lapsed.
  case orderLapsed(Commitment)
  /// The office refused the order.
  case caseRefused(Refused)
  // Events of the other instruments than the court order. Charts can use them, and cases record them. No command causes
  // one yet.
  /// A second officer confirmed the review.
  case reviewConfirmed(SecondReview)
  /// A judge, a court or a prosecutor is responsible for the order.
  case orderValidated(Validation)
  /// The time to validate the order is over.
  case validationElapsed(Elapsed)
  /// The enforcing authority was notified.
  case notificationSent(NotificationLetter)
  /// The enforcing authority raises no ground for refusal.
  case notificationCleared(NotificationLetter)
  /// The enforcing authority's time to raise a ground is over.
  case notificationElapsed(Elapsed)
  /// The enforcing authority need not be notified.
  case notificationExempt(Exemption)
  /// A ground for refusal was raised.
  case groundRaised(RaisedGround)
  /// Data were preserved.
  case dataPreserved(Preserved)
  /// The preservation was extended.
  case preservationExtended(PreservationExtension)
  /// An order for the preserved data was announced.
  case preservationAnnounced(Commitment)
  /// The preservation ended.
  case preservationEnded(PreservationEnd)

  /// Every kind of event, in the order in which events are listed.
  static let kinds: [any CaseEventKind.Type] = [
    OrderReceived.self, OrderIncomplete.self, OrderUnreadable.self, ClarificationRequested.self,
    OrderSupplemented.self,
    FindingRecorded.self, ScopeGranted.self,
    DataCollected.self, ApprovalGiven.self, PermitRedeemed.self, DisclosureDelivered.self,
    OrderWithdrawn.self, OrderQuashed.self, OrderLapsed.self, CaseRefused.self,
    ReviewConfirmed.self,
    OrderValidated.self, ValidationElapsed.self,
    NotificationSent.self, NotificationCleared.self, NotificationElapsed.self, NotificationExempt.self,
    GroundRaised.self,
    DataPreserved.self, PreservationExtended.self, PreservationAnnounced.self, PreservationEnded.self,
  ]

  /// The event with its kind.
  var body: any CaseEventBody {
    switch self {
    case .orderReceived(let detail): EventOfKind(OrderReceived.self, detail)
    case .orderIncomplete(let detail): EventOfKind(OrderIncomplete.self, detail)
    case .orderUnreadable(let detail): EventOfKind(OrderUnreadable.self, detail)
    case .clarificationRequested(let detail): EventOfKind(ClarificationRequested.self, detail)
    case .orderSupplemented(let detail): EventOfKind(OrderSupplemented.self, detail)
    case .findingRecorded(let detail): EventOfKind(FindingRecorded.self, detail)
    case .scopeGranted(let detail): EventOfKind(ScopeGranted.self, detail)
    case .dataCollected(let detail): EventOfKind(DataCollected.self, detail)
    case .approvalGiven(let detail): EventOfKind(ApprovalGiven.self, detail)
    case .permitRedeemed(let detail): EventOfKind(PermitRedeemed.self, detail)
    case .disclosureDelivered(let detail): EventOfKind(DisclosureDelivered.self, detail)
    case .orderWithdrawn(let detail): EventOfKind(OrderWithdrawn.self, detail)
    case .orderQuashed(let detail): EventOfKind(OrderQuashed.self, detail)
    case .orderLapsed(let detail): EventOfKind(OrderLapsed.self, detail)
    case .caseRefused(let detail): EventOfKind(CaseRefused.self, detail)
    case .reviewConfirmed(let detail): EventOfKind(ReviewConfirmed.self, detail)
    case .orderValidated(let detail): EventOfKind(OrderValidated.self, detail)
    case .validationElapsed(let detail): EventOfKind(ValidationElapsed.self, detail)
    case .notificationSent(let detail): EventOfKind(NotificationSent.self, detail)
    case .notificationCleared(let detail): EventOfKind(NotificationCleared.self, detail)
    case .notificationElapsed(let detail): EventOfKind(NotificationElapsed.self, detail)
    case .notificationExempt(let detail): EventOfKind(NotificationExempt.self, detail)
    case .groundRaised(let detail): EventOfKind(GroundRaised.self, detail)
    case .dataPreserved(let detail): EventOfKind(DataPreserved.self, detail)
    case .preservationExtended(let detail): EventOfKind(PreservationExtended.self, detail)
    case .preservationAnnounced(let detail): EventOfKind(PreservationAnnounced.self, detail)
    case .preservationEnded(let detail): EventOfKind(PreservationEnded.self, detail)
    }
  }
}

extension CaseEvent {
  /// The event's name in charts and entries. The outcome and the rule of a finding are part of it:
  /// `finding.pass.authenticity`.
  public var name: String { body.name }

  /// The detail that the event's entry contains besides the name.
  public var detail: any EventDetail { body.anyDetail }

  /// The values that are sealed together with the event.
  public var commitments: [Commitment] { detail.commitments }

  /// The meaning of every event for charts and prover.
  public static let vocabulary = EventVocabulary(kinds.flatMap { $0.meanings })

  /// Every name that an event can have, in the order of the table.
  public static var allNames: [String] { vocabulary.names }
}

/// In an entry an event is an object with two members: `{"detail":{…},"event":"scope.granted"}`.
extension CaseEvent: Codable {
  private enum Key: String, CodingKey { case event, detail }

  /// The kind of an event, by a name that it can have.
  static let kindsByName: [String: any CaseEventKind.Type] = kinds.reduce(into: [:]) { table, kind in
    for meaning in kind.meanings { table[meaning.name] = kind }
  }

  /// Decodes the form that entries contain; throws for any other form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let name = try container.decode(String.self, forKey: .event)
    guard let kind = Self.kindsByName[name] else {
      throw DecodingError.dataCorruptedError(forKey: .event, in: container, debugDescription: "no such event")
    }
    self = try kind.decode(from: container, forKey: .detail)
    guard self.name == name else {
      throw DecodingError.dataCorruptedError(forKey: .event, in: container, debugDescription: "name and detail differ")
    }
  }

  /// Encodes the form that entries contain.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    let body = body
    try container.encode(body.name, forKey: .event)
    try body.encode(to: &container, forKey: .detail)
  }
}
