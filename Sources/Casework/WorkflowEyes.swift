import Statechart

/// Who may approve, and who may confirm a review: each must be apart from those whose work they look at (I4).
extension WorkflowSearch {
  /// One event that only other eyes can give.
  private struct Eyes {
    let event: EventMeaning

    var roles: Set<Role> { Set(event.roles) }

    func flaw(line: Int, trace: [WorkflowStep]) -> WorkflowFlaw {
      event.duty == .approving
        ? .approvalNotApart(line: line, trace: trace) : .secondReviewNotApart(line: line, trace: trace)
    }
  }

  /// Looks at every transition that leads to what only other eyes can give, and at every event that gives it, also where
  /// the state is entered through a state around it.
  func checkEyes() throws(WorkflowFlaw) {
    let vocabulary = workflow.matter.events.events
    for event in [Duty.approving, .confirming].flatMap({ duty in vocabulary.filter { $0.duty == duty } }) {
      let eyes = Eyes(event: event)
      for transition in workflow.chart.transitions {
        let leads = transition.targets.contains {
          !workflow.stateAssures[$0.rawValue].isDisjoint(with: event.earns)
        }
        if leads { try check(eyes, [transition]) }
      }
      guard let event = found.events.firstIndex(of: event.name) else { continue }
      var seen: Set<Configuration> = []
      var held: Set<[TransitionID]> = []
      for (index, node) in found.nodes.enumerated() where node.successors.contains(where: { $0.event == event }) {
        guard seen.insert(node.configuration).inserted else { continue }
        let taken = found.step(from: index, event: event)?.taken ?? []
        guard held.insert(taken).inserted else { continue }
        try check(eyes, taken.map { workflow.chart.transitions[$0.rawValue] })
      }
    }
  }

  /// At least one of the transitions must hold people apart; the first is told where none does.
  private func check(_ eyes: Eyes, _ transitions: [Chart.Transition]) throws(WorkflowFlaw) {
    let isHeld = transitions.contains { transition in
      let allowed = workflow.roles[transition.id.rawValue]
      return !allowed.isEmpty && eyes.roles.isSuperset(of: allowed) && missed(eyes, transition).isEmpty
    }
    guard !isHeld, let first = transitions.first else { return }
    throw eyes.flaw(line: first.line, trace: trace(eyes, first))
  }

  /// The events that the eyes are about and the transition does not keep apart from. What the chart has no transition
  /// for, nobody can have caused.
  private func missed(_ eyes: Eyes, _ transition: Chart.Transition) -> [String] {
    let apart = workflow.apartFrom[transition.id.rawValue]
    func matches(_ name: String, _ descriptors: some Sequence<String>) -> Bool {
      descriptors.contains { Chart.descriptor($0, matches: name) }
    }
    let barred = eyes.event.duty.apartFrom
    return workflow.matter.events.events.filter { event in
      barred.contains(event.duty) && !event.callsOff && !matches(event.name, apart)
        && matches(event.name, workflow.chart.eventDescriptors)
    }.map(\.name)
  }

  /// The shortest way on which one person prepares and then gives; or, where only the role is wrong, to the giving.
  private func trace(_ eyes: Eyes, _ transition: Chart.Transition) -> [WorkflowStep] {
    let missed = Set(missed(eyes, transition))
    let way = found.way(
      through: { missed.isEmpty || missed.contains(found.events[$0.event]) },
      to: { node, edge in
        found.events[edge.event] == eyes.event.name
          && found.step(from: node, event: edge.event)?.taken.contains(transition.id) == true
      })
    guard let way else { return [] }
    var steps = workflow.told(Array(found.trace(to: way[0].node).prefix(1)))
    var prepared = false
    for (place, hop) in way.enumerated() {
      guard let step = found.step(from: hop.node, event: hop.edge.event) else { continue }
      var told = workflow.told([TraceStep(found.events[hop.edge.event], step)])
      let isOwn = missed.contains(found.events[hop.edge.event]) && !prepared
      if !missed.isEmpty, isOwn || place == way.count - 1 {
        told[0].person = "the same person"
        prepared = true
      }
      steps += told
    }
    return steps
  }
}
