import Statechart

/// The size of a search that found no flaw in a workflow.
public struct WorkflowProof: Sendable, Hashable {
  /// The number of states in the chart.
  public var states: Int
  /// The number of transitions in the chart.
  public var transitions: Int
  /// The number of reachable configurations. A configuration counts once, even with different valid assurances.
  public var configurations: Int
  /// The number of reachable pairs of a configuration and the assurances that are valid in it.
  public var nodes: Int
}

extension Workflow {
  /// The number of nodes after which a search is stopped without a result.
  public static let defaultBound = 200_000

  /// Searches every configuration that any order of events can reach, and refuses the workflow if one of them breaks a
  /// rule (see `claims`). The search does not rely on the roles in the chart: any actor may cause any event.
  ///
  /// Regions that the rest of the chart does not depend on are searched separately (`Chart.slices`). The result is the
  /// same.
  ///
  /// - Parameter bound: the largest number of nodes in a search. If there are more, the search throws
  ///   `WorkflowFlaw.overBound`; it never returns a partial proof.
  /// - Throws: the flaw that was found first.
  public func prove(bound: Int = Workflow.defaultBound) throws(WorkflowFlaw) -> WorkflowProof {
    let slices = slices()
    // Taken from the whole chart: an officer may have prepared the case inside a region that a slice leaves out.
    let answered = Set(matter.events.names.filter { !chart.transitions(on: chart.event($0)).isEmpty })
    var proof = WorkflowProof(
      states: chart.states.count, transitions: chart.transitions.count, configurations: 0, nodes: 0)
    var entered: Set<StateID> = []
    var taken: Set<TransitionID> = []
    for (place, slice) in slices.enumerated() {
      let part = slices.count == 1 ? self : Workflow(slice: slice, of: self)
      let search = try part.searched(bound: bound)
      // The first slice has everything that the rules are about. The others show what happens inside one region, where
      // two transitions can still race.
      if place == 0 { try search.check(answered) } else { try search.checkRaces() }
      entered.formUnion(search.found.enteredStates.map { slice.states[$0.rawValue] })
      taken.formUnion(search.found.takenTransitions.map { slice.transitions[$0.rawValue] })
      proof.configurations += search.found.configurationCount
      proof.nodes += search.found.nodes.count
    }
    for state in chart.states where !entered.contains(state.id) {
      throw .deadState(name: chart.name(of: state.id), line: state.line)
    }
    for transition in chart.transitions where !taken.contains(transition.id) {
      throw .deadTransition(line: transition.line)
    }
    try checkDuties()
    return proof
  }

  /// Refuses a transition that lets a role cause an event without the event's duty.
  private func checkDuties() throws(WorkflowFlaw) {
    for event in matter.events.events {
      for id in chart.transitions(on: chart.event(event.name)) {
        for role in transitions[id.rawValue].roles where !role.has(event.duty) {
          throw .roleWithoutDuty(role, event: event.name, line: chart[id].line)
        }
      }
    }
  }

  // A state or transition matters to the proof if it changes assurances, has a permission, or handles an event that is
  // evidence or that a rule names.
  private func slices() -> [Slice] {
    let weighty = matter.events.events.filter(\.matters).map(\.name)
    return chart.slices(
      mattering: { state in ["assures", "voids", "permits"].contains { state.attributes[$0] != nil } },
      { transition in
        transition.attributes["voids"] != nil
          || weighty.contains { name in
            transition.descriptors.contains { Chart.descriptor($0, matches: name) }
          }
      })
  }

  private func searched(bound: Int) throws(WorkflowFlaw) -> WorkflowSearch {
    do throws(ExplorationFault) { return try WorkflowSearch(self, bound: bound) } catch {
      switch error {
      case .overBound(let limit): throw .overBound(limit)
      case .runaway(let runaway, let trace, let event):
        let last = TraceStep(event, runaway, in: chart)
        throw .runaway(states: last.enteredNames, trace: steps(of: trace + [last]))
      }
    }
  }
}

extension WorkflowSearch {
  /// Checks the workflow as a whole, and throws the first flaw that it finds.
  ///
  /// - Parameter answered: the events that the whole chart has transitions for.
  func check(_ answered: Set<String>) throws(WorkflowFlaw) {
    if let last = found.nodes.indices.last, let wrong = monitor(last).wrong { throw flaw(wrong, last) }
    try checkSeparation(answered)
    try checkRaces()
    let purpose = workflow.instrument.purpose
    guard found.configurations.contains(where: { workflow.permits(purpose, in: $0) }) else { throw .never(purpose) }
    if let stuck = found.firstNode(thatCannotReach: \.isFinished) {
      throw .cannotClose(trace: workflow.steps(of: found.trace(to: stuck)))
    }
  }

  /// Throws the first race that the search met.
  func checkRaces() throws(WorkflowFlaw) {
    guard let (race, node, event) = found.race else { return }
    let lines = [race.winner, race.loser].map { workflow.chart[$0].line }
    throw .race(lines: lines, trace: trace(to: node, then: event))
  }

  private func flaw(_ wrong: WorkflowMonitor.Wrong, _ node: Int) -> WorkflowFlaw {
    let trace = workflow.steps(of: found.trace(to: node))
    func absent(_ required: AssuranceSet?) -> [Assurance] {
      (required ?? .all).subtracting(monitor(node).valid).assurances
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

  /// Returns the way to a node and one event more; without an event, the way alone.
  private func trace(to node: Int, then event: Int?) -> [WorkflowStep] {
    guard let event else { return workflow.steps(of: found.trace(to: node)) }
    let last = found.step(from: node, event: event).map { TraceStep(found.events[event], $0, in: workflow.chart) }
    return workflow.steps(of: found.trace(to: node) + [last].compactMap(\.self))
  }
}
