import Casework
import Statechart

/// Holds the prover's outcome against what `spin` found.
///
/// The prover throws the first flaw that it meets, `spin` tells everything. So the flaw must be one of these facts: of
/// the same kind, about the same line, state, event or assurances, and as many steps away. Where the prover finds
/// nothing, `spin` must find nothing either, and the same number of nodes.
struct SpinAgreement {
  let workflow: Workflow
  let outcome: Outcome
  let verdict: SpinVerdict
  let bound: Int

  typealias Outcome = Result<WorkflowProof, WorkflowFlaw>

  private var chart: Chart { workflow.chart }

  /// Asks the prover, and holds what it says against a verdict.
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

  /// Says what the prover finds, if anything.
  var flaw: WorkflowFlaw? {
    if case .failure(let flaw) = outcome { flaw } else { nil }
  }

  /// Gives what the two disagree about; nil where they agree.
  var disagreement: String? {
    let facts = wrongs()
    switch outcome {
    case .success(let proof):
      let isSame = facts.isEmpty && proof.nodes == verdict.nodes && proof.nodes <= bound
      return isSame ? nil : "the prover finds \(proof), spin \(facts) at \(verdict.nodes) nodes"
    // What wins a race is no question of spin's: there must be nothing else, but that the loser may never be taken.
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

  /// Gives the words for everything that spin has found to be wrong.
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

  // What is claimed is claimed first by the transition that stands first; what is given, at one of the nearest nodes.
  private func isLine(_ line: Int, of fact: String) -> Bool {
    let values = fact.hasPrefix("claims") ? [least(fact)] : verdict.values(fact)
    return values.contains { chart.transitions[$0].line == line }
  }

  // A trace begins with the start, and tells of an edge by its last step.
  private func isNearest(_ trace: [WorkflowStep], _ fact: String, _ more: Int) -> Bool {
    trace.count == nearest(fact) + more
  }

  private func mask(_ assurances: [Assurance]) -> Int { Int(AssuranceSet(assurances).rawValue) }
}
