/// The one way to a disclosure (I1).
///
/// It takes the case as rebuilt from signed acts, judges everything again as of now, and answers with a permit or with
/// every reason to refuse. It relies on no finding that could be judged anew, on no state of the chart alone, and on
/// nothing that a caller says about itself.
public enum Gate {
  /// What the gate would give leave for: the package, the approver's signature over it, and the recipient.
  ///
  /// It discloses nothing and can be had without spending anything; only `judge` turns it into a permit.
  public struct Leave: Sendable, Hashable {
    public let package: Commitment
    public let signature: Commitment
    public let recipient: DeliveryCertificate
  }

  /// Judges a case for a first release and gives the permit.
  ///
  /// - Parameters:
  ///   - acts: every act of the case, verified, in order.
  ///   - actor: who exports, as the register says.
  /// - Throws: a `Refusal` with every reason; a `ReplayFault` becomes no refusal, for it is an integrity failure.
  public static func judge(
    _ number: CaseNumber, acts: [Act], by actor: Actor, facts: Facts, workflow: Workflow
  ) throws -> DisclosurePermit {
    let leave = try check(number, acts: acts, by: actor, facts: facts, workflow: workflow)
    return DisclosurePermit(
      case: number, package: leave.package, signature: leave.signature, recipient: leave.recipient)
  }

  /// Judges a case for a first release and gives no permit: what a proposal to disclose is made from.
  ///
  /// - Throws: as `judge` does.
  public static func check(
    _ number: CaseNumber, acts: [Act], by actor: Actor, facts: Facts, workflow: Workflow
  ) throws -> Leave {
    let subject = try Case.replay(number, acts, under: workflow)
    var reasons = standing(against: subject, facts: facts) + actorReasons(actor, facts)
    if subject.delivery != nil {
      reasons.append(.alreadyDelivered)
    } else if subject.release != nil {
      reasons.append(.alreadyRedeemed)
    }
    if let collected = subject.collected?.value, let certificate = certificate(of: subject, facts) {
      let trial = CaseEvent.permitRedeemed(
        Release(package: collected.package, envelope: collected.grant, recipient: certificate.sha256))
      reasons += chartReasons(trial, by: actor, subject, workflow)
      if reasons.isEmpty, let approval = subject.approval?.value {
        return Leave(package: collected.package, signature: approval.signature, recipient: certificate)
      }
    } else if workflow.isFinished(subject.configuration) {
      reasons.append(.closed(state: workflow.stateNames(subject.configuration)))
    }
    throw Refusal(reasons.isEmpty ? [.notCollected] : reasons)
  }

  /// The decision to spend a permit for an envelope, to be signed before the permit is asked for.
  ///
  /// The decision alone discloses nothing: its entry is appended by who holds the permit.
  public static func redemption(_ release: Release) -> Decision { Decision([.permitRedeemed(release)]) }

  /// Judges a case whose permit was spent and whose envelope was not seen to leave: the same rules, the same bytes.
  public static func judgeResumption(
    _ number: CaseNumber, acts: [Act], by actor: Actor, facts: Facts, workflow: Workflow
  ) throws -> Redemption {
    let subject = try Case.replay(number, acts, under: workflow)
    guard let release = subject.release?.value else { throw Refusal([.notRedeemed]) }
    var reasons = standing(against: subject, facts: facts) + actorReasons(actor, facts)
    if subject.delivery != nil { reasons.append(.alreadyDelivered) }
    if release.package != subject.collected?.value.package { reasons.append(.approvalOfAnother) }
    // The envelope is encrypted to the certificate that the bag names, and the bag's is the register's (`standing`).
    if release.recipient != subject.collected?.value.recipient, !reasons.contains(.recipientChanged) {
      reasons.append(.recipientChanged)
    }
    reasons += chartReasons(.disclosureDelivered(release), by: actor, subject, workflow)
    guard reasons.isEmpty else { throw Refusal(reasons) }
    return Redemption(case: number, release: release)
  }

