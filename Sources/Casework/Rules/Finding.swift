/// The outcome of a check. Only `pass` counts (I3).
public enum Outcome: String, Sendable, Hashable, CaseIterable, Codable {
  /// The rule was checked, and the order passes or fails it.
  case pass, fail
  /// The rule could not be checked. It does not count as a pass.
  case notChecked = "unchecked"
}

/// A finding: the rule, the outcome, the evidence, and the shortcomings. Its entry has the officer and the time.
public struct Finding: Sendable, Hashable, Codable {
  /// The rule that was checked.
  public var rule: Rule
  /// The outcome of the check.
  public var outcome: Outcome
  /// The evidence that was looked at.
  public var evidence: [Evidence]
  /// The reasons why the outcome is not a pass.
  public var shortcomings: [Shortcoming]

  /// Makes a finding.
  public init(rule: Rule, outcome: Outcome, evidence: [Evidence], shortcomings: [Shortcoming]) {
    self.rule = rule
    self.outcome = outcome
    self.evidence = evidence
    self.shortcomings = shortcomings
  }
}
