import Statechart

/// Checks who may approve and who may confirm a review: each must be apart from those whose work they judge.
extension WorkflowSearch {
  /// An act that only a person apart from others may do.
  private enum SeparatedAct: String, CaseIterable {
    case approval = "approval.given"
    case secondReview = "review.confirmed"

    var assurance: Assurance { self == .approval ? .approval : .secondReview }
    var roles: Set<Role> { self == .approval ? [.manager] : [.legalOfficer, .manager] }
    var preparing: [String] { self == .approval ? Case.preparing : Case.reviewing }

    func flaw(line: Int, trace: [WorkflowStep]) -> WorkflowFlaw {
      switch self {
      case .approval: .approvalNotApart(line: line, trace: trace)
      case .secondReview: .secondReviewNotApart(line: line, trace: trace)
      }
    }
  }

  /// Checks every transition that leads to a state that assures the act, and everything that the act's event takes,
  /// also where the state is entered through a state around it.
  func checkSeparation() throws(WorkflowFlaw) {
    for act in SeparatedAct.allCases {
      for transition in workflow.chart.transitions {
        let leads = transition.targets.contains { workflow.states[$0.rawValue].assures.contains(act.assurance) }
        if leads { try check(act, [transition]) }
      }
      guard let event = found.events.firstIndex(of: act.rawValue) else { continue }
      var checked: Set<[TransitionID]> = []
      for node in found.firstNodes(handling: event) {
        let taken = found.step(from: node, event: event)?.taken ?? []
        guard checked.insert(taken).inserted else { continue }
        try check(act, taken.map { workflow.chart[$0] })
      }
    }
  }

  /// Throws where none of the transitions keeps people apart; the flaw names the first of them.
  private func check(_ act: SeparatedAct, _ transitions: [Chart.Transition]) throws(WorkflowFlaw) {
    let isSeparated = transitions.contains { transition in
      let allowed = workflow.transitions[transition.id.rawValue].roles
      return !allowed.isEmpty && act.roles.isSuperset(of: allowed) && missing(act, transition).isEmpty
    }
    guard !isSeparated, let first = transitions.first else { return }
    throw act.flaw(line: first.line, trace: trace(act, first))
  }

  /// Returns the preparing events that are missing from a transition's `apart-from`. An event for which the chart has no
  /// transition is not missing, because nobody can have caused it.
  private func missing(_ act: SeparatedAct, _ transition: Chart.Transition) -> [String] {
    let apart = workflow.transitions[transition.id.rawValue].apartFrom
    let chart = workflow.chart
    func matches(_ name: String, _ descriptors: [String]) -> Bool {
      descriptors.contains { Chart.descriptor($0, matches: name) }
    }
    return CaseEvent.allNames.filter {
      matches($0, act.preparing) && !matches($0, apart) && !Workflow.callingOff.contains($0)
        && !chart.transitions(on: chart.event($0)).isEmpty
    }
  }

  /// Returns the shortest way on which one person prepares and then does the act; where only the role is wrong, the
  /// shortest way to the act.
  private func trace(_ act: SeparatedAct, _ transition: Chart.Transition) -> [WorkflowStep] {
    let missing = Set(missing(act, transition))
    let way = found.way(
      through: { missing.isEmpty || missing.contains(found.events[$0.event]) },
      to: { node, edge in
        found.events[edge.event] == act.rawValue
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
