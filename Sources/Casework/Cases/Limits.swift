extension Case {
  /// Returns the reasons against a disclosure that one rule gives now (I3, I5). A recorded pass is checked again. If the
  /// chart does not record the rule, a mechanical rule is checked now, and any other rule is not checked.
  func reasons(of rule: Rule, _ receipt: OrderReceipt, _ facts: Facts) -> [Reason] {
    let granted = granted?.value.scope
    guard let finding = findings[rule] else {
      guard !recordedRules.contains(rule), let rule = rule.type as? any MechanicalRule.Type else {
        return [.finding(rule, .notChecked, [.notLookedAt])]
      }
      return rule.reasons(against: receipt, granted: granted, facts: facts)
    }
    let recorded = finding.value
    guard recorded.outcome == .pass else { return [.finding(rule, recorded.outcome, recorded.shortcomings)] }
    return rule.type.reasons(against: finding, of: receipt, granted: granted, facts: facts)
  }

  /// Returns the reasons against the order that are known when it is received: the parts that it lacks, and the rules
  /// that it fails. Rules that an officer has yet to check are not among them.
  public func reasonsAtReceipt(_ facts: Facts) -> [Reason] {
    guard let receipt = order?.value else { return [] }
    return (receipt.missing.isEmpty ? [] : [.incomplete(receipt.missing)])
      + instrument.rules.flatMap { reasons(of: $0, receipt, facts) }.filter {
        if case .finding(_, .fail, _) = $0 { true } else { false }
      }
  }

  /// Returns a reason if an order is for another instrument than the case, whose chart and rules were made for its own.
  func instrumentReasons(_ receipt: OrderReceipt) -> [Reason] {
    receipt.instrument == instrument.rawValue ? [] : [.otherInstrument(receipt.instrument)]
  }

  /// Returns the rules among the grounds of a refusal that passed and still pass now. Such a rule is no ground.
  func groundReasons(_ rules: [Rule], _ facts: Facts) -> [Reason] {
    guard let receipt = order?.value else { return [] }
    return rules.filter { findings[$0]?.value.outcome == .pass && reasons(of: $0, receipt, facts).isEmpty }
      .map { .rulePassed($0) }
  }

  /// Returns the reasons against a scope: it must not be empty, and must be within what the order asks for.
  func grantReasons(_ scope: Scope, _ bases: LegalBases) -> [Reason] {
    guard let receipt = order?.value else { return [.noScope] }
    var reasons: [Reason] = []
    if scope.isEmpty { reasons.append(.scopeEmpty) }
    if !scope.isSubset(of: bases.asked(receipt)) { reasons.append(.scopeBeyondRequest) }
    return reasons
  }

  /// Returns the reasons against a package: it must be collected under the order in force and the latest grant, and
  /// must be within the grant (I6).
  func collectionReasons(_ package: Collected) -> [Reason] {
    guard let order, let granted else { return [.noScope] }
    var reasons: [Reason] = []
    if package.order != order.value.document || package.grant != granted.value.digest {
      reasons.append(.collectedUnderAnother)
    }
    if !package.scope.isSubset(of: granted.value.scope) { reasons.append(.collectedBeyondGrant) }
    return reasons
  }

  /// Returns the reasons against an approver: an officer who is not a manager, or who prepared the case, may not
  /// approve it (I4). It uses the acts alone, so that a chart cannot weaken this rule.
  func apartnessReasons(of approver: Actor) -> [Reason] {
    var reasons: [Reason] = []
    if !approver.role.has(.approving) { reasons.append(.approverNotManager) }
    if causes.has(approver.id, anyOf: Duty.approving.apartFrom, in: CaseEvent.vocabulary) {
      reasons.append(.approverNotApart)
    }
    return reasons
  }

  /// Checks whether an actor may collect now. It runs before the collection, so that no personal data are read in vain.
  ///
  /// - Throws: a `Refusal` with every reason.
  public func checkCollectible(by actor: Actor, under workflow: Workflow) throws(Refusal) {
    let state = workflow.stateNames(configuration)
    if workflow.isFinished(configuration) { throw Refusal([.closed(state: state)]) }
    guard instrument.commands.contains(.collect) else {
      throw Refusal([.notNow(event: DataCollected.name, state: state)])
    }
    var reasons: [Reason] = order == nil || granted == nil ? [.noScope] : []
    switch workflow.answer(to: DataCollected.name, by: actor, at: configuration, causes) {
    case .moves: break
    case .notNow: reasons.append(.notNow(event: DataCollected.name, state: state))
    case .notByRole: reasons.append(.actorNotAllowed(actor.role))
    case .notApart: reasons.append(.actorNotApart)
    }
    if !reasons.isEmpty { throw Refusal(reasons) }
  }
}
