/// What an event of a case is evidence for, whatever a chart says.
///
/// A chart may claim less than its events are evidence for, never more. A pass earns its own rule and nothing else; a
/// notification that was sent earns nothing; a ground for refusal ends the clearance, and the approval too, because
/// the approver did not know of the ground.
struct EventEvidence: Sendable {
  /// The name of the event.
  let name: String
  /// The assurances that a state may begin when it is entered by this event.
  let earned: AssuranceSet
  /// The assurances that end with this event.
  let ended: AssuranceSet
  /// Whether the event calls a case off: it may end a case wherever it is.
  let isCallingOff: Bool
  /// The permission that this event alone may bring about.
  let permission: Permission?

  /// Whether the event matters to any rule of the prover.
  var matters: Bool { !earned.isEmpty || !ended.isEmpty || isNamed }

  /// Whether some rule is about this event alone.
  var isNamed: Bool { isCallingOff || permission != nil }

  /// The evidence of every event, in the order of `CaseEvent.allNames`.
  static let all = CaseEvent.allNames.map(EventEvidence.init)

  private init(_ name: String) {
    self.name = name
    (earned, ended) = Self.evidence(of: name)
    isCallingOff = Workflow.callingOff.contains(name)
    permission = Permission.allCases.first { $0.event == name }
  }

  private static func evidence(of event: String) -> (earned: AssuranceSet, ended: AssuranceSet) {
    func set(_ assurances: Assurance...) -> AssuranceSet { AssuranceSet(assurances) }
    let words = event.split(separator: ".").map(String.init)
    switch words.first {
    case "order" where event == "order.validated": return (set(.validation), [])
    case "order": return ([], .all)
    case "finding":
      // A confirmed review is another review as soon as anything in it is found anew.
      let about = AssuranceSet(words.last.flatMap(Assurance.init).map { [$0] } ?? [])
      return words.contains(Outcome.pass.rawValue)
        ? (about, set(.secondReview)) : ([], about.union(set(.secondReview)))
    case "scope": return (set(.scope), set(.secondReview, .collection, .approval))
    case "review": return (set(.secondReview), set(.approval))
    case "data" where event == "data.collected": return (set(.collection), set(.approval))
    case "approval": return (set(.approval), [])
    case "validation": return ([], set(.validation))
    case "notification" where event == "notification.sent": return ([], set(.clearance))
    case "notification": return (set(.clearance), [])
    case "ground": return ([], set(.clearance, .approval))
    default: return ([], [])
    }
  }
}
