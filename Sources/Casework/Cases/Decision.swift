/// Events that were decided and may be signed and appended. Only deciding makes one: the store takes nothing else (I1).
public struct Decision: Sendable, Hashable {
  public let events: [CaseEvent]

  init(_ events: [CaseEvent]) {
    self.events = events
  }
}

extension Case {
  /// Decides the opening of a case with a document.
  public static func decide(
    opening reading: OrderReading, by actor: Actor, facts: Facts, workflow: Workflow, number: CaseNumber
  ) throws(Refusal) -> Decision {
    guard let start = workflow.start else { throw Refusal([.notNow(event: "order.received", state: [])]) }
    let fresh = Case(number: number, configuration: start)
    return try fresh.checked(events(for: reading, isFirst: true, facts: facts), by: actor, workflow)
  }

  /// Decides a command: the events that it causes, or every reason against it. Changes nothing.
  public func decide(
    _ command: Command, by actor: Actor, facts: Facts, workflow: Workflow
  ) throws(Refusal) -> Decision {
    if workflow.isFinished(configuration) {
      throw Refusal([.closed(state: workflow.stateNames(configuration))])
    }
    var reasons: [Reason] = []
    var events: [CaseEvent] = []
    switch command {
    case .supplement(let reading):
      events = Self.events(for: reading, isFirst: false, facts: facts)
    case .clarify:
      let missing = order?.value.missing ?? [.readableDocument]
      if missing.isEmpty { reasons.append(.nothingMissing) }
      events = [.clarificationRequested(missing)]
    case .examine(let rules):
      guard let receipt = order?.value, receipt.missing.isEmpty else {
        throw Refusal([.notNow(event: "finding", state: workflow.stateNames(configuration))])
      }
      events = rules.filter(\.isMechanical).map {
        .findingRecorded(Examination.examine($0, of: receipt, granted: granted?.value.scope, facts: facts))
      }
    case .callBack(let call):
      guard let receipt = order?.value else {
        throw Refusal([.notNow(event: "finding", state: workflow.stateNames(configuration))])
      }
      let finding = Examination.judge(call, for: receipt, registers: facts.registers)
      if call.answer == .confirmed, finding.outcome != .pass { reasons.append(.evidence(.authenticity)) }
      events = [.findingRecorded(finding)]
    case .grant(let grant):
      reasons = grantReasons(grant.scope, facts.bases)
      if let receipt = order?.value {
        let finding = Examination.examine(.competence, of: receipt, granted: grant.scope, facts: facts)
        if finding.outcome == .pass {
          events = [.findingRecorded(finding), .scopeGranted(grant)]
        } else {
          reasons.append(.finding(.competence, finding.outcome, finding.shortcomings))
        }
      }
    case .collect(let package):
      reasons = collectionReasons(package)
      events = [.dataCollected(package)]
    case .approve(let approval):
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
      events = [.approvalGiven(approval)]
    case .withdraw(let note): events = [.orderWithdrawn(note)]
    case .quash(let note): events = [.orderQuashed(note)]
    case .lapse(let note):
      if let last = order?.value.validUntil, last < facts.today {} else { reasons.append(.notLapsed) }
      events = [.orderLapsed(note)]
    case .refuse(let rules, let note): events = [.caseRefused(Refused(rules: rules, note: note))]
    }
    return try checked(events, by: actor, workflow, besides: reasons)
  }

  /// The events that a document causes: what it is, and for a whole order one finding for each rule.
  private static func events(for reading: OrderReading, isFirst: Bool, facts: Facts) -> [CaseEvent] {
    switch reading {
    case .unreadable(let document): return [.orderUnreadable(document)]
    case .readable(let receipt) where !receipt.missing.isEmpty: return [.orderIncomplete(receipt)]
    case .readable(let receipt):
      let findings = Rule.allCases.map {
        CaseEvent.findingRecorded(Examination.examine($0, of: receipt, granted: nil, facts: facts))
      }
      return [isFirst ? .orderReceived(receipt) : .orderSupplemented(receipt)] + findings
    }
  }

  func grantReasons(_ scope: Scope, _ bases: LegalBases) -> [Reason] {
    guard let receipt = order?.value else { return [.noScope] }
    var reasons: [Reason] = []
    if scope.isEmpty { reasons.append(.scopeEmpty) }
    if !scope.isSubset(of: bases.asked(receipt)) { reasons.append(.scopeBeyondRequest) }
    return reasons
  }

  func collectionReasons(_ package: Collected) -> [Reason] {
    guard let order, let granted else { return [.noScope] }
    var reasons: [Reason] = []
    if package.order != order.value.document || package.grant != granted.value.digest {
      reasons.append(.collectedUnderAnother)
    }
    if !package.scope.isSubset(of: granted.value.scope) { reasons.append(.collectedBeyondGrant) }
    return reasons
  }

  /// Four eyes, told from the acts alone: whatever the chart says, who prepared a case does not approve it (I4).
  func apartnessReasons(of approver: Actor) -> [Reason] {
    var reasons: [Reason] = []
    if approver.role != .manager { reasons.append(.approverNotManager) }
    if hasCaused(approver.id, anyOf: Self.preparing) { reasons.append(.approverNotApart) }
    return reasons
  }

  /// The events of whoever logs, reviews, narrows, collects, or deals with the authorities meanwhile.
  static let preparing =
    reviewing + ["data", "review", "validation", "notification", "ground", "preservation"]

  /// The events of whoever reviews first, from whom a second reviewer is apart.
  static let reviewing = ["order", "clarification", "finding", "scope"]

  /// Holds events against the chart, one after the other, and gathers what stands against them.
  private func checked(
    _ events: [CaseEvent], by actor: Actor, _ workflow: Workflow, besides reasons: [Reason] = []
  ) throws(Refusal) -> Decision {
    var reasons = reasons
    var trial = self
    if events.isEmpty, reasons.isEmpty { reasons.append(.nothingToRecord) }
    // What comes after an event that may not come is judged from where nothing stands: it would only be noise.
    deciding: for event in events {
      switch workflow.permits(event, by: actor, in: trial) {
      case .moves(let configuration): trial.configuration = configuration
      case .notNow:
        reasons.append(.notNow(event: event.name, state: workflow.stateNames(trial.configuration)))
        break deciding
      case .notByRole:
        reasons.append(.actorNotAllowed(actor.role))
        break deciding
      case .notApart:
        reasons.append(.actorNotApart)
        break deciding
      }
    }
    guard reasons.isEmpty else {
      var seen: Set<Reason> = []
      throw Refusal(reasons.filter { seen.insert($0).inserted })
    }
    return Decision(events)
  }
}
