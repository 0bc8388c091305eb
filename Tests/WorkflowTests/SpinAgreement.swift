import Casework
import Statechart

/// Compares the prover's result with the facts that `spin` found.
///
/// The prover throws the first flaw that it finds, and `spin` reports all. So the flaw must be among the facts of spin:
/// the same kind, the same line, state, event or assurances, and the same number of steps. If the prover finds nothing,
/// `spin` must find nothing either, and the same number of nodes.
struct SpinAgreement {
  let workflow: Workflow
  let outcome: Outcome
  let verdict: SpinVerdict
  let bound: Int

  typealias Outcome = Result<WorkflowProof, WorkflowFlaw>

  private var chart: Chart { workflow.chart }

  /// Runs the prover, and compares its result with a verdict.
  init(_ workflow: Workflow, _ verdict: SpinVerdict, bound: Int = Workflow.defaultBound) {
    self.init(workflow, Self.outcome(workflow, bound: bound), verdict, bound: bound)
  }

  init(_ workflow: Workflow, _ outcome: Outcome, _ verdict: SpinVerdict, bound: Int = Workflow.defaultBound) {
    self.workflow = workflow
    self.outcome = outcome
    self.verdict = verdict
    self.bound = bound
  }

  static func outcome(_ workflow: Workflow, bound: Int = Workflow.defaultBound) -> Outcome {
    Outcome { () throws(WorkflowFlaw) in try workflow.prove(bound: bound) }
  }

  /// The flaw that the prover found, or nil.
  var flaw: WorkflowFlaw? {
    if case .failure(let flaw) = outcome { flaw } else { nil }
  }

  /// The disagreement between the prover and `spin`, or nil.
  var disagreement: String? {
    let facts = wrongs()
    switch outcome {
    case .success(let proof):
      let isSame = facts.isEmpty && proof.nodes == verdict.nodes && proof.nodes <= bound
      return isSame ? nil : "the prover finds \(proof), spin \(facts) at \(verdict.nodes) nodes"
    // `spin` does not search for races. It may report only that the losing transition is never taken.
    case .failure(.race(let lines, trace: _)):
      return facts.allSatisfy { $0 == "dead-transition" } ? nil : "the prover finds a race of \(lines), spin \(facts)"
    // Duties are no question of spin's: there must be nothing else.
    case .failure(.roleWithoutDuty):
      return facts.isEmpty ? nil : "the prover finds a role without a duty, spin \(facts)"
    case .failure(let flaw):
      return facts.contains { isSame(flaw, as: $0) } ? nil : "the prover finds \(flaw), spin \(told(facts))"
    }
  }

  private func told(_ facts: [String]) -> String {
    facts.map { "\($0) \(verdict.facts[$0] ?? [])" }.joined(separator: ", ")
  }

  /// Returns the facts of `spin` that mean that the chart is wrong.
  private func wrongs() -> [String] {
    var facts = [
      "claims-approval", "claims-review", "runaway", "gives-approval", "gives-review", "spends-twice", "spends-unseen",
      "ends-without", "stuck", "dead-state", "dead-transition",
    ]
    facts += Permission.allCases.flatMap { ["\($0)-without", "\($0)-on"] }
    facts = facts.filter(verdict.has)
    let purpose = "permits-\(workflow.instrument.purpose)"
    if !verdict.has(purpose) { facts.append(purpose) }
    if verdict.nodes > bound { facts.append("nodes") }
    return facts
  }

  private func least(_ word: String) -> Int { verdict.values(word).min() ?? .max }
  private func nearest(_ word: String) -> Int { verdict.distance(word) ?? .max }

  private func isSame(_ flaw: WorkflowFlaw, as fact: String) -> Bool {
    let values = verdict.values(fact)
    switch flaw {
    case .approvalNotApart(let line, trace: _): return fact.hasSuffix("-approval") && isLine(line, of: fact)
    case .secondReviewNotApart(let line, trace: _): return fact.hasSuffix("-review") && isLine(line, of: fact)
    case .runaway: return fact == "runaway"
    case .overBound: return fact == "nodes"
    case .permitsWithout(let permission, let absent, let trace):
      return fact == "\(permission)-without" && values.contains(mask(absent)) && isNearest(trace, fact, 1)
    case .permitsOn(let permission, let event, let trace):
      return fact == "\(permission)-on" && values.map { CaseEvent.allNames[$0] }.contains(event)
        && isNearest(trace, fact, 2)
    case .never(let permission): return fact == "permits-\(permission)"
    case .spendsUnseen(let trace): return fact == "spends-unseen" && isNearest(trace, fact, 2)
    case .race, .roleWithoutDuty: return false
    case .spendsTwice(let trace): return fact == "spends-twice" && isNearest(trace, fact, 2)
    case .endsWithout(let absent, let trace):
      return fact == "ends-without" && values.contains(mask(absent)) && isNearest(trace, fact, 2)
    case .cannotClose(let trace): return fact == "stuck" && isNearest(trace, fact, 1)
    case .deadState(_, let line): return fact == "dead-state" && values.first.map { chart.states[$0].line } == line
    case .deadTransition(let line):
      return fact == "dead-transition" && values.first.map { chart.transitions[$0].line } == line
    }
  }

  // A claim is reported for the first transition with it, and a given approval or review for one of the nearest nodes.
  private func isLine(_ line: Int, of fact: String) -> Bool {
    let values = fact.hasPrefix("claims") ? [least(fact)] : verdict.values(fact)
    return values.contains { chart.transitions[$0].line == line }
  }

  // A trace begins with the start, and its last step is the edge that a fact is about.
  private func isNearest(_ trace: [WorkflowStep], _ fact: String, _ more: Int) -> Bool {
    trace.count == nearest(fact) + more
  }

  private func mask(_ assurances: [Assurance]) -> Int { Int(AssuranceSet(assurances).rawValue) }
}
