/// The one way to a disclosure (I1).
///
/// It takes the case as rebuilt from signed acts, judges everything again as of now, and answers with a permit or with
/// every reason to refuse. It relies on no finding that could be judged anew, on no state of the chart alone, and on
/// nothing that a caller says about itself. What an instrument requires besides, it asks the instrument; under one that
/// has no judgement it refuses.
public enum Gate {
  /// Judges a case for a first release and gives the permit.
  ///
  /// - Parameters:
  ///   - acts: every act of the case, verified, in order.
  ///   - actor: who exports, as the register says.
  /// - Throws: a `Refusal` with every reason; a `ReplayFault` becomes no refusal, for it is an integrity failure.
  public static func judge(
    _ number: CaseNumber, acts: [Act], by actor: Actor, facts: Facts, workflow: Workflow
  ) throws -> DisclosurePermit {
    DisclosurePermit(try check(number, acts: acts, by: actor, facts: facts, workflow: workflow))
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
      reasons += instrumentReasons(subject, facts)
      if subject.instrument.isJudged {
        switch course(of: PermitRedeemed.name, by: actor, subject, workflow) {
        case .refused(let refused): reasons += refused
        case .moves(let configuration):
          if reasons.isEmpty, let approval = subject.approval?.value {
            return Leave(
              in: subject, by: actor, to: configuration, package: collected.package, signature: approval.signature,
              recipient: certificate)
          }
        }
      }
    } else if workflow.isFinished(subject.configuration) {
      reasons.append(.closed(state: workflow.stateNames(subject.configuration)))
    }
    throw Refusal(reasons.isEmpty ? [.notCollected] : reasons)
  }

  /// Judges a case whose permit was spent and whose envelope was not seen to leave: the same rules, the same bytes.
  ///
  /// - Throws: as `judge`.
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
    reasons += instrumentReasons(subject, facts)
    if subject.instrument.isJudged,
      case .refused(let refused) = course(of: DisclosureDelivered.name, by: actor, subject, workflow)
    {
      reasons += refused
    }
    guard reasons.isEmpty else { throw Refusal(reasons) }
    return Redemption(case: number, release: release, decision: nil)
  }

  /// Everything that is against disclosing, whoever asks: findings, evidence, scope, package, recipient, approval.
  public static func standing(against subject: Case, facts: Facts) -> [Reason] {
    guard let order = subject.order else {
      return [.finding(.particularity, .notChecked, [.noTarget]), .noScope, .notCollected, .notApproved]
    }
    let missing = order.value.missing
    return (missing.isEmpty ? [] : [.incomplete(missing)])
      + subject.instrument.rules.flatMap { reasons(for: $0, subject, order.value, facts) }
      + scopeReasons(subject, facts) + recipientReasons(subject, facts) + approvalReasons(subject, facts)
  }

  private static func reasons(for rule: Rule, _ subject: Case, _ receipt: OrderReceipt, _ facts: Facts) -> [Reason] {
    let granted = subject.granted?.value.scope
    guard let finding = subject.findings[rule] else {
      // A rule of which the chart keeps no record is judged now, if it can be judged from what is known.
      guard !subject.recordedRules.contains(rule), let rule = rule.type as? any MechanicalRule.Type else {
        return [.finding(rule, .notChecked, [.notLookedAt])]
      }
      return rule.reasons(against: receipt, granted: granted, facts: facts)
    }
    let recorded = finding.value
    guard recorded.outcome == .pass else { return [.finding(rule, recorded.outcome, recorded.shortcomings)] }
    return rule.type.reasons(against: finding, of: receipt, granted: granted, facts: facts)
  }

  private static func scopeReasons(_ subject: Case, _ facts: Facts) -> [Reason] {
    guard let granted = subject.granted else { return [.noScope, .notCollected] }
    let beyond = subject.grantReasons(granted.value.scope, facts.bases)
    guard let collected = subject.collected else { return beyond + [.notCollected] }
    return beyond + subject.collectionReasons(collected.value)
  }

  /// The recipient is named inside the bag: another certificate in the register is another recipient than was approved.
  /// The rule `destination` tells when the register has none.
  private static func recipientReasons(_ subject: Case, _ facts: Facts) -> [Reason] {
    guard let collected = subject.collected?.value, let certificate = certificate(of: subject, facts) else { return [] }
    return collected.recipient == certificate.sha256 ? [] : [.recipientChanged]
  }

  private static func approvalReasons(_ subject: Case, _ facts: Facts) -> [Reason] {
    guard let approval = subject.approval else { return [.notApproved] }
    var reasons = subject.apartnessReasons(of: approval.actor)
    // The role in the act was true when it was signed; the gate asks the register again.
    if !facts.registers.active(approval.actor.id, has: .approving), !reasons.contains(.approverNotManager) {
      reasons.append(.approverNotManager)
    }
    if approval.value.order != subject.order?.value.document || approval.value.grant != subject.granted?.value.digest
      || approval.value.package != subject.collected?.value.package
    {
      reasons.append(.approvalOfAnother)
    }
    return reasons
  }

  /// Who exports is looked up in the register too, whatever the caller says of them (I4).
  private static func actorReasons(_ actor: Actor, _ facts: Facts) -> [Reason] {
    facts.registers.active(actor.id)?.role == actor.role ? [] : [.actorNotAllowed(actor.role)]
  }

  /// What the instrument itself requires. Without a judgement nothing has been checked, and that is not passed (I3).
  private static func instrumentReasons(_ subject: Case, _ facts: Facts) -> [Reason] {
    subject.instrument.judgement?(subject, facts) ?? [.instrumentNotJudged(subject.instrument)]
  }

  private static func certificate(of subject: Case, _ facts: Facts) -> DeliveryCertificate? {
    subject.order.flatMap { facts.authority(of: $0.value)?.authority.certificate }
  }
}
