import Statechart

/// What a workflow was searched for and found free of, with the size of the search.
public struct WorkflowProof: Sendable, Hashable {
  public var states: Int
  public var transitions: Int
  /// Reachable configurations × assurances.
  public var nodes: Int
}

/// Why a workflow is refused: what it would allow, and the shortest way there.
public enum WorkflowFlaw: Error, Sendable, Hashable {
  /// A disclosing state can be reached while these assurances do not stand.
  case disclosesWithout([Assurance], trace: [String])
  /// A disclosing state is entered by another event than the spending of a permit.
  case disclosesOn(event: String, trace: [String])
  /// The approval may be given by another role than a manager, or by someone who prepared the case.
  case approvalNotApart(line: Int)
  /// From here no final state can be reached any more.
  case cannotClose(trace: [String])
  case deadState(name: String, line: Int)
  case deadTransition(line: Int)
  /// Transitions without events do not come to rest.
  case runaway(states: [String])
  /// No state discloses: the chart can never do what it is for.
  case neverDiscloses
  case overBound(Int)
}

extension Workflow {
  /// The number of nodes after which a search gives up and says so.
  public static let defaultBound = 200_000

  /// Searches every configuration that any order of events can reach, and refuses the workflow when one of them breaks
  /// I2, I4 or I9 (DESIGN.md section 4). The chart's own roles are not relied on: any actor may send any event.
  public func prove(bound: Int = Workflow.defaultBound) throws(WorkflowFlaw) -> WorkflowProof {
    try checkApprovals()
    let search = try explored(bound: bound)
    try checkApprovals(search)
    for (index, node) in search.nodes.enumerated() where isDisclosing(node.configuration) {
      let absent = Assurance.allCases.filter { !node.monitor.standing.contains($0) }
      if !absent.isEmpty { throw .disclosesWithout(absent, trace: text(search.trace(to: index))) }
    }
    try checkDisclosingEvents(search)
    guard search.nodes.contains(where: { isDisclosing($0.configuration) }) else { throw .neverDiscloses }
    let closable = search.canReach { isFinished($0.configuration) }
    if let stuck = closable.firstIndex(of: false) { throw .cannotClose(trace: text(search.trace(to: stuck))) }
    for state in chart.states where !search.enteredStates.contains(state.id) {
      throw .deadState(name: state.name ?? "(unnamed)", line: state.line)
    }
    for transition in chart.transitions where !search.takenTransitions.contains(transition.id) {
      throw .deadTransition(line: transition.line)
    }
    return WorkflowProof(
      states: chart.states.count, transitions: chart.transitions.count, nodes: search.nodes.count)
  }

  /// The assurances that stand after a macrostep. What is voided anywhere in it falls, even where it was also assured:
  /// the careful reading.
  struct Standing: Hashable, Sendable {
    var standing: Set<Assurance> = []
  }

  private func explored(bound: Int) throws(WorkflowFlaw) -> Exploration<Standing> {
    let evidence = Dictionary(uniqueKeysWithValues: CaseEvent.allNames.map { ($0, Self.evidence(of: $0)) })
    do throws(ExplorationFault) {
      return try Exploration(of: chart, events: CaseEvent.allNames, bound: bound, monitor: Standing()) {
        monitor, event, move in
        var next = monitor
        let (earned, fallen) = event.flatMap { evidence[CaseEvent.allNames[$0]] } ?? ([], [])
        for state in move.entered { next.standing.formUnion(stateAssures[state.rawValue].intersection(earned)) }
        next.standing.subtract(fallen)
        for taken in move.taken { next.standing.subtract(transitionVoids[taken.rawValue]) }
        for state in move.entered { next.standing.subtract(stateVoids[state.rawValue]) }
        return [next]
      }
    } catch {
      switch error {
      case .overBound(let limit): throw .overBound(limit)
      case .runaway(let runaway, after: _, event: _):
        throw .runaway(states: runaway.states.map { chart.states[$0.rawValue].name ?? "(unnamed)" })
      }
    }
  }

  /// What an event is evidence for, and what falls with it whatever the chart says (I2, I5): a chart's words may claim
  /// less than the events bear, never more.
  private static func evidence(of event: String) -> (earned: Set<Assurance>, fallen: Set<Assurance>) {
    let words = event.split(separator: ".").map(String.init)
    switch words.first {
    case "order": return ([], Set(Assurance.allCases))
    case "finding":
      let about = Set(words.last.flatMap(Assurance.init).map { [$0] } ?? [])
      return words.contains(Outcome.pass.rawValue) ? (about, []) : ([], about)
    case "scope": return ([.scope], [.collection, .approval])
    case "data": return ([.collection], [.approval])
    case "approval": return ([.approval], [])
    default: return ([], [])
    }
  }

  /// Wherever an approval can be given, the transition is a manager's alone: also where the approved state is entered
  /// through a state around it. No other event gains an approval.
  private func checkApprovals(_ search: Exploration<Standing>) throws(WorkflowFlaw) {
    for (index, node) in search.nodes.enumerated() {
      for edge in node.successors where search.events[edge.event] == "approval.given" {
        let taken = (search.step(from: index, event: edge.event)?.taken ?? []).map { chart.transitions[$0.rawValue] }
        if !taken.contains(where: isApproval) { throw .approvalNotApart(line: taken.first?.line ?? 0) }
      }
    }
  }

  private func isApproval(_ transition: Chart.Transition) -> Bool {
    let apart = apartFrom[transition.id.rawValue]
    let covered = CaseEvent.allNames
      .filter { name in Case.preparing.contains { Chart.descriptor($0, matches: name) } }
      .filter { !["order.withdrawn", "order.quashed", "order.lapsed"].contains($0) }
      .allSatisfy { name in apart.contains { Chart.descriptor($0, matches: name) } }
    return roles[transition.id.rawValue] == [.manager] && covered
  }

  /// Every transition that leads to an approved state is a manager's alone, apart from all who prepared the case.
  private func checkApprovals() throws(WorkflowFlaw) {
    for transition in chart.transitions {
      let approves = transition.targets.contains { stateAssures[$0.rawValue].contains(.approval) }
      guard approves else { continue }
      guard isApproval(transition) else { throw .approvalNotApart(line: transition.line) }
    }
  }

  /// Nothing but the spending of a permit leads from a state that discloses nothing to one that does.
  private func checkDisclosingEvents(_ search: Exploration<Standing>) throws(WorkflowFlaw) {
    for node in search.nodes where !isDisclosing(node.configuration) {
      for edge in node.successors where isDisclosing(search.nodes[edge.node].configuration) {
        let event = search.events[edge.event]
        if event != "permit.redeemed" {
          throw .disclosesOn(event: event, trace: text(search.trace(to: edge.node)))
        }
      }
    }
  }

  private func text(_ trace: [TraceStep]) -> [String] {
    trace.map { step in
      let entered = step.entered.compactMap { chart.states[$0.rawValue].name }
      return "\(step.event ?? "(start)") → \(entered.isEmpty ? "(stays)" : entered.joined(separator: ", "))"
    }
  }
}
