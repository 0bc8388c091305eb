extension Reason {
  /// The subject of a reason: a rule, a missing part of the order, or a step on the way to a disclosure.
  public enum Topic: Sendable, Hashable {
    /// A rule.
    case rule(Rule)
    /// A part that the order lacks, where it lacks one.
    case part(MissingPart)
    /// The order lacks several parts.
    case completeness
    /// A step on the way to a disclosure.
    case scope, collection, approval
    /// The act needs another officer.
    case fourEyes
    /// The duties of a role.
    case role
    /// The events that the chart allows now.
    case workflow
    /// The permit, which is spent once.
    case once
    /// An act must record at least one event.
    case evidence
    /// A clarification can ask only for missing parts.
    case clarification
    /// The entries of the log.
    case log
    /// A register.
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
      case .log: "log"
      case .register: "register"
      }
    }
  }

  /// The subject of the reason.
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
    case .notNow, .closed, .instrumentNotJudged, .otherInstrument: .workflow
    case .alreadyRedeemed, .notRedeemed, .alreadyDelivered, .releaseWithoutSeed: .once
    case .notLapsed: .rule(.force)
    case .nothingToRecord: .evidence
    case .nothingMissing: .clarification
    case .entriesLost, .findingSetAside: .log
    case .register: .register
    }
  }

  /// The identifier of the reason's topic, for programs.
  public var rule: String { topic.id }

  /// The identifier of the invariant behind the reason, `I1` to `I12`.
  public var invariant: String { basis.rawValue }

  private var basis: Invariant {
    switch self {
    case .finding(_, .notChecked, _), .evidence, .instrumentNotJudged, .nothingToRecord, .rulePassed:
      .notCheckedIsNotPassed
    case .finding(let rule, _, _): rule.invariant
    case .incomplete, .numberNotFromRegister, .notLapsed, .nothingMissing, .otherInstrument: .verifiedBasis
    case .noScope, .scopeBeyondRequest, .scopeEmpty, .collectedBeyondGrant: .scopeOnlyNarrows
    case .notCollected, .collectedUnderAnother, .recipientChanged, .approvalOfAnother, .releaseWithoutSeed: .exactBytes
    case .notApproved, .approverNotManager, .approverNotApart, .actorNotAllowed, .actorNotApart: .fourEyes
    case .notNow, .closed: .provableWorkflows
    case .alreadyRedeemed, .notRedeemed, .alreadyDelivered, .entriesLost: .once
    case .findingSetAside: .historyOnlyGrows
    case .register: .signedByAPerson
    }
  }
}
