import Statechart

/// A sentence that is true of every workflow that was proved.
public struct WorkflowClaim: Sendable, Hashable, Codable {
  /// The identifier of the invariant that it belongs to, for example `I2`. The catalogue's article lists them.
  public var invariant: String
  /// The claim in words.
  public var sentence: String
}

extension Workflow {
  /// The claims that a proof of this workflow establishes: one for each question that `prove(bound:)` asks under its
  /// instrument.
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
