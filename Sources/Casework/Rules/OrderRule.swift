/// A rule that an order must pass. Each rule is a type of its own. Its documentation says which evidence it looks at,
/// what can be wrong, and what its source in law is.
protocol OrderRule: Sendable {
  /// The rule's case in the table.
  static var rule: Rule { get }
  /// The assurance that a pass is evidence for in charts; nil for a rule that has no state in any chart.
  static var assurance: Assurance? { get }
  /// The invariant that the rule is part of.
  static var invariant: Invariant { get }

  /// Checks an order as of now, without evidence from an officer.
  ///
  /// - Parameter granted: the scope granted so far; nil before a grant.
  static func examine(_ order: OrderReceipt, granted: Scope?, facts: Facts) -> Finding

  /// Returns the reasons why a finding that passed no longer supports a disclosure; empty where it still does.
  ///
  /// - Parameter recorded: the latest finding of this rule, whose outcome is a pass.
  static func reasons(
    against recorded: Case.Recorded<Finding>, of order: OrderReceipt, granted: Scope?, facts: Facts
  ) -> [Reason]

  /// Returns the action by which an officer gets a finding of this rule with this outcome.
  static func action(finding outcome: Outcome, in number: CaseNumber) -> Action

  /// Returns the next step for a finding that is not a pass. The caller has already handled an authority that the
  /// register does not have.
  static func step(answering outcome: Outcome, _ shortcomings: [Shortcoming], in number: CaseNumber) -> NextStep
}

extension OrderRule {
  /// Every rule is part of the verified basis.
  static var invariant: Invariant { .verifiedBasis }

  /// The action is to check the rule again.
  static func action(finding outcome: Outcome, in number: CaseNumber) -> Action { .review(number, rule) }

  /// The only step is to refuse the order because of this rule.
  static func step(answering outcome: Outcome, _ shortcomings: [Shortcoming], in number: CaseNumber) -> NextStep {
    NextStep(.refuse(number, rule))
  }
}

/// The result of a mechanical rule: evidence and shortcomings.
struct Judgement: Sendable, Hashable {
  /// The evidence that was looked at, besides the order itself.
  var evidence: [Evidence]
  /// The shortcomings; the rule passes where there are none.
  var shortcomings: [Shortcoming]

  /// Makes a judgement.
  init(evidence: [Evidence] = [], shortcomings: [Shortcoming] = []) {
    self.evidence = evidence
    self.shortcomings = shortcomings
  }
}

/// A rule that the program checks from the order, the registers and the matrix alone. It runs again before each step
/// that relies on it, so that a suspension or a lapse in between is seen.
protocol MechanicalRule: OrderRule {
  /// Checks the order as of now.
  static func judge(_ order: OrderReceipt, granted: Scope?, facts: Facts) -> Judgement
}

extension MechanicalRule {
  static func examine(_ order: OrderReceipt, granted: Scope?, facts: Facts) -> Finding {
    let judgement = judge(order, granted: granted, facts: facts)
    return Finding(
      rule: rule, outcome: judgement.shortcomings.isEmpty ? .pass : .fail,
      evidence: [.order(document: order.document)] + judgement.evidence, shortcomings: judgement.shortcomings)
  }

  /// Ignores the recorded finding and runs the rule again.
  static func reasons(
    against recorded: Case.Recorded<Finding>, of order: OrderReceipt, granted: Scope?, facts: Facts
  ) -> [Reason] {
    reasons(against: order, granted: granted, facts: facts)
  }

  /// Returns the reasons that the rule finds now; empty where it passes.
  static func reasons(against order: OrderReceipt, granted: Scope?, facts: Facts) -> [Reason] {
    let now = examine(order, granted: granted, facts: facts)
    return now.outcome == .pass ? [] : [.finding(rule, now.outcome, now.shortcomings)]
  }
}
