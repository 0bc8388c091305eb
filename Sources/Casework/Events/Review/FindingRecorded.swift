/// A rule was checked. The name of the event contains the outcome and the rule: `finding.pass.authenticity`.
enum FindingRecorded: CaseEventKind {
  /// The first token of every finding's name.
  static let family = "finding"

  /// Returns the name of a finding of this rule with this outcome.
  static func name(_ rule: Rule, _ outcome: Outcome) -> String {
    "\(family).\(outcome.rawValue).\(rule.rawValue)"
  }

  static let meanings: [EventMeaning] = Outcome.allCases.flatMap { outcome in
    Rule.allCases.map { rule in
      let about = AssuranceSet(rule.assurance.map { [$0] } ?? [])
      // A new finding changes the review, so it ends the second officer's confirmation.
      let review = AssuranceSet([.secondReview])
      return outcome == .pass
        ? EventMeaning(name(rule, outcome), duty: .reviewing, earns: about, voids: review)
        : EventMeaning(name(rule, outcome), duty: .reviewing, voids: about.union(review))
    }
  }

  static func name(of detail: Finding) -> String { name(detail.rule, detail.outcome) }

  static func event(_ detail: Finding) -> CaseEvent { .findingRecorded(detail) }

  static func change(_ subject: inout Case, by recorded: Case.Recorded<Finding>) {
    subject.findings[recorded.value.rule] = recorded
    subject.secondReview = nil
  }

  static func action(causing name: String, in number: CaseNumber) -> Action? {
    for rule in Rule.allCases {
      for outcome in Outcome.allCases where Self.name(rule, outcome) == name {
        return rule.type.action(finding: outcome, in: number)
      }
    }
    return nil
  }
}

extension Finding: EventDetail {
  /// The values that are sealed with the evidence.
  public var commitments: [Commitment] { evidence.flatMap(\.commitments) }
  /// The earlier commitments that the evidence refers to.
  public var cited: [Commitment] { evidence.flatMap(\.cited) }
}
