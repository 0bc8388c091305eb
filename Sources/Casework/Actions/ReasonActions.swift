extension NextStep {
  /// Returns the step that can remove a reason; nil where there is none.
  ///
  /// - Parameter number: the case of the reason; nil where there is no case yet.
  public static func answering(_ reason: Reason, in number: CaseNumber?) -> NextStep? {
    if case .register(let rule) = reason { return answering(rule) }
    if case .actorNotAllowed = reason { return NextStep(.listOfficers) }
    guard let number else { return nil }
    switch reason {
    case .finding(let rule, let outcome, let short): return answering(rule, outcome, short, in: number)
    case .evidence(let rule): return answering(rule, .notChecked, [], in: number)
    case .incomplete: return NextStep(.clarify(number))
    case .noScope, .scopeBeyondRequest: return NextStep(.grant(number))
    case .otherInstrument: return NextStep(.receive(supplements: nil))
    case .scopeEmpty: return NextStep(.show(number))
    case .notCollected, .collectedUnderAnother, .collectedBeyondGrant, .recipientChanged:
      return NextStep(.collect(number))
    case .notApproved, .approvalOfAnother: return NextStep(.approve(number))
    case .approverNotManager, .approverNotApart, .actorNotApart: return NextStep(.approveByAnother(number))
    case .alreadyRedeemed: return NextStep(.resume(number))
    case .notRedeemed: return NextStep(.export(number))
    case .alreadyDelivered, .closed, .instrumentNotJudged, .releaseWithoutSeed: return NextStep(.history(number))
    case .rulePassed: return NextStep(.show(number))
    case .entriesLost: return NextStep(.settleLoss(number))
    case .findingSetAside: return NextStep(.audit)
    case .notNow(event: ClarificationRequested.name, state: _):
      return NextStep(.receive(supplements: number))
    case .numberNotFromRegister, .notNow, .nothingMissing, .nothingToRecord, .notLapsed:
      return NextStep(.show(number))
    case .actorNotAllowed, .register: return nil
    }
  }

  private static func answering(_ rule: RegisterRule) -> NextStep? {
    switch rule {
    case .needsSecondCustodian, .notCustodian: NextStep(.countersign)
    default: nil
    }
  }

  /// Returns the step for a finding that is not a pass.
  private static func answering(
    _ rule: Rule, _ outcome: Outcome, _ short: [Shortcoming], in number: CaseNumber
  ) -> NextStep {
    // The receipt names no authority until its order is read again, with the authority in the register.
    if short.contains(.unknownAuthority) {
      return NextStep(.registerAuthority, .receive(supplements: number))
    }
    return rule.type.step(answering: outcome, short, in: number)
  }
}
