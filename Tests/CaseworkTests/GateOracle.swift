import Casework

/// A second evaluator of the design's conditions for disclosing (invariants I1 to I6 and I10), independent of the
/// first.
///
/// It builds its own simple model from the acts and register events, and reads the rows of the legal bases as data. It
/// uses no code of the gate, the examination or the registers, and no operation of `Scope`, because it checks them.
struct GateOracle {
  /// A ground against disclosing. Each case is one sentence of the design.
  enum Ground: Hashable {
    case impossible, closed, spent, delivered, notSpent
    case notPassed(Rule)
    case notTrue(Rule)
    case noLetterNumber, callBack, calledBeforeEntry, otherCallBeside
    case noGrant, emptyGrant, beyondRequest, outsideTheOrder
    case noPackage, packageUnderAnother, beyondGrant, bagForAnother
    case noApproval, approverNotManager, approverNotApart, approvalOfAnother
    case recipientChanged, releaseOfAnother, releaseWithoutSeed
    case exporterByChart, exporterNotAsClaimed
  }

  struct Branch {
    var rank: String
    var certificate: DeliveryCertificate?
    var isSuspended: Bool
    /// The entry of the latest change. A call-back that names an earlier entry is no evidence.
    var entry: Int
  }

  /// The facts of the moment of judging. The caller supplies them.
  struct Moment {
    var now: Instant
    var today: Day
    var isDuplicate: Bool
  }

  let bases: LegalBases
  let reaches: [DataClass: [Bool]]
  private(set) var course: GateCourse
  private(set) var roles: [OfficerID: Role] = [:]
  private(set) var branches: [AuthorityID: Branch] = [:]
  private(set) var isImpossible = false
  private(set) var order: OrderReceipt?
  private(set) var requested = GateReach(Scope())
  private(set) var latest: [Rule: (finding: Finding, entry: Int)] = [:]
  private(set) var grant: (value: GrantedScope, reach: GateReach)?
  private(set) var package: (value: Collected, reach: GateReach)?
  private(set) var approval: (value: Approval, by: Actor)?
  private(set) var spent: Release?
  private(set) var isDelivered = false
  /// The officers who logged, asked for clarification, reviewed, granted or collected, in any role.
  private(set) var preparers: Set<OfficerID> = []

  init(_ kind: GateCourse.Kind, bases: LegalBases) {
    course = GateCourse(kind)
    self.bases = bases
    reaches = Self.reaches(bases)
  }

  // MARK: Input

  mutating func sees(_ event: RegisterEvent, at entry: Int) {
    switch event {
    case .officeFounded: break
    case .officerEnrolled(let officer): roles[officer.id] = officer.role
    case .officerRetired(let id): roles[id] = nil
    case .authorityRegistered(let authority):
      branches[authority.id] = Branch(
        rank: authority.seat.rank, certificate: authority.certificate,
        isSuspended: branches[authority.id]?.isSuspended ?? false, entry: entry)
    case .authoritySuspended(let id):
      branches[id]?.isSuspended = true
      branches[id]?.entry = entry
    case .authorityRestored(let id):
      branches[id]?.isSuspended = false
      branches[id]?.entry = entry
    case .officeUpgraded, .officeRestored, .findingSetAside, .officerRekeyed: break
    }
  }

  mutating func sees(_ act: Act) {
    if act.events.isEmpty { isImpossible = true }
    for event in act.events where !isImpossible {
      guard course.take(event, by: act.actor, whoPrepared: preparers.contains(act.actor.id)) else {
        isImpossible = true
        return
      }
      learn(event, act)
    }
  }

  private mutating func learn(_ event: CaseEvent, _ act: Act) {
    switch event {
    case .orderReceived(let receipt), .orderIncomplete(let receipt), .orderSupplemented(let receipt):
      (order, requested) = (receipt, GateReach(receipt.requested))
      latest = [:]
      (grant, package, approval) = (nil, nil, nil)
      preparers.insert(act.actor.id)
    case .orderUnreadable, .clarificationRequested: preparers.insert(act.actor.id)
    case .findingRecorded(let finding):
      latest[finding.rule] = (finding, act.sequence)
      preparers.insert(act.actor.id)
    case .scopeGranted(let value):
      grant = (value, GateReach(value.scope))
      (package, approval) = (nil, nil)
      preparers.insert(act.actor.id)
    case .dataCollected(let value):
      package = (value, GateReach(value.scope))
      approval = nil
      preparers.insert(act.actor.id)
    case .approvalGiven(let value): approval = (value, act.actor)
    case .permitRedeemed(let release): spent = release
    case .disclosureDelivered: isDelivered = true
    case .orderWithdrawn, .orderQuashed, .orderLapsed, .caseRefused: break
    // A court order has none of these events, and no scene makes one.
    case .reviewConfirmed, .orderValidated, .validationElapsed, .notificationSent, .notificationCleared,
      .notificationElapsed, .notificationExempt, .groundRaised, .dataPreserved, .preservationExtended,
      .preservationAnnounced, .preservationEnded:
      isImpossible = true
    }
  }

  var branch: Branch? { order?.authority.flatMap { branches[$0] } }

  /// Says whether the current grant exceeds the order. Only a log written by hand has such a grant.
  var isGrantForged: Bool {
    guard let order, let grant else { return false }
    return !grant.reach.isWithin(requested) || grant.reach.has { !isNamed($0, $1, $2, by: order) }
  }

