import Casework

/// Writes a log that no command decided. Officers of the right roles enter every act, so the chart accepts the log. It
/// is correct except for one or two faults, and only the gate can refuse a permit for them.
extension GateWorld {
  enum Fault: CaseIterable {
    case none, order, wideRequest, narrowRequest, unbounded, noLetterNumber, suspended, certificate
    case someFinding, call, oldCall, otherDocument, noEvidence, foretoldCall, denialBeside
    case grant, emptyGrant, package, beyondGrant, approval, approver, approverLater, again
    case duplicate, authority, officers, time, release
  }

  mutating func someFaults() -> Set<Fault> {
    // Faults with many variants are drawn more often.
    var faults: Set<Fault> = [
      chance.odds(20) ? .order : chance.odds(15) ? chance.pick([.again, .approver]) : chance.pick(Fault.allCases)
    ]
    if chance.odds(15) { faults.insert(chance.pick(Fault.allCases)) }
    return faults
  }

  mutating func forge(with faults: Set<Fault>) {
    note("by hand, with \(faults.map { "\($0)" }.sorted())")
    let officer = Actor(id: Self.people[0].0, role: .legalOfficer)
    var order = faults.contains(.order) ? mistakenOrder() : order()
    if faults.contains(.wideRequest) { order.requested = widened(order.requested) }
    if faults.contains(.narrowRequest) { order.requested = pierced(order.requested) }
    if faults.contains(.unbounded) {
      // The classes are removed too. Otherwise the missing bound would already fail the competence rule.
      order.classes = []
      if chance.odds(50) { order.from = nil } else { order.through = nil }
    }
    if faults.contains(.noLetterNumber) { order.fingerprint = nil }
    // The order and the findings are separate acts here, so that `enterAgain` can repeat one without the other.
    enter([.orderReceived(order)], by: officer)
    enter(passes(faults), by: officer)
    troubleBeforeCall(order.authority, faults)
    enter([.findingRecorded(forgedCall(faults))], by: officer)
    enter([.scopeGranted(forgedGrant(faults))], by: officer)
    if faults.contains(.foretoldCall), let id = order.authority, let known = authorities[id] {
      change(.authorityRegistered(known))
    }
    if var package = faults.contains(.package) ? mistakenCollected() : collected() {
      if faults.contains(.beyondGrant) { package.scope = widened(package.scope) }
      enter([.dataCollected(package)], by: officer)
    }
    forgeApproval(faults)
    if faults.contains(.again) { enterAgain(officer) }
    if faults.contains(.duplicate) { isDuplicate = true }
    if faults.contains(.authority) { troubleAuthority() }
    if faults.contains(.officers) { troubleOfficer() }
    if faults.contains(.time) { passTime() }
    if faults.contains(.release), let release = handmadeRelease() { enter([.permitRedeemed(release)], by: officer) }
  }

  /// Changes the authority before the call-back, so that the call-back itself stays correct.
  private mutating func troubleBeforeCall(_ authority: AuthorityID?, _ faults: Set<Fault>) {
    guard let id = authority, let known = authorities[id] else { return }
    if faults.contains(.suspended) {
      change(.authoritySuspended(id))
      // A new registration does not lift a suspension.
      if chance.odds(50) { change(.authorityRegistered(known)) }
    }
    if faults.contains(.certificate) {
      var other = certificate()
      let second = Instant(seconds: now.seconds + 1)
      let before = Instant(seconds: now.seconds - 1)
      if chance.odds(60) { other.notBefore = second } else { other.notAfter = before }
      change(.authorityRegistered(self.authority(id, other)))
    }
  }

  /// Returns a pass for every rule but authenticity, true or not. With `someFinding` one of them is a failure or
  /// unchecked.
  private mutating func passes(_ faults: Set<Fault>) -> [CaseEvent] {
    var passes = Rule.allCases.filter { $0 != .authenticity }.map {
      Finding(rule: $0, outcome: .pass, evidence: [], shortcomings: [])
    }
    if faults.contains(.someFinding) { passes[chance.below(passes.count)].outcome = chance.pick([.fail, .notChecked]) }
    return passes.map { .findingRecorded($0) }
  }

