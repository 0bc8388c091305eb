import Casework

/// The expected result of each command. Only the gate decides about disclosing. A command is refused early too, so that
/// the officer learns of a mistake while it can be corrected.
extension GateOracle {
  /// Returns the events that a command must cause, in order, or nil if it must be refused. Of a finding only the event
  /// name is compared.
  func outcome(of command: Command, by actor: Actor, _ moment: Moment) -> [CaseEvent]? {
    guard let events = events(of: command, by: actor, moment) else { return nil }
    return isOpen(to: events, by: actor) ? events : nil
  }

  /// Returns the events that a first document must cause, or nil if it must be refused.
  func opening(_ reading: OrderReading, by actor: Actor, _ moment: Moment) -> [CaseEvent]? {
    guard let events = events(for: reading, isFirst: true, moment) else { return nil }
    return isOpen(to: events, by: actor) ? events : nil
  }

  private func isOpen(to events: [CaseEvent], by actor: Actor) -> Bool {
    var trial = course
    return !trial.isClosed
      && events.allSatisfy { trial.take($0, by: actor, whoPrepared: preparers.contains(actor.id)) }
  }

  private func events(of command: Command, by actor: Actor, _ moment: Moment) -> [CaseEvent]? {
    switch command {
    case .supplement(let reading): return events(for: reading, isFirst: false, moment)
    case .clarify: return order.map(Self.lacks) ?? true ? [.clarificationRequested([])] : nil
    case .examine(let rules):
      // Authenticity has no automatic check, so a request for this rule alone is refused.
      guard let order, !Self.lacks(order), rules.contains(where: { $0 != .authenticity }) else { return nil }
      return rules.filter { $0 != .authenticity }.map {
        named($0, isTrue($0, of: order, reach: grant?.reach ?? requested, moment) ? .pass : .fail)
      }
    case .authenticate(.callBack(let call)): return finding(on: call).map { [$0] }
    case .grant(let scope):
      let reach = GateReach(scope.scope)
      guard let order, !reach.isEmpty, reach.isWithin(requested), !reach.has({ !isNamed($0, $1, $2, by: order) }),
        isTrue(.competence, of: order, reach: reach, moment)
      else { return nil }
      return [named(.competence, .pass), .scopeGranted(scope)]
    case .collect(let collected):
      guard let order, let grant, collected.order == order.document, collected.grant == grant.value.digest,
        GateReach(collected.scope).isWithin(grant.reach)
      else { return nil }
      return [.dataCollected(collected)]
    case .approve(let approval):
      guard let order, let grant, let package, approval.order == order.document,
        approval.grant == grant.value.digest, approval.package == package.value.package,
        actor.role == .manager, !preparers.contains(actor.id),
        Rule.allCases.allSatisfy({ isTrue($0, of: order, reach: grant.reach, moment) })
      else { return nil }
      return [.approvalGiven(approval)]
    case .withdraw(let note): return [.orderWithdrawn(note)]
    case .quash(let note): return [.orderQuashed(note)]
    case .lapse(let note):
      guard let last = order?.validUntil, last.number < moment.today.number else { return nil }
      return [.orderLapsed(note)]
    case .refuse(let rules, let note):
      // A rule that passed and is still true is no ground.
      if let order,
        rules.contains(where: {
          latest[$0]?.finding.outcome == .pass && isTrue($0, of: order, reach: grant?.reach ?? requested, moment)
        })
      {
        return nil
      }
      return [.caseRefused(Refused(rules: rules, note: note))]
    }
  }

  /// Returns the finding of a call-back. A confirmation that is no evidence is refused. Other answers are always
  /// recorded.
  private func finding(on call: CallBack) -> CaseEvent? {
    guard let order else { return nil }
    let tells = branch != nil && call.authority == order.authority && call.registerEntry == branch?.entry
    switch call.answer {
    case .confirmed: return tells ? named(.authenticity, .pass) : nil
    case .denied: return named(.authenticity, tells ? .fail : .notChecked)
    case .noAnswer: return named(.authenticity, .notChecked)
    }
  }

  /// Returns the events of a document, or nil for an order under another instrument, which belongs in another case.
  private func events(for reading: OrderReading, isFirst: Bool, _ moment: Moment) -> [CaseEvent]? {
    if case .readable(let order) = reading, order.instrument != "court-order" { return nil }
    switch reading {
    case .unreadable(let document): return [.orderUnreadable(document)]
    case .readable(let order) where Self.lacks(order): return [.orderIncomplete(order)]
    case .readable(let order):
      let reach = GateReach(order.requested)
      return [isFirst ? .orderReceived(order) : .orderSupplemented(order)]
        + Rule.allCases.map { rule in
          if rule == .authenticity { return named(rule, .notChecked) }
          return named(rule, isTrue(rule, of: order, reach: reach, moment) ? .pass : .fail)
        }
    }
  }

  private func named(_ rule: Rule, _ outcome: Outcome) -> CaseEvent {
    .findingRecorded(Finding(rule: rule, outcome: outcome, evidence: [], shortcomings: []))
  }
}
