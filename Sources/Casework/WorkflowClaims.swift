/// What holds of every workflow that was proved, in words.
public struct WorkflowClaim: Sendable, Hashable, Codable {
  /// The invariant that it is part of (DESIGN.md section 1).
  public var invariant: String
  public var sentence: String
}

extension Workflow {
  /// What a proof of this workflow shows: a claim for each question that `prove(bound:)` asks under its instrument.
  public var claims: [WorkflowClaim] {
    var claims: [WorkflowClaim] = []
    func add(_ invariant: String, _ sentence: String) {
      claims.append(WorkflowClaim(invariant: invariant, sentence: sentence))
    }
    func list(_ set: AssuranceSet) -> String { set.assurances.map(\.rawValue).joined(separator: ", ") }
    for permission in Permission.allCases {
      let (done, name) = permission == .disclosure ? ("disclosed", "disclosing") : ("preserved", "preserving")
      guard let required = instrument.required(for: permission) else {
        add("I2", "nothing is ever \(done)")
        continue
      }
      if !required.isEmpty { add("I2", "nothing is \(done) before these stand: \(list(required))") }
      if let event = matter.events.spending(permission)?.name {
        add("I1", "nothing but \(event) leads to a \(name) state")
      }
    }
    if instrument.required(for: .disclosure) != nil {
      let approvals = matter.events.events.filter { $0.duty == .approving }
      if approvals.contains(where: { !chart.transitions(on: chart.event($0.name)).isEmpty }) {
        add("I4", "an approval is a manager's alone, apart from whoever prepared the case")
      }
      if instrument.required(for: .disclosure)?.contains(.secondReview) == true {
        add("I4", "a second review is given by somebody apart from the first reviewer")
      }
      add("I10", "a case spends one permit")
      let late = instrument.requiredAtEnd.subtracting(instrument.required(for: .disclosure) ?? [])
      if !late.isEmpty {
        add("I9", "a case that released data ends before these stand only when called off: \(list(late))")
      }
    }
    add("I9", "wherever a case can come to, it can still be closed")
    add("I9", "every state can be entered, every transition taken, and every event comes to rest")
    return claims
  }
}

extension WorkflowFlaw {
  /// The shortest way to what is wrong; none where it is in the chart's words.
  public var trace: [WorkflowStep] {
    switch self {
    case .permitsWithout(_, _, let trace), .permitsOn(_, _, let trace), .endsWithout(_, let trace),
      .spendsTwice(let trace), .spendsUnseen(let trace), .cannotClose(let trace), .race(_, let trace),
      .approvalNotApart(_, let trace), .secondReviewNotApart(_, let trace), .runaway(_, let trace):
      trace
    case .deadState, .deadTransition, .never, .overBound: []
    }
  }

  /// The line at fault: its own, or that of the last transition on the way; nil where no one line is.
  public var line: Int? {
    switch self {
    case .approvalNotApart(let line, _), .secondReviewNotApart(let line, _), .deadState(_, let line),
      .deadTransition(let line):
      line
    case .race(let lines, _): lines.last
    case .cannotClose, .permitsWithout, .permitsOn, .endsWithout, .spendsTwice, .spendsUnseen, .runaway:
      trace.last { !$0.lines.isEmpty }?.lines.first
    case .never, .overBound: nil
    }
  }
}
