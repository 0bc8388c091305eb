import Casework

/// The states of a court order, written a second time by hand, independently of the chart interpreter.
///
/// The careless course allows every event at any time, to every officer whose duty it is. The prover refuses such a
/// chart. Under it the gate alone decides, and the test shows what the gate refuses without the chart's help.
struct GateCourse {
  enum Kind: String {
    case courtOrder = "court order"
    case careless
  }
  enum Place { case arriving, incomplete, clarification, review, collection, approval, cleared, releasing, closed }

  let kind: Kind
  private(set) var place = Place.arriving
  /// The rules that have passed since the review began.
  private(set) var passed: Set<Rule> = []
  private(set) var isGranted = false

  init(_ kind: Kind) { self.kind = kind }

  var isClosed: Bool { place == .closed }

  /// Takes an event by an actor. Returns false, and changes nothing, if the event is not possible.
  mutating func take(_ event: CaseEvent, by actor: Actor, whoPrepared: Bool) -> Bool {
    if place == .closed { return false }
    let either = actor.role == .legalOfficer || actor.role == .manager
    switch event {
    case .orderWithdrawn, .orderQuashed, .orderLapsed, .caseRefused:
      if !either { return false }
      place = .closed
      return true
    default: break
    }
    if kind == .careless {
      return switch event {
      case .permitRedeemed, .disclosureDelivered: either
      case .approvalGiven: actor.role == .manager
      default: actor.role == .legalOfficer
      }
    }
    switch event {
    case .permitRedeemed:
      return either && move(to: .releasing, from: [.cleared])
    case .disclosureDelivered:
      return either && move(to: .closed, from: [.releasing])
    case .approvalGiven:
      return actor.role == .manager && !whoPrepared && move(to: .cleared, from: [.approval])
    default:
      return actor.role == .legalOfficer && prepare(event)
    }
  }

  private mutating func move(to next: Place, from places: Set<Place>) -> Bool {
    guard places.contains(place) else { return false }
    place = next
    return true
  }

  private mutating func beginReview(from places: Set<Place>) -> Bool {
    guard move(to: .review, from: places) else { return false }
    passed = []
    isGranted = false
    return true
  }

  /// Takes an event of a legal officer, if it is possible in this place.
  private mutating func prepare(_ event: CaseEvent) -> Bool {
    let handling: Set<Place> = [.collection, .approval, .cleared]
    switch event {
    case .orderReceived: return beginReview(from: [.arriving])
    case .orderIncomplete, .orderUnreadable:
      return move(to: .incomplete, from: [.arriving, .incomplete, .clarification])
    case .clarificationRequested: return move(to: .clarification, from: [.incomplete])
    case .orderSupplemented: return beginReview(from: handling.union([.incomplete, .clarification, .review]))
    case .findingRecorded(let finding):
      if handling.contains(place) { return finding.outcome == .pass || beginReview(from: handling) }
      guard place == .review else { return false }
      if finding.outcome == .pass { passed.insert(finding.rule) } else { passed.remove(finding.rule) }
    case .scopeGranted:
      if handling.contains(place) { return move(to: .collection, from: handling) }
      guard place == .review else { return false }
      isGranted = true
    case .dataCollected: return move(to: .approval, from: handling)
    default: return false
    }
    if passed.count == Rule.allCases.count, isGranted { place = .collection }
    return true
  }
}
