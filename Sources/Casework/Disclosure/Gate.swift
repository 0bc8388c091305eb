/// The only way to a disclosure (I1).
///
/// The gate takes the signed acts of a case, rebuilds the case, and checks everything again with the facts of the
/// moment. It returns a permit, or throws every reason against the disclosure. It checks mechanical rules again instead
/// of using their recorded findings, it checks more than the state of the chart, and it trusts no statement of the
/// caller. It also runs the judgement of the instrument; where an instrument has none, the gate refuses.
public enum Gate {
  /// Checks a case for its first release and returns the permit.
  ///
  /// - Parameters:
  ///   - acts: every act of the case, verified, in order.
  ///   - actor: the officer who exports, with the role that the register gives.
  /// - Throws: a `Refusal` with every reason; a `ReplayFault` where the acts do not make a case, which is an integrity
  ///   failure.
  public static func judge(
    _ number: CaseNumber, acts: [Act], by actor: Actor, facts: Facts, workflow: Workflow
  ) throws -> DisclosurePermit {
    DisclosurePermit(try check(number, acts: acts, by: actor, facts: facts, workflow: workflow))
  }

  /// Checks a case for its first release and returns no permit. A proposal to disclose is made from the result.
  ///
  /// - Throws: a `Refusal` or a `ReplayFault`, as `judge` does.
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

  /// Checks a case again whose permit was spent and whose delivery is not recorded. The same rules apply as for the
  /// first release, and only the same bytes may leave.
  ///
  /// - Throws: a `Refusal` or a `ReplayFault`, as `judge` does.
  public static func judgeResumption(
    _ number: CaseNumber, acts: [Act], by actor: Actor, facts: Facts, workflow: Workflow
  ) throws -> Redemption {
    let subject = try Case.replay(number, acts, under: workflow)
    guard let release = subject.release?.value else { throw Refusal([.notRedeemed]) }
    var reasons = standing(against: subject, facts: facts) + actorReasons(actor, facts)
    if subject.delivery != nil { reasons.append(.alreadyDelivered) }
    if release.seed == nil { reasons.append(.releaseWithoutSeed) }
    if release.package != subject.collected?.value.package { reasons.append(.approvalOfAnother) }
    // The envelope must be encrypted to the certificate named in the bag, and `standing` compares the bag's certificate
    // with the register's.
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

  /// Returns the reasons against disclosing that are the same for every exporting officer: findings, evidence, scope,
  /// package, recipient, approval.
  public static func standing(against subject: Case, facts: Facts) -> [Reason] {
    guard let order = subject.order else {
      return [.finding(.particularity, .notChecked, [.noTarget]), .noScope, .notCollected, .notApproved]
    }
    let missing = order.value.missing
    let lost = facts.registers.losses(against: subject.number, order.value.fingerprint)
    return (missing.isEmpty ? [] : [.incomplete(missing)]) + (lost.isEmpty ? [] : [.entriesLost(lost.count)])
      + subject.instrumentReasons(order.value)
      + subject.instrument.rules.flatMap { subject.reasons(of: $0, order.value, facts) }
      + scopeReasons(subject, facts) + recipientReasons(subject, facts) + approvalReasons(subject, facts)
  }

  private static func scopeReasons(_ subject: Case, _ facts: Facts) -> [Reason] {
    guard let granted = subject.granted else { return [.noScope, .notCollected] }
    let beyond = subject.grantReasons(granted.value.scope, facts.bases)
    guard let collected = subject.collected else { return beyond + [.notCollected] }
    return beyond + subject.collectionReasons(collected.value)
  }

  /// Returns a reason if the register has another certificate than the one named in the bag, because then the recipient
  /// is not the approved one. If the register has no certificate, the rule `destination` gives the reason.
  private static func recipientReasons(_ subject: Case, _ facts: Facts) -> [Reason] {
    guard let collected = subject.collected?.value, let certificate = certificate(of: subject, facts) else { return [] }
    return collected.recipient == certificate.sha256 ? [] : [.recipientChanged]
  }

  private static func approvalReasons(_ subject: Case, _ facts: Facts) -> [Reason] {
    guard let approval = subject.approval else { return [.notApproved] }
    var reasons = subject.apartnessReasons(of: approval.actor)
    // The role in the act was correct when the act was signed. The approver may have been retired or changed role
    // since.
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

  /// Looks up the exporting officer in the register again, so that a caller cannot claim another role (I4).
  private static func actorReasons(_ actor: Actor, _ facts: Facts) -> [Reason] {
    facts.registers.active(actor.id)?.role == actor.role ? [] : [.actorNotAllowed(actor.role)]
  }

  /// Returns the reasons of the instrument's own judgement. An instrument without one was not checked, so it does not
  /// pass (I3).
  private static func instrumentReasons(_ subject: Case, _ facts: Facts) -> [Reason] {
    subject.instrument.judgement?(subject, facts) ?? [.instrumentNotJudged(subject.instrument)]
  }

  private static func certificate(of subject: Case, _ facts: Facts) -> DeliveryCertificate? {
    subject.order.flatMap { facts.authority(of: $0.value)?.authority.certificate }
  }
}
