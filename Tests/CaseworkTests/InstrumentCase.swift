import Casework
import Foundation
import Intake
import TestTools
import Testing

/// A case under a shipped chart. Tests enter events one by one, by persons who may or may not enter them.
struct InstrumentCase {
  enum Person: Int, CaseIterable {
    case sara = 1
    case mina, reza, nader
    var actor: Actor {
      get throws {
        let id = try #require(OfficerID("o-0000000\(rawValue)"))
        return Actor(id: id, role: self == .sara || self == .mina ? .legalOfficer : .manager)
      }
    }
  }

  let workflow: Workflow
  private(set) var acts: [Act] = []
  private(set) var subject: Case?

  init(_ name: String) throws {
    workflow = try ChartReader.workflow(Checkout.bytes("Workflows/\(name).scxml"), digest: digest())
  }

  /// The names of the innermost active states.
  var states: Set<String> { Set(subject.map { workflow.stateNames($0.configuration) } ?? []) }

  /// The running deadlines, sorted as text.
  var deadlines: [String] {
    (subject.map { workflow.deadlines(in: $0.configuration).map(\.deadline.description) } ?? []).sorted()
  }

  var isFinished: Bool { subject.map { workflow.isFinished($0.configuration) } ?? false }

  /// Enters events by a person if the chart allows them. Says whether it did.
  mutating func take(_ events: CaseEvent..., by person: Person = .sara) throws -> Bool {
    let act = Act(sequence: acts.count, time: Instant(seconds: 0), actor: try person.actor, events: events)
    guard let number = CaseNumber("2026-0001"),
      let next = try? Case.replay(number, acts + [act], under: workflow)
    else { return false }
    acts.append(act)
    subject = next
    return true
  }

  /// Enters events one by one. Fails the test at an event that is not allowed.
  mutating func must(
    _ events: CaseEvent..., by person: Person = .sara, at location: SourceLocation = #_sourceLocation
  ) throws {
    for event in events {
      #expect(try take(event, by: person), "\(event.name) in \(states)", sourceLocation: location)
    }
  }

  /// Receives an order and enters what completes its review.
  mutating func review(by person: Person = .sara) throws {
    try must(.orderReceived(Self.receipt()), by: person)
    for rule in Rule.allCases { try must(Self.finding(rule), by: person) }
    if workflow.instrument != .preservation { try must(.scopeGranted(Self.grant()), by: person) }
  }

  /// Enters all events up to a manager's approval.
  mutating func approve(secondReviewer: Person? = nil) throws {
    try review()
    if let secondReviewer { try must(.reviewConfirmed(Self.secondReview()), by: secondReviewer) }
    try must(.dataCollected(Self.collected()))
    try must(.approvalGiven(Self.approval()), by: .reza)
  }

  // MARK: Values of the events

  static func sealed(_ digit: Character) throws -> Commitment { Commitment(try digest(digit)) }

  static func receipt(_ digit: Character = "1") throws -> OrderReceipt {
    OrderReceipt(
      document: try sealed(digit), fingerprint: Fingerprint(try digest("f")), instrument: "production",
      authority: AuthorityID("court"), isAddressedToUs: true, article: "EU 2023/1543", issued: Day(number: 0),
      validUntil: nil, answerBy: nil, targets: [TargetSummary(ordinal: 1, identifiers: [.email])],
      classes: [.identity], from: Day(number: 0), through: Day(number: 1), requested: Scope())
  }

  static func finding(_ rule: Rule, _ outcome: Outcome = .pass) -> CaseEvent {
    .findingRecorded(Finding(rule: rule, outcome: outcome, evidence: [], shortcomings: []))
  }

  static func grant() throws -> GrantedScope { GrantedScope(scope: Scope(), digest: try digest("2")) }

  static func secondReview() throws -> SecondReview { SecondReview(order: try sealed("1"), grant: try digest("2")) }

  static func collected() throws -> Collected {
    Collected(
      package: try sealed("3"), order: try sealed("1"), grant: try digest("2"), scope: Scope(),
      annotation: try digest("4"), recipient: try digest("5"), counts: [], withheld: [])
  }

  static func approval() throws -> Approval {
    Approval(order: try sealed("1"), grant: try digest("2"), package: try sealed("3"), signature: try sealed("6"))
  }

  static func release() throws -> Release {
    Release(package: try sealed("3"), envelope: try digest("7"), recipient: try digest("5"))
  }

  static func validated(_ manner: Validation.Manner = .issued) throws -> CaseEvent {
    .orderValidated(Validation(manner: manner, authority: AuthorityID("court"), document: try sealed("8")))
  }

  static func letter() throws -> NotificationLetter {
    NotificationLetter(authority: AuthorityID("enforcer"), document: try sealed("9"))
  }

  static func elapsed(_ deadline: String) throws -> Elapsed {
    Elapsed(began: Instant(seconds: 0), deadline: try #require(Deadline(deadline)))
  }

  static func exempt() throws -> CaseEvent {
    .notificationExempt(Exemption(ground: .identifyingData, order: try sealed("1")))
  }

  static func ground() throws -> CaseEvent {
    .groundRaised(RaisedGround(ground: .immunity, party: .enforcingAuthority, note: try sealed("a")))
  }

  static func preserved() throws -> CaseEvent {
    .dataPreserved(Preserved(order: try sealed("1"), copy: try sealed("b"), scope: Scope()))
  }

  static func extended() throws -> CaseEvent {
    .preservationExtended(PreservationExtension(document: try sealed("c"), through: Day(number: 90)))
  }

  static func ended() throws -> CaseEvent {
    .preservationEnded(PreservationEnd(reason: .periodOver, note: try sealed("d")))
  }

  static func withdrawn() throws -> CaseEvent { .orderWithdrawn(try sealed("e")) }

  /// Returns one event of each kind that a court order does not have.
  static func everyEvent() throws -> [CaseEvent] {
    [
      .reviewConfirmed(try secondReview()), try validated(), .validationElapsed(try elapsed("PT48H")),
      .notificationSent(try letter()), .notificationCleared(try letter()), .notificationElapsed(try elapsed("P10D")),
      try exempt(), try ground(), try preserved(), try extended(), .preservationAnnounced(try sealed("0")),
      try ended(),
    ]
  }
}
