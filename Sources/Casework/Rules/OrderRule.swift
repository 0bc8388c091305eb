/// One rule that an order is judged by. A type of its own for each: it names the evidence that it looks at, what can be
/// wrong, and what the rule rests on in law.
protocol OrderRule: Sendable {
  /// The rule's place in the table.
  static var rule: Rule { get }
  /// What a pass is evidence of in charts; nil for a rule that no chart has a state for.
  static var assurance: Assurance? { get }
  /// The invariant that the rule is part of.
  static var invariant: Invariant { get }

  /// Judges an order as of now, from what is known without anybody's help.
  ///
  /// - Parameter granted: the scope granted so far, nil before there is one.
  static func examine(_ order: OrderReceipt, granted: Scope?, facts: Facts) -> Finding

  /// Tells why a finding that passed supports a disclosure no longer; empty where it still does.
  ///
  /// - Parameter recorded: the latest finding of this rule, whose outcome is a pass.
  static func reasons(
    against recorded: Case.Recorded<Finding>, of order: OrderReceipt, granted: Scope?, facts: Facts
  ) -> [Reason]

  /// Returns what an officer does to have the rule judged, with such an outcome.
  static func action(finding outcome: Outcome, in number: CaseNumber) -> Action

  /// Returns what may be done about a finding that is no pass, besides registering an authority that the register does
  /// not know.
  static func step(answering outcome: Outcome, _ shortcomings: [Shortcoming], in number: CaseNumber) -> NextStep
}

extension OrderRule {
  /// Rules are part of the verified basis.
  static var invariant: Invariant { .verifiedBasis }

  /// The rule is judged again.
  static func action(finding outcome: Outcome, in number: CaseNumber) -> Action { .review(number, rule) }

  /// Nothing but refusing the order on this rule.
  static func step(answering outcome: Outcome, _ shortcomings: [Shortcoming], in number: CaseNumber) -> NextStep {
    NextStep(.refuse(number, rule))
  }
}

/// What a mechanical rule found: what it looked at, and what is wrong.
struct Judgement: Sendable, Hashable {
  /// What was looked at, besides the order itself.
  var evidence: [Evidence]
  /// What is wrong; the rule passes where nothing is.
  var shortcomings: [Shortcoming]

  /// Makes a judgement.
  init(evidence: [Evidence] = [], shortcomings: [Shortcoming] = []) {
    self.evidence = evidence
    self.shortcomings = shortcomings
  }
}

/// A rule that is judged from the order, the registers and the matrix alone. It is judged again whenever something rests
/// on it, so a suspension or a lapse in between is seen.
protocol MechanicalRule: OrderRule {
  /// Judges the order as of now.
  static func judge(_ order: OrderReceipt, granted: Scope?, facts: Facts) -> Judgement
}

extension MechanicalRule {
  static func examine(_ order: OrderReceipt, granted: Scope?, facts: Facts) -> Finding {
    let judgement = judge(order, granted: granted, facts: facts)
    return Finding(
      rule: rule, outcome: judgement.shortcomings.isEmpty ? .pass : .fail,
      evidence: [.order(document: order.document)] + judgement.evidence, shortcomings: judgement.shortcomings)
  }

  /// What was found counts for nothing: the rule is judged again.
  static func reasons(
    against recorded: Case.Recorded<Finding>, of order: OrderReceipt, granted: Scope?, facts: Facts
  ) -> [Reason] {
    reasons(against: order, granted: granted, facts: facts)
  }

  /// Tells what the rule finds wrong now.
  static func reasons(against order: OrderReceipt, granted: Scope?, facts: Facts) -> [Reason] {
    let now = examine(order, granted: granted, facts: facts)
    return now.outcome == .pass ? [] : [.finding(rule, now.outcome, now.shortcomings)]
  }
}
