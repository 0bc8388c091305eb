/// A statement that a proof of a workflow establishes.
public enum WorkflowClaim: Sendable, Hashable {
  /// No state permits a disclosure, or no state permits a preservation.
  case never(Permission)
  /// No state permits a disclosure, or a preservation, before these assurances are valid.
  case required(Permission, [Assurance])
  /// Only this event, which spends the permission, leads to a state with the permission.
  case onlyEvent(String, Permission)
  /// Only a manager who did not prepare the case approves.
  case approvalApart
  /// Another person than the first reviewer gives the second review.
  case secondReviewApart
  /// A case spends one permit.
  case onePermit
  /// A case that released data ends only when these assurances are valid, or when it is called off.
  case requiredAtEnd([Assurance])
  /// A case can be closed from every configuration that it can reach.
  case closable
  /// Every state can be entered, every transition can be taken, and the chart settles after every event.
  case live

  /// The identifier of the invariant that the claim belongs to.
  public var invariant: String {
    switch self {
    case .never, .required: "I2"
    case .onlyEvent: "I1"
    case .approvalApart, .secondReviewApart: "I4"
    case .onePermit: "I10"
    case .requiredAtEnd, .closable, .live: "I9"
    }
  }
}

extension Workflow {
  /// The claims that a proof of this workflow establishes, one for each check of `prove(bound:)` under its instrument.
  public var claims: [WorkflowClaim] {
    var claims: [WorkflowClaim] = []
    for permission in Permission.allCases {
      guard let required = instrument.required(for: permission) else {
        claims.append(.never(permission))
        continue
      }
      if !required.isEmpty { claims.append(.required(permission, required.assurances)) }
      if let event = matter.events.spending(permission) { claims.append(.onlyEvent(event.name, permission)) }
    }
    if let disclosing = instrument.required(for: .disclosure) {
      let approvals = matter.events.events.filter { $0.duty == .approving }
      if approvals.contains(where: { !chart.transitions(on: chart.event($0.name)).isEmpty }) {
        claims.append(.approvalApart)
      }
      if disclosing.contains(.secondReview) { claims.append(.secondReviewApart) }
      claims.append(.onePermit)
      let late = instrument.requiredAtEnd.subtracting(disclosing)
      if !late.isEmpty { claims.append(.requiredAtEnd(late.assurances)) }
    }
    return claims + [.closable, .live]
  }
}
