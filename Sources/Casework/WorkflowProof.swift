import Statechart

/// What a workflow was searched for and found free of, with the size of the search.
public struct WorkflowProof: Sendable, Hashable {
  public var states: Int
  public var transitions: Int
  /// Reachable configurations, whatever stands in them.
  public var configurations: Int
  /// Reachable configurations × assurances.
  public var nodes: Int
}

extension Workflow {
  /// The number of nodes after which a search gives up and says so.
  public static let defaultBound = 200_000

  /// Searches every configuration that any order of events can reach, and refuses the workflow when one of them breaks
  /// I2, I4, I9 or I10 (DESIGN.md section 4). The chart's own roles are not relied on: any actor may send any event.
  ///
  /// Regions that nothing depends on are searched one at a time (`Chart.slices`), which is exact.
  ///
  /// - Parameter bound: how many nodes a search may have; more is `WorkflowFlaw.overBound`, never silence.
  public func prove(bound: Int = Workflow.defaultBound) throws(WorkflowFlaw) -> WorkflowProof {
    let slices = chart.slices(
      mattering: { state in ["assures", "voids", "permits"].contains { state.attributes[$0] != nil } },
      { transition in matters(transition) })
    var proof = WorkflowProof(
      states: chart.states.count, transitions: chart.transitions.count, configurations: 0, nodes: 0)
    var entered: Set<StateID> = []
    var taken: Set<TransitionID> = []
    for (place, slice) in slices.enumerated() {
      // A slice bears the same attributes, which were understood once.
      let part = slices.count == 1 ? self : (try? Workflow(chart: slice.chart, digest: digest, line: line, of: matter)) ?? self
      let search = try part.searched(bound: bound)
      // What everything else may depend on stands in the first slice; the others show what happens inside a region.
      if place == 0 { try search.check() }
      entered.formUnion(search.found.enteredStates.map { slice.states[$0.rawValue] })
      taken.formUnion(search.found.takenTransitions.map { slice.transitions[$0.rawValue] })
      proof.configurations += search.found.configurationCount
      proof.nodes += search.found.nodes.count
    }
    for state in chart.states where !entered.contains(state.id) {
      throw .deadState(name: state.name ?? "(unnamed)", line: state.line)
    }
    for transition in chart.transitions where !taken.contains(transition.id) {
      throw .deadTransition(line: transition.line)
    }
    return proof
  }

  /// Says whether a transition is about anything that is proved: it voids something, or answers an event that bears
  /// evidence or that the rules name.
  private func matters(_ transition: Chart.Transition) -> Bool {
    transition.attributes["voids"] != nil
      || matter.events.events.contains { event in
        event.matters && transition.descriptors.contains { Chart.descriptor($0, matches: event.name) }
      }
  }

  private func searched(bound: Int) throws(WorkflowFlaw) -> WorkflowSearch {
    do throws(ExplorationFault) { return try WorkflowSearch(self, bound: bound) } catch {
      switch error {
      case .overBound(let limit): throw .overBound(limit)
      case .runaway(let runaway, let trace, let event):
        let last = TraceStep(event: event, taken: runaway.transitions, entered: runaway.states)
        let states = runaway.states.map { chart.states[$0.rawValue].name ?? "(unnamed)" }
        throw .runaway(states: states, trace: told(trace + [last]))
      }
    }
  }
}

extension WorkflowSearch {
  /// Asks everything that is asked of a workflow's whole; refuses with the nearest thing that is wrong.
  func check() throws(WorkflowFlaw) {
    if let last = found.nodes.indices.last, let wrong = monitor(last).wrong { throw flaw(wrong, last) }
    try checkEyes()
    if let (race, node, event) = found.race {
      let lines = [race.winner, race.loser].map { workflow.chart.transitions[$0.rawValue].line }
      throw .race(lines: lines, trace: trace(to: node, then: event))
    }
    let purpose = workflow.instrument.purpose
    guard found.nodes.contains(where: { workflow.permits(purpose, in: $0.configuration) }) else {
      throw .never(purpose)
    }
    let closable = found.canReach(\.isFinished)
    if let stuck = closable.firstIndex(of: false) { throw .cannotClose(trace: workflow.told(found.trace(to: stuck))) }
  }

  private func flaw(_ wrong: Monitor.Wrong, _ node: Int) -> WorkflowFlaw {
    let trace = workflow.told(found.trace(to: node))
    func absent(_ required: AssuranceSet?) -> [Assurance] {
      (required ?? .all).subtracting(monitor(node).standing).assurances
    }
    func without(_ permission: Permission) -> WorkflowFlaw {
      .permitsWithout(permission, absent(workflow.instrument.required(for: permission)), trace: trace)
    }
    let event = trace.last?.event ?? "(start)"
    return switch wrong {
    case .disclosesWithout: without(.disclosure)
    case .preservesWithout: without(.preservation)
    case .disclosesOn: .permitsOn(.disclosure, event: event, trace: trace)
    case .preservesOn: .permitsOn(.preservation, event: event, trace: trace)
    case .spendsUnseen: .spendsUnseen(trace: trace)
    case .spendsTwice: .spendsTwice(trace: trace)
    case .endsWithout: .endsWithout(absent(workflow.instrument.requiredAtEnd), trace: trace)
    }
  }

  private func trace(to node: Int, then event: Int) -> [WorkflowStep] {
    let last = found.step(from: node, event: event).map { TraceStep(found.events[event], $0) }
    return workflow.told(found.trace(to: node) + [last].compactMap(\.self))
  }
}
