extension Reason {
  /// The rule's name, as people and programs see it.
  public var rule: String {
    switch self {
    case .finding(let rule, _, _), .evidence(let rule), .rulePassed(let rule): rule.rawValue
    case .incomplete(let parts): parts.count == 1 ? parts[0].rawValue : "completeness"
    case .numberNotFromRegister: Rule.authenticity.rawValue
    case .noScope, .scopeBeyondRequest, .scopeEmpty: "scope"
    case .notCollected, .collectedUnderAnother, .collectedBeyondGrant, .recipientChanged: "collection"
    case .notApproved, .approvalOfAnother: "approval"
    case .approverNotManager, .approverNotApart, .actorNotApart: "four-eyes"
    case .actorNotAllowed: "role"
    case .notNow, .closed, .instrumentNotJudged: "workflow"
    case .alreadyRedeemed, .notRedeemed, .alreadyDelivered: "once"
    case .notLapsed: "force"
    case .nothingToRecord: "evidence"
    case .nothingMissing: "clarification"
    case .register: "register"
    }
  }

  /// The invariant behind the rule (DESIGN.md section 1).
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

  /// What is wrong, in a few words, without a capital or a full stop.
  public var sentence: String {
    switch self {
    case .finding(_, .notChecked, let short): short.isEmpty ? "not checked" : "not checked: \(Self.list(short))"
    case .finding(_, _, let short): Self.list(short)
    case .incomplete(let parts):
      "the order lacks \(parts.map { $0.rawValue.replacing("-", with: " ") }.joined(separator: ", "))"
    case .numberNotFromRegister:
      "the number called is not the one in our register; a number from a letter shows nothing"
    case .evidence: "the evidence does not bear the finding any more"
    case .noScope: "no scope has been granted"
    case .scopeBeyondRequest: "the scope reaches beyond what the order asks"
    case .scopeEmpty: "the scope is empty"
    case .notCollected: "nothing has been collected"
    case .collectedUnderAnother: "the package was collected under another order or scope"
    case .collectedBeyondGrant: "the package reaches beyond the granted scope"
    case .recipientChanged: "the package names another certificate than the register does now"
    case .notApproved: "no manager has approved"
    case .approvalOfAnother: "the approval names another order, scope or package"
    case .approverNotManager: "the approver is not an active manager"
    case .approverNotApart: "the approver has logged or reviewed this case"
    case .actorNotAllowed(let role): "\(role == .auditor ? "an" : "a") \(role.rawValue) may not do this"
    case .actorNotApart: "who has logged, reviewed or collected may not approve"
    case .notNow(let event, let state): "'\(event)' has no place in the state \(state.joined(separator: ", "))"
    case .instrumentNotJudged(let instrument):
      "the gate has no rules for \(instrument.rawValue) yet, and lets nothing pass"
    case .alreadyRedeemed: "the permit has been spent; finish with export --resume"
    case .notRedeemed: "there is no unfinished export to resume"
    case .alreadyDelivered: "the export has been delivered"
    case .closed(let state): "the case is closed: \(state.joined(separator: ", "))"
    case .notLapsed: "the order has not lapsed"
    case .nothingToRecord: "there is nothing that a machine could find"
    case .rulePassed: "the rule has passed, and stands against nothing"
    case .nothingMissing: "nothing is missing in the order"
    case .register(let rule): rule.sentence
    }
  }

  private static func list(_ short: [Shortcoming]) -> String { short.map(\.sentence).joined(separator: "; ") }
}

extension Shortcoming {
  /// What is short, in a few words.
  public var sentence: String {
    switch self {
    case .unknownAuthority: "the authority is not in our register"
    case .suspendedAuthority: "the authority is suspended"
    case .unknownArticle: "the matrix does not know the article"
    case .classesNotCovered(let classes):
      "no legal basis covers \(classes.map(\.rawValue).joined(separator: ", ")) under the article cited"
    case .beyondLaw: "the scope reaches beyond what the legal bases cover"
    case .addressedToAnother: "the order is addressed to somebody else"
    case .issuedInFuture: "the order bears a date in the future"
    case .lapsed: "the order has lapsed"
    case .noParticularTarget(let ordinal): "target \(ordinal) is not named by any identifier that singles a person out"
    case .noTarget: "no target is named"
    case .unboundedPeriod: "the period is not bounded"
    case .periodAfterIssue: "the period ends after the day on which the order was issued"
    case .alreadyReceived(let number): "the same order was received as \(number)"
    case .notConfirmed(.denied): "the authority denied it when called back"
    case .notConfirmed: "nobody answered the call-back"
    case .notLookedAt: "nobody has looked yet"
    case .noCertificate: "the register holds no certificate to encrypt to"
    case .certificateNotValidNow: "the register's certificate is not valid now"
    }
  }
}

extension RegisterRule {
  /// What is wrong, in a few words.
  public var sentence: String {
    switch self {
    case .alreadyFounded: "the office has been founded"
    case .keyInUse: "the key belongs to another officer"
    case .stillActive: "the officer is still active; retire them first"
    case .noSuchOfficer: "no such active officer"
    case .lastCustodians: "two custodians must remain"
    case .seatTaken: "another authority is registered at that rank, branch and seat"
    case .seatChanged: "an authority keeps its rank, branch and seat; register the other under a name of its own"
    case .noSuchAuthority: "no such authority"
    case .nothingChanged: "nothing would change: the register holds just this"
    case .alreadySuspended: "the authority is suspended already"
    case .notSuspended: "the authority is not suspended"
    case .notCustodian: "only custodians change the registers"
    case .needsSecondCustodian: "a change to a register needs the signatures of two different custodians"
    }
  }
}
