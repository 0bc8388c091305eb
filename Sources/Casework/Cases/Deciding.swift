extension Case {
  /// Decides to open a case with a document.
  ///
  /// - Throws: a `Refusal` with every reason.
  public static func decide(
    opening reading: OrderReading, by actor: Actor, facts: Facts, workflow: Workflow, number: CaseNumber
  ) throws(Refusal) -> Decision {
    guard let unopened = Case(opening: number, under: workflow) else {
      throw Refusal([.notNow(event: OrderReceived.name, state: [])])
    }
    return try unopened.checked(
      unopened.events(for: reading, isFirst: true, facts: facts), by: actor, workflow,
      besides: unopened.instrumentReasons(reading))
  }

  /// Returns the decision with the events that a command causes. The case itself does not change.
  ///
  /// - Throws: a `Refusal` with every reason.
  public func decide(
    _ command: Command, by actor: Actor, facts: Facts, workflow: Workflow
  ) throws(Refusal) -> Decision {
    let state = workflow.stateNames(configuration)
    if workflow.isFinished(configuration) { throw Refusal([.closed(state: state)]) }
    guard instrument.commands.contains(command.verb) else {
      throw Refusal([.notNow(event: Self.event(of: command.verb), state: state)])
    }
    var answer: (events: [CaseEvent], reasons: [Reason])
    switch command {
    case .supplement(let reading):
      answer = (events(for: reading, isFirst: false, facts: facts), instrumentReasons(reading))
    case .clarify: answer = clarification()
    case .examine(let rules):
      guard let receipt = order?.value, receipt.missing.isEmpty else { throw Self.noFinding(state) }
      answer = (findings(rules.filter(\.isMechanical), receipt, granted?.value.scope, facts), [])
    case .authenticate(let proof):
      guard let receipt = order?.value else { throw Self.noFinding(state) }
      answer = authentication(proof, receipt, facts)
    case .grant(let grant): answer = granting(grant, facts)
    case .collect(let package): answer = ([.dataCollected(package)], collectionReasons(package))
    case .approve(let approval): answer = approving(approval, actor, facts)
    case .withdraw(let note): answer = ([.orderWithdrawn(note)], [])
    case .quash(let note): answer = ([.orderQuashed(note)], [])
    case .lapse(let note):
      let isLapsed = order.map { ForceRule.lapsed($0.value, facts) != nil } ?? false
      answer = ([.orderLapsed(note)], isLapsed ? [] : [.notLapsed])
    case .refuse(let rules, let note):
      answer = ([.caseRefused(Refused(rules: rules, note: note))], groundReasons(rules, facts))
    }
    return try checked(answer.events, by: actor, workflow, besides: answer.reasons)
  }

  /// Returns the event named in the refusal of a whole command.
  private static func event(of verb: Command.Verb) -> String {
    switch verb {
    case .supplement: OrderSupplemented.name
    case .clarify: ClarificationRequested.name
    case .examine, .authenticate: FindingRecorded.family
    case .grant: ScopeGranted.name
    case .collect: DataCollected.name
    case .approve: ApprovalGiven.name
    case .withdraw: OrderWithdrawn.name
    case .quash: OrderQuashed.name
    case .lapse: OrderLapsed.name
    case .refuse: CaseRefused.name
    }
  }

  private static func noFinding(_ state: [String]) -> Refusal {
    Refusal([.notNow(event: FindingRecorded.family, state: state)])
  }

  // MARK: - The events of each command

  /// Returns the events that a document causes: its receipt, and for a complete order a finding for each rule.
  private func events(for reading: OrderReading, isFirst: Bool, facts: Facts) -> [CaseEvent] {
    switch reading {
    case .unreadable(let document): return [.orderUnreadable(document)]
    case .readable(let receipt) where !receipt.missing.isEmpty: return [.orderIncomplete(receipt)]
    case .readable(let receipt):
      return [isFirst ? .orderReceived(receipt) : .orderSupplemented(receipt)]
        + findings(instrument.rules, receipt, nil, facts)
    }
  }

  private func instrumentReasons(_ reading: OrderReading) -> [Reason] {
    if case .readable(let receipt) = reading { instrumentReasons(receipt) } else { [] }
  }

  /// Returns a finding for each of these rules that the chart records.
  private func findings(_ rules: [Rule], _ receipt: OrderReceipt, _ granted: Scope?, _ facts: Facts) -> [CaseEvent] {
    rules.filter(recordedRules.contains).map {
      .findingRecorded(Examination.examine($0, of: receipt, granted: granted, facts: facts))
    }
  }

  private func clarification() -> (events: [CaseEvent], reasons: [Reason]) {
    let missing = order?.value.missing ?? [.readableDocument]
    return ([.clarificationRequested(missing)], missing.isEmpty ? [.nothingMissing] : [])
  }

  private func authentication(
    _ proof: AuthenticityProof, _ receipt: OrderReceipt, _ facts: Facts
  ) -> (events: [CaseEvent], reasons: [Reason]) {
    let finding = AuthenticityRule.judge(proof, of: receipt, facts: facts)
    let isEmptyClaim = proof.kind.claimsAuthenticity && finding.outcome != .pass
    return ([.findingRecorded(finding)], isEmptyClaim ? [.evidence(.authenticity)] : [])
  }

  private func granting(_ grant: GrantedScope, _ facts: Facts) -> (events: [CaseEvent], reasons: [Reason]) {
    let reasons = grantReasons(grant.scope, facts.bases)
    guard let receipt = order?.value else { return ([], reasons) }
    let finding = Examination.examine(.competence, of: receipt, granted: grant.scope, facts: facts)
    guard finding.outcome == .pass else {
      return ([], reasons + [.finding(.competence, finding.outcome, finding.shortcomings)])
    }
    let recorded: [CaseEvent] = recordedRules.contains(.competence) ? [.findingRecorded(finding)] : []
    return (recorded + [.scopeGranted(grant)], reasons)
  }

  /// Runs the mechanical rules again. Days can pass between proposing an approval and submitting it, and the officer
  /// should see a rule that fails now, before the gate refuses the export.
  private func approving(
    _ approval: Approval, _ actor: Actor, _ facts: Facts
  ) -> (events: [CaseEvent], reasons: [Reason]) {
    var reasons: [Reason] = []
    if let collected, let order, let granted {
      if approval.order != order.value.document || approval.grant != granted.value.digest
        || approval.package != collected.value.package
      {
        reasons.append(.approvalOfAnother)
      }
    } else {
      reasons.append(.notCollected)
    }
    reasons += apartnessReasons(of: actor)
    if let receipt = order?.value {
      for rule in instrument.rules where rule.isMechanical { reasons += self.reasons(of: rule, receipt, facts) }
    }
    return ([.approvalGiven(approval)], reasons)
  }
}
