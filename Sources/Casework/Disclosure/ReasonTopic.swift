extension Reason {
  /// What a reason is about: a rule, a missing part of the order, or a step on the way to a disclosure.
  public enum Topic: Sendable, Hashable {
    case rule(Rule)
    case part(MissingPart)
    /// The order lacks several parts.
    case completeness
    case scope, collection, approval
    case fourEyes
    case role
    case workflow
    /// A permit is spent once.
    case once
    case evidence
    case clarification
    case register

    /// The topic's name in data, the same in every language.
    public var id: String {
      switch self {
      case .rule(let rule): rule.rawValue
      case .part(let part): part.rawValue
      case .completeness: "completeness"
      case .scope: "scope"
      case .collection: "collection"
      case .approval: "approval"
      case .fourEyes: "four-eyes"
      case .role: "role"
      case .workflow: "workflow"
      case .once: "once"
      case .evidence: "evidence"
      case .clarification: "clarification"
      case .register: "register"
      }
    }
  }

  /// What the reason is about.
  public var topic: Topic {
    switch self {
    case .finding(let rule, _, _), .evidence(let rule), .rulePassed(let rule): .rule(rule)
    case .incomplete(let parts): parts.count == 1 ? .part(parts[0]) : .completeness
    case .numberNotFromRegister: .rule(.authenticity)
    case .noScope, .scopeBeyondRequest, .scopeEmpty: .scope
    case .notCollected, .collectedUnderAnother, .collectedBeyondGrant, .recipientChanged: .collection
    case .notApproved, .approvalOfAnother: .approval
    case .approverNotManager, .approverNotApart, .actorNotApart: .fourEyes
    case .actorNotAllowed: .role
    case .notNow, .closed, .instrumentNotJudged: .workflow
    case .alreadyRedeemed, .notRedeemed, .alreadyDelivered: .once
    case .notLapsed: .rule(.force)
    case .nothingToRecord: .evidence
    case .nothingMissing: .clarification
    case .register: .register
    }
  }

  /// The name of what the reason is about, for programs.
  public var rule: String { topic.id }

  /// The invariant behind the reason.
  public var invariant: String {
    switch self {
    case .finding(_, .notChecked, _), .evidence, .instrumentNotJudged: "I3"
    case .incomplete, .numberNotFromRegister, .finding, .notLapsed, .nothingMissing: "I2"
    case .noScope, .scopeBeyondRequest, .scopeEmpty, .collectedBeyondGrant: "I6"
    case .notCollected, .collectedUnderAnother, .recipientChanged, .approvalOfAnother: "I5"
    case .notApproved, .approverNotManager, .approverNotApart, .actorNotAllowed, .actorNotApart: "I4"
    case .notNow, .closed: "I9"
    case .nothingToRecord, .rulePassed: "I3"
    case .alreadyRedeemed, .notRedeemed, .alreadyDelivered: "I10"
    case .register: "I8"
    }
  }
}
