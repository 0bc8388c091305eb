/// Something that holds of a workflow that was proved.
public enum WorkflowClaim: Sendable, Hashable {
  /// The instrument never discloses, or never preserves.
  case never(Permission)
  /// Nothing is disclosed, or preserved, before these assurances hold.
  case required(Permission, [Assurance])
  /// No event but the permission's own leads to a state that permits it.
  case onlyEvent(Permission)
  /// An approval is a manager's, who took no part in the case.
  case approvalApart
  /// A second review is given by another person than the first reviewer.
  case secondReviewApart
  /// A case spends one permit.
  case onePermit
  /// A case that released data ends before these assurances hold only when it is called off.
  case requiredAtEnd([Assurance])
  /// A case can be closed from wherever it can come to.
  case closable
  /// Every state can be entered, every transition taken, and every event comes to rest.
  case live

  /// The invariant that it is part of.
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
  /// The claims that a proof of this workflow establishes: one for each question that `prove(bound:)` asks under its
  /// instrument.
  public var claims: [WorkflowClaim] {
    var claims: [WorkflowClaim] = []
    for permission in Permission.allCases {
      guard let required = instrument.required(for: permission) else {
        claims.append(.never(permission))
        continue
      }
      if !required.isEmpty { claims.append(.required(permission, required.assurances)) }
      claims.append(.onlyEvent(permission))
    }
    if let disclosing = instrument.required(for: .disclosure) {
      if chart.transitions(on: chart.event(CaseEvent.Kind.approvalGiven.rawValue)).isEmpty == false {
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