  /// Everything that stands against disclosing, whoever asks: findings, evidence, scope, package, recipient, approval.
  public static func standing(against subject: Case, facts: Facts) -> [Reason] {
    guard let order = subject.order else {
      return [.finding(.particularity, .notChecked, [.noTarget]), .noScope, .notCollected, .notApproved]
    }
    let missing = order.value.missing
    return (missing.isEmpty ? [] : [.incomplete(missing)])
      + Rule.allCases.flatMap { reasons(for: $0, subject, order.value, facts) }
      + scopeReasons(subject, facts) + recipientReasons(subject, facts) + approvalReasons(subject, facts)
  }

  private static func reasons(for rule: Rule, _ subject: Case, _ receipt: OrderReceipt, _ facts: Facts) -> [Reason] {
    guard let finding = subject.findings[rule] else { return [.finding(rule, .notChecked, [.notLookedAt])] }
    let recorded = finding.value
    guard recorded.outcome == .pass else { return [.finding(rule, recorded.outcome, recorded.shortcomings)] }
    if rule.isMechanical {
      let now = Examination.examine(rule, of: receipt, granted: subject.granted?.value.scope, facts: facts)
      return now.outcome == .pass ? [] : [.finding(rule, now.outcome, now.shortcomings)]
    }
    // A pass is worth what its evidence bears today: every call that it rests on must have been confirmed, at the number
    // that the register holds now and held before the call.
    let calls = recorded.evidence.compactMap { if case .callBack(let call) = $0 { call } else { nil } }
    let bears =
      !calls.isEmpty
      && calls.allSatisfy { call in
        call.registerEntry < finding.sequence
          && Examination.judge(call, for: receipt, registers: facts.registers).outcome == .pass
      }
    let sameOrder = recorded.evidence.contains(.order(document: receipt.document))
    return bears && sameOrder ? [] : [.evidence(rule)]
  }

  private static func scopeReasons(_ subject: Case, _ facts: Facts) -> [Reason] {
    guard let granted = subject.granted else { return [.noScope, .notCollected] }
    let beyond = subject.grantReasons(granted.value.scope, facts.bases)
    guard let collected = subject.collected else { return beyond + [.notCollected] }
    return beyond + subject.collectionReasons(collected.value)
  }

  /// The recipient stands inside the bag: another certificate in the register is another recipient than was approved.
  /// A register without any is told by the rule `destination`.
  private static func recipientReasons(_ subject: Case, _ facts: Facts) -> [Reason] {
    guard let collected = subject.collected?.value, let certificate = certificate(of: subject, facts) else { return [] }
    return collected.recipient == certificate.sha256 ? [] : [.recipientChanged]
  }

  private static func approvalReasons(_ subject: Case, _ facts: Facts) -> [Reason] {
    guard let approval = subject.approval else { return [.notApproved] }
    var reasons = subject.apartnessReasons(of: approval.actor)
    // The role in the act was true when it was signed; the gate asks the register again.
    if facts.registers.active(approval.actor.id)?.role != .manager { reasons.append(.approverNotManager) }
    if approval.value.order != subject.order?.value.document || approval.value.grant != subject.granted?.value.digest
      || approval.value.package != subject.collected?.value.package
    {
      reasons.append(.approvalOfAnother)
    }
    return Array(Set(reasons))
  }

  /// Who exports is asked of the register too, whatever the caller says of them (I4).
  private static func actorReasons(_ actor: Actor, _ facts: Facts) -> [Reason] {
    facts.registers.active(actor.id)?.role == actor.role ? [] : [.actorNotAllowed(actor.role)]
  }

  private static func chartReasons(
    _ event: CaseEvent, by actor: Actor, _ subject: Case, _ workflow: Workflow
  ) -> [Reason] {
    // Clearance, a second review and validation stand in the charts alone until they are judged here from evidence.
    guard workflow.instrument == .courtOrder else { return [.instrumentNotJudged(workflow.instrument)] }
    if workflow.isFinished(subject.configuration) {
      return [.closed(state: workflow.stateNames(subject.configuration))]
    }
    switch workflow.permits(event, by: actor, in: subject) {
    case .moves: return []
    case .notNow: return [.notNow(event: event.name, state: workflow.stateNames(subject.configuration))]
    case .notByRole: return [.actorNotAllowed(actor.role)]
    case .notApart: return [.actorNotApart]
    }
  }

  private static func certificate(of subject: Case, _ facts: Facts) -> DeliveryCertificate? {
    subject.order?.value.authority.flatMap { facts.registers.authorities[$0]?.authority.certificate }
  }
}
