import Casework

/// What the design says about disclosing (invariants I1 to I6 and I10), said a second time and in another way.
///
/// It keeps a plain model of its own from the acts and register events that it is shown, and reads the matrix's rows as
/// data. It asks nothing of the gate, the examination, the registers or the scopes that it is there to check.
struct GateOracle {
  /// What stands against disclosing. Each is one sentence of the design.
  enum Ground: Hashable {
    case impossible, closed, spent, delivered, notSpent
    case notPassed(Rule)
    case notTrue(Rule)
    case noLetterNumber, callBack, calledBeforeEntry, otherCallBeside
    case noGrant, emptyGrant, beyondRequest, outsideTheOrder
    case noPackage, packageUnderAnother, beyondGrant, bagForAnother
    case noApproval, approverNotManager, approverNotApart, approvalOfAnother
    case recipientChanged, releaseOfAnother
    case exporterByChart, exporterNotAsClaimed
  }

  struct Branch {
    var rank: String
    var certificate: DeliveryCertificate?
    var isSuspended: Bool
    /// The entry of the latest change: calls made under an earlier one show nothing.
    var entry: Int
  }

  /// The moment of judging, as it is handed in.
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
  /// Everyone who logged, asked back, reviewed, narrowed or collected, in whatever role they were then.
  private(set) var preparers: Set<OfficerID> = []

  init(_ kind: GateCourse.Kind, bases: LegalBases) {
    course = GateCourse(kind)
    self.bases = bases
    reaches = Self.reaches(bases)
  }

  // MARK: What it sees

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
    // No court order knows these, and no scene makes one.
    case .reviewConfirmed, .orderValidated, .validationElapsed, .notificationSent, .notificationCleared,
      .notificationElapsed, .notificationExempt, .groundRaised, .dataPreserved, .preservationExtended,
      .preservationAnnounced, .preservationEnded:
      isImpossible = true
    }
  }

  var branch: Branch? { order?.authority.flatMap { branches[$0] } }

  /// Whether a grant stands that reaches beyond the order: only a log written by hand holds one.
  var isGrantForged: Bool {
    guard let order, let grant else { return false }
    return !grant.reach.isWithin(requested) || grant.reach.has { !isNamed($0, $1, $2, by: order) }
  }

  // MARK: What it says

  /// Everything against a first release now, to an exporter; empty where a permit is due.
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

  /// Everything against delivering what was released and not seen to leave.
  func againstResumption(_ moment: Moment, by exporter: Actor) -> Set<Ground> {
    if isImpossible { return [.impossible] }
    guard let spent else { return [.notSpent] }
    var grounds = againstDisclosing(moment, by: exporter)
    if let package = package?.value {
      if spent.package != package.package { grounds.insert(.releaseOfAnother) }
      // The recipient stands inside the signed bag: another envelope around it is another disclosure.
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
    // Roles are the register's, whatever a caller says of itself (I4).
    if roles[exporter.id] != exporter.role { grounds.insert(.exporterNotAsClaimed) }
    guard let order else { return grounds.union([.noGrant, .noPackage, .noApproval]) }
    for rule in Rule.allCases {
      if latest[rule]?.finding.outcome != .pass { grounds.insert(.notPassed(rule)) }
      if !isTrue(rule, of: order, reach: grant?.reach ?? requested, moment) { grounds.insert(.notTrue(rule)) }
    }
    if order.fingerprint == nil { grounds.insert(.noLetterNumber) }
    return grounds.union(againstCall(order)).union(againstScope(order)).union(againstApproval(order))
  }

  /// A confirmation by the order's authority, at the number that the register holds now, of this document (I3).
  private func againstCall(_ order: OrderReceipt) -> Set<Ground> {
    guard let (finding, entry) = latest[.authenticity] else { return [] }
    var calls: [CallBack] = []
    for case .authenticity(.callBack(let call)) in finding.evidence { calls.append(call) }
    let telling = calls.filter { $0.authority == order.authority && $0.registerEntry == branch?.entry }
    guard branch != nil, telling.contains(where: { $0.answer == .confirmed }),
      finding.evidence.contains(.order(document: order.document))
    else { return [.callBack] }
    var grounds: Set<Ground> = []
    // A pass rests on all that it shows: beside the confirmation there is no other call.
    let confirmed = telling.filter { $0.answer == .confirmed }
    if confirmed.count < calls.count { grounds.insert(.otherCallBeside) }
    if let at = branch?.entry, at >= entry { grounds.insert(.calledBeforeEntry) }
    return grounds
  }

  /// requested ⊇ granted ⊇ collected, all of it inside what the order names (I6).
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

  /// Four eyes (I4) over exactly these digests (I5).
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
