import Statechart

/// Checks the officers who may approve or confirm a review: each must be another person than those whose work they
/// check.
extension WorkflowSearch {
  /// An event that may only be caused by a person who did not cause certain others.
  private struct SeparatedAct {
    let event: EventMeaning
    /// The events by which an officer prepared the case: an officer who caused one may not cause this event.
    let preparing: [String]

    func flaw(line: Int, trace: [WorkflowStep]) -> WorkflowFlaw {
      event.duty == .approving
        ? .approvalNotApart(line: line, trace: trace) : .secondReviewNotApart(line: line, trace: trace)
    }
  }

  /// The events of the duties that exclude others: first the approvals, then the confirmations.
  private var separatedEvents: [EventMeaning] {
    [Duty.approving, .confirming].flatMap { duty in workflow.matter.events.events.filter { $0.duty == duty } }
  }

  /// Returns the events that exclude their officer from an event. An event for which the chart has no transition is left
  /// out, because nobody can have caused it.
  private func preparing(_ separated: EventMeaning, _ answered: Set<String>) -> [String] {
    workflow.matter.events.events.filter { event in
      separated.duty.apartFrom.contains(event.duty) && !event.callsOff && answered.contains(event.name)
    }.map(\.name)
  }

  /// Checks every transition that leads directly to a state that assures the act. It also checks all transitions that
  /// the act's event takes, because an event can also enter such a state through a state around it.
  ///
  /// - Parameter answered: the events that the whole chart has transitions for. An officer can have caused each of them,
  ///   also in a region that this search leaves out.
  func checkSeparation(_ answered: Set<String>) throws(WorkflowFlaw) {
    for event in separatedEvents {
      let act = SeparatedAct(event: event, preparing: preparing(event, answered))
      for transition in workflow.chart.transitions {
        let leads = transition.targets.contains {
          !workflow.states[$0.rawValue].assures.isDisjoint(with: act.event.earns)
        }
        if leads { try check(act, [transition]) }
      }
      guard let event = found.events.firstIndex(of: act.event.name) else { continue }
      var checked: Set<[TransitionID]> = []
      for node in found.firstNodes(handling: event) {
        let taken = found.step(from: node, event: event)?.taken ?? []
        guard checked.insert(taken).inserted else { continue }
        try check(act, taken.map { workflow.chart[$0] })
      }
    }
  }

  /// Throws if none of the transitions keeps the persons apart. The flaw names the first transition.
  private func check(_ act: SeparatedAct, _ transitions: [Chart.Transition]) throws(WorkflowFlaw) {
    let isSeparated = transitions.contains { transition in
      let allowed = workflow.transitions[transition.id.rawValue].roles
      return !allowed.isEmpty && Set(act.event.roles).isSuperset(of: allowed) && missing(act, transition).isEmpty
    }
    guard !isSeparated, let first = transitions.first else { return }
    throw act.flaw(line: first.line, trace: trace(act, first))
  }

  /// Returns the preparing events that are missing from a transition's `apart-from`.
  private func missing(_ act: SeparatedAct, _ transition: Chart.Transition) -> [String] {
    let apart = workflow.transitions[transition.id.rawValue].apartFrom
    return act.preparing.filter { name in !apart.contains { Chart.descriptor($0, matches: name) } }
  }

  /// Returns the shortest way on which one person prepares and then does the act. Where only the role is wrong, returns
  /// the shortest way to the act.
  private func trace(_ act: SeparatedAct, _ transition: Chart.Transition) -> [WorkflowStep] {
    let missing = Set(missing(act, transition))
    let way = found.way(
      through: { missing.isEmpty || missing.contains(found.events[$0.event]) },
      to: { node, edge in
        found.events[edge.event] == act.event.name
          && found.step(from: node, event: edge.event)?.taken.contains(transition.id) == true
      })
    guard let way else { return [] }
    var steps = workflow.steps(of: Array(found.trace(to: way[0].node).prefix(1)))
    var isPrepared = false
    for (place, hop) in way.enumerated() {
      let event = found.events[hop.edge.event]
      guard let step = found.step(from: hop.node, event: hop.edge.event) else { continue }
      var told = workflow.steps(of: [TraceStep(event, step, in: workflow.chart)])
      let isPreparing = missing.contains(event) && !isPrepared
      if !missing.isEmpty, isPreparing || place == way.count - 1 {
        told[0].isSamePerson = true
        isPrepared = true
      }
      steps += told
    }
    return steps
  }
}
