/// The rule that the authority really issued the order.
///
/// An officer must bring evidence. A document alone proves nothing, because letterheads, mailboxes and signatures on
/// paper can be forged. Each kind of evidence checks itself, and a pass needs evidence of exactly one kind.
enum AuthenticityRule: OrderRule {
  static let rule = Rule.authenticity
  static let assurance: Assurance? = .authenticity

  /// Without evidence, the outcome is `notChecked`.
  static func examine(_ order: OrderReceipt, granted: Scope?, facts: Facts) -> Finding {
    Finding(rule: rule, outcome: .notChecked, evidence: [], shortcomings: [.notLookedAt])
  }

  /// Checks the evidence that an officer brought.
  static func judge(_ proof: AuthenticityProof, of order: OrderReceipt, facts: Facts) -> Finding {
    let verdict = proof.kind.judge(order, facts: facts)
    return Finding(
      rule: rule, outcome: verdict.outcome,
      evidence: [.order(document: order.document), .authenticity(proof)], shortcomings: verdict.shortcomings)
  }

  /// A recorded pass still counts if its evidence is about the present document, is all of one kind, and every piece of
  /// it passes again now.
  static func reasons(
    against recorded: Case.Recorded<Finding>, of order: OrderReceipt, granted: Scope?, facts: Facts
  ) -> [Reason] {
    let proofs = recorded.value.evidence.compactMap { if case .authenticity(let proof) = $0 { proof } else { nil } }
    let kinds = Set(proofs.map { ObjectIdentifier(Swift.type(of: $0.kind)) })
    let isSupported =
      kinds.count == 1 && recorded.value.evidence.contains(.order(document: order.document))
      && proofs.allSatisfy {
        $0.kind.wasPossible(before: recorded.sequence) && $0.kind.judge(order, facts: facts).outcome == .pass
      }
    return isSupported ? [] : [.evidence(rule)]
  }

  /// The action is to call the authority and record its answer.
  static func action(finding outcome: Outcome, in number: CaseNumber) -> Action {
    switch outcome {
    case .pass: .callBack(number, .confirmed)
    case .fail: .callBack(number, .denied)
    case .notChecked: .callBack(number, .noAnswer)
    }
  }

  static func step(answering outcome: Outcome, _ shortcomings: [Shortcoming], in number: CaseNumber) -> NextStep {
    outcome == .fail ? NextStep(.refuse(number, rule)) : NextStep(.callBack(number, .confirmed))
  }
}