  // MARK: Results

  /// Returns the grounds against a first release by an exporter now. The set is empty if a permit is due.
  func againstPermit(_ moment: Moment, by exporter: Actor) -> Set<Ground> {
    if isImpossible { return [.impossible] }
    var grounds = againstDisclosing(moment, by: exporter)
    if spent != nil { grounds.insert(.spent) }
    guard let package = package?.value, let certificate = branch?.certificate else { return grounds }
    if package.recipient != certificate.sha256 { grounds.insert(.recipientChanged) }
    var trial = course
    let release = Release(package: package.package, envelope: package.grant, recipient: certificate.sha256)
    if !trial.take(.permitRedeemed(release), by: exporter, whoPrepared: preparers.contains(exporter.id)) {
      grounds.insert(.exporterByChart)
    }
    return grounds
  }

  /// Returns the grounds against resuming a release whose delivery is not recorded.
  func againstResumption(_ moment: Moment, by exporter: Actor) -> Set<Ground> {
    if isImpossible { return [.impossible] }
    guard let spent else { return [.notSpent] }
    var grounds = againstDisclosing(moment, by: exporter)
    // Without its seed nobody can check what the envelope contains.
    if spent.seed == nil { grounds.insert(.releaseWithoutSeed) }
    if let package = package?.value {
      if spent.package != package.package { grounds.insert(.releaseOfAnother) }
      // The signed bag names its recipient. An envelope for another recipient is another disclosure.
      if spent.recipient != package.recipient { grounds.insert(.bagForAnother) }
    }
    if spent.recipient != branch?.certificate?.sha256 { grounds.insert(.recipientChanged) }
    var trial = course
    if !trial.take(.disclosureDelivered(spent), by: exporter, whoPrepared: preparers.contains(exporter.id)) {
      grounds.insert(.exporterByChart)
    }
    return grounds
  }

  private func againstDisclosing(_ moment: Moment, by exporter: Actor) -> Set<Ground> {
    var grounds: Set<Ground> = []
    if course.isClosed { grounds.insert(.closed) }
    if isDelivered { grounds.insert(.delivered) }
    // The register decides the role, not the caller (I4).
    if roles[exporter.id] != exporter.role { grounds.insert(.exporterNotAsClaimed) }
    guard let order else { return grounds.union([.noGrant, .noPackage, .noApproval]) }
    for rule in Rule.allCases {
      if latest[rule]?.finding.outcome != .pass { grounds.insert(.notPassed(rule)) }
      if !isTrue(rule, of: order, reach: grant?.reach ?? requested, moment) { grounds.insert(.notTrue(rule)) }
    }
    if order.fingerprint == nil { grounds.insert(.noLetterNumber) }
    return grounds.union(againstCall(order)).union(againstScope(order)).union(againstApproval(order))
  }

  /// Returns the grounds about the call-back. The order's authority must have confirmed this document, at the number
  /// that is in the register now (I3).
  private func againstCall(_ order: OrderReceipt) -> Set<Ground> {
    guard let (finding, entry) = latest[.authenticity] else { return [] }
    var calls: [CallBack] = []
    for case .authenticity(.callBack(let call)) in finding.evidence { calls.append(call) }
    let telling = calls.filter { $0.authority == order.authority && $0.registerEntry == branch?.entry }
    guard branch != nil, telling.contains(where: { $0.answer == .confirmed }),
      finding.evidence.contains(.order(document: order.document))
    else { return [.callBack] }
    var grounds: Set<Ground> = []
    // Every call in the evidence of a pass must be such a confirmation.
    let confirmed = telling.filter { $0.answer == .confirmed }
    if confirmed.count < calls.count { grounds.insert(.otherCallBeside) }
    if let at = branch?.entry, at >= entry { grounds.insert(.calledBeforeEntry) }
    return grounds
  }

  /// Returns the grounds about scopes: requested ⊇ granted ⊇ collected, all within what the order names (I6).
  private func againstScope(_ order: OrderReceipt) -> Set<Ground> {
    guard let grant else { return [.noGrant, .noPackage] }
    var grounds: Set<Ground> = []
    if grant.reach.isEmpty { grounds.insert(.emptyGrant) }
    if !grant.reach.isWithin(requested) { grounds.insert(.beyondRequest) }
    if grant.reach.has({ !isNamed($0, $1, $2, by: order) }) { grounds.insert(.outsideTheOrder) }
    guard let package else { return grounds.union([.noPackage]) }
    if package.value.order != order.document || package.value.grant != grant.value.digest {
      grounds.insert(.packageUnderAnother)
    }
    if !package.reach.isWithin(grant.reach) { grounds.insert(.beyondGrant) }
    return grounds
  }

  /// Returns the grounds about the approval: by a second officer (I4), of exactly these digests (I5).
  private func againstApproval(_ order: OrderReceipt) -> Set<Ground> {
    guard let approval else { return [.noApproval] }
    var grounds: Set<Ground> = []
    if approval.by.role != .manager || roles[approval.by.id] != .manager { grounds.insert(.approverNotManager) }
    if preparers.contains(approval.by.id) { grounds.insert(.approverNotApart) }
    if approval.value.order != order.document || approval.value.grant != grant?.value.digest
      || approval.value.package != package?.value.package
    {
      grounds.insert(.approvalOfAnother)
    }
    return grounds
  }
}
