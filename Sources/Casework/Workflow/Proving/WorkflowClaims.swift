/// A statement that is true of a workflow that was proved.
public enum WorkflowClaim: Sendable, Hashable {
  /// The instrument never discloses, or never preserves.
  case never(Permission)
  /// Nothing is disclosed, or preserved, before these assurances are valid.
  case required(Permission, [Assurance])
  /// No event but the permission's own leads to a state that permits it.
  case onlyEvent(Permission)
  /// Only a manager gives an approval, apart from everyone who prepared the case.
  case approvalApart
  /// A second review is given by another person than the first reviewer.
  case secondReviewApart
  /// A case spends one permit.
  case onePermit
  /// A case that released data ends before these assurances are valid only when it is called off.
  case requiredAtEnd([Assurance])
  /// From every configuration that a case can reach, it can be closed.
  case closable
  /// Every state can be entered, every transition can be taken, and every event settles.
  case live

  /// The identifier of the invariant that it belongs to, for example `I2`. The article on invariants lists them.
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
  /// What a proof of this workflow shows: a claim for each question that `prove(bound:)` asks under its instrument.
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