  private mutating func forgedCall(_ faults: Set<Fault>) -> Finding {
    var call = faults.contains(.call) ? mistakenCall() : call()
    if faults.contains(.oldCall) { call?.registerEntry = chance.below(max(1, nextEntry)) }
    // The next entry is this finding, and the one after it the grant. The register changes in the entry after the
    // grant, so the call names an entry that does not exist yet.
    if faults.contains(.foretoldCall) { call?.registerEntry = nextEntry + 2 }
    var finding = authenticityPass(call, besides: faults.contains(.denialBeside) ? denial() : [])
    if faults.contains(.otherDocument) { finding.evidence[0] = .order(document: commitment()) }
    if faults.contains(.noEvidence) { finding.evidence = chance.odds(50) ? [] : [finding.evidence[0]] }
    return finding
  }

  private mutating func forgedGrant(_ faults: Set<Fault>) -> GrantedScope {
    var whole = GrantedScope(scope: oracle.order?.requested ?? Scope(), digest: digest())
    if faults.contains(.emptyGrant) { return GrantedScope(scope: Scope(), digest: digest()) }
    if faults.contains(.grant) { return GrantedScope(scope: widened(whole.scope), digest: digest()) }
    if faults.contains(.narrowRequest) { whole.scope = asked() }
    if !faults.isDisjoint(with: [.wideRequest, .narrowRequest, .unbounded]) { return whole }
    return faults.contains(.order) && chance.odds(50) ? whole : grant() ?? whole
  }

  /// Returns the scope that the order's own persons, classes and period describe. `requested` may differ from it.
  private func asked() -> Scope {
    guard let order = oracle.order, let from = order.from, let through = order.through else { return Scope() }
    return Scope(
      targets: order.targets.map(\.ordinal), categories: order.classes.flatMap { pack.bases.categories[$0] ?? [] },
      days: DaySet(from: from, through: through))
  }

  private mutating func forgeApproval(_ faults: Set<Fault>) {
    let manager = Actor(id: Self.people[2].0, role: .manager)
    if faults.contains(.approver) { prepareAs(manager.id) }
    guard let approval = faults.contains(.approval) ? mistakenApproval() : approval() else { return }
    enter([.approvalGiven(approval)], by: faults.contains(.approver) && chance.odds(30) ? pretender() : manager)
    if faults.contains(.approverLater) { prepareAs(manager.id) }
  }

  /// Enters one act a second time, unchanged, and then some of the acts after it. An approval does not cover what is
  /// entered after it, even if the digests are the same.
  private mutating func enterAgain(_ officer: Actor) {
    let manager = Actor(id: Self.people[2].0, role: .manager)
    let from = chance.below(acts.count)
    for (index, act) in acts.enumerated() where index == from || index > from && chance.odds(75) {
      let isApproval = act.events.contains { $0.name == "approval.given" }
      enter(act.events.map(supplementing), by: isApproval ? manager : officer)
    }
  }

  /// Replaces a repeated `order.received` by `order.supplemented`, because the pack's chart accepts the first event
  /// only once.
  private func supplementing(_ event: CaseEvent) -> CaseEvent {
    if case .orderReceived(let receipt) = event, kind == .courtOrder { return .orderSupplemented(receipt) }
    return event
  }

  /// Lets a manager prepare the case as a legal officer, by one act of a kind drawn at random.
  private mutating func prepareAs(_ id: OfficerID) {
    reenrol(id, .legalOfficer)
    let preparer = Actor(id: id, role: .legalOfficer)
    switch chance.below(5) {
    case 0: enter([.clarificationRequested([])], by: preparer)
    case 1: enter([.orderUnreadable(UnreadableDocument(document: commitment(), line: 1, fault: "cut"))], by: preparer)
    case 2:
      guard oracle.approval == nil, let grant = oracle.grant?.value, let package = oracle.package?.value else { break }
      enter([.scopeGranted(grant)], by: preparer)
      enter([.dataCollected(package)], by: Actor(id: Self.people[0].0, role: .legalOfficer))
    case 3:
      guard oracle.approval == nil, let package = oracle.package?.value else { break }
      enter([.dataCollected(package)], by: preparer)
    default:
      let seen = Finding(rule: .addressee, outcome: .pass, evidence: [], shortcomings: [])
      enter([.findingRecorded(seen)], by: preparer)
    }
    if chance.odds(80) { reenrol(id, .manager) }
  }
}
