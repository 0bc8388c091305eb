/// What a check came to. Only `pass` counts (I3).
public enum Outcome: String, Sendable, Hashable, CaseIterable, Codable {
  /// The rule was judged, and the order keeps it or breaks it.
  case pass, fail
  /// Nobody could tell. It counts as little as a failure.
  case notChecked = "unchecked"
}

/// A typed finding: the rule, the outcome, what was looked at, and what is wrong. Who and when is in its entry.
public struct Finding: Sendable, Hashable, Codable {
  /// The rule that was judged.
  public var rule: Rule
  /// What it came to.
  public var outcome: Outcome
  /// What was looked at.
  public var evidence: [Evidence]
  /// Why it is no pass.
  public var shortcomings: [Shortcoming]

  /// Makes a finding.
  public init(rule: Rule, outcome: Outcome, evidence: [Evidence], shortcomings: [Shortcoming]) {
    self.rule = rule
    self.outcome = outcome
    self.evidence = evidence
    self.shortcomings = shortcomings
  }
}
