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
  /// A state that discloses, or preserves, can be reached while these assurances do not stand.
  case permitsWithout(Permission, [Assurance], trace: [String])
  /// Such a state is entered by another event than the spending of a permit, or the putting aside of data.
  case permitsOn(Permission, event: String, trace: [String])
  /// A case that released data can end, without having been called off, while these assurances do not stand.
  case endsWithout([Assurance], trace: [String])
  /// A second permit can be spent in a case (I10).
  case spendsTwice(trace: [String])
  /// The approval may be given by another role than a manager, or by someone who prepared the case.
  case approvalNotApart(line: Int)
  /// The second review may be given by another role than an officer's or a manager's, or by the first reviewer.
  case secondReviewNotApart(line: Int)
  /// From here no final state can be reached any more.
  case cannotClose(trace: [String])
  case deadState(name: String, line: Int)
  case deadTransition(line: Int)
  /// Transitions without events do not come to rest.
  case runaway(states: [String])
  /// No state discloses, or preserves: the chart can never do what its instrument is for.
  case never(Permission)
  case overBound(Int)
}

extension Workflow {
  /// The number of nodes after which a search gives up and says so.
  public static let defaultBound = 200_000

  /// Searches every configuration that any order of events can reach, and refuses the workflow when one of them breaks
  /// I2, I4 or I9 (DESIGN.md section 4). The chart's own roles are not relied on: any actor may send any event.
  public func prove(bound: Int = Workflow.defaultBound) throws(WorkflowFlaw) -> WorkflowProof {
    let eyes = eyes()
    try check(eyes)
    let search = try explored(bound: bound)
    try check(eyes, search)
    for permission in Permission.allCases { try check(permission, search) }
    guard search.nodes.contains(where: { permits(instrument.purpose, in: $0.configuration) }) else {
      throw .never(instrument.purpose)
    }
    try checkEnds(search)
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

  /// The assurances that stand after a macrostep, and whether a permit was ever spent. What is voided anywhere in it
  /// falls, even where it was also assured: the careful reading.
  struct Standing: Hashable, Sendable {
    var standing: AssuranceSet = []
    var isReleased = false
  }

  private func explored(bound: Int) throws(WorkflowFlaw) -> Exploration<Standing> {
    let evidence = CaseEvent.allNames.map(Self.evidence)
    let spending = CaseEvent.allNames.firstIndex(of: Permission.disclosure.event)
    let calling = CaseEvent.allNames.map(Self.callingOff.contains)
    do throws(ExplorationFault) {
      return try Exploration(of: chart, events: CaseEvent.allNames, bound: bound, monitor: Standing()) {
        monitor, event, move in
        var next = monitor
        let (earned, fallen) = event.map { evidence[$0] } ?? ([], [])
        for state in move.entered { next.standing.formUnion(stateAssures[state.rawValue].intersection(earned)) }
        next.standing.subtract(fallen)
        for taken in move.taken { next.standing.subtract(transitionVoids[taken.rawValue]) }
        for state in move.entered { next.standing.subtract(stateVoids[state.rawValue]) }
        if event == spending { next.isReleased = true }
        // Nobody asks what stood where a case ended undisclosed: without this, each way to be refused is another end.
        let isCalledOff = event.map { calling[$0] } ?? false
        if move.isFinished, isCalledOff || !next.isReleased, !isPermitting(move.configuration) { next.standing = [] }
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

  private func isPermitting(_ configuration: Configuration) -> Bool {
    Permission.allCases.contains { permits($0, in: configuration) }
  }

  /// What an event is evidence for, and what falls with it whatever the chart says (I2, I4, I5): a chart's words may
  /// claim less than the events bear, never more.
  private static func evidence(of event: String) -> (earned: AssuranceSet, fallen: AssuranceSet) {
    func set(_ assurances: Assurance...) -> AssuranceSet { AssuranceSet(assurances) }
    let words = event.split(separator: ".").map(String.init)
    switch words.first {
    case "order" where event == "order.validated": return (set(.validation), [])
    case "order": return ([], .all)
    case "finding":
      // A review that was confirmed is another one as soon as anything in it is found anew.
      let about = AssuranceSet(words.last.flatMap(Assurance.init).map { [$0] } ?? [])
      return words.contains(Outcome.pass.rawValue)
        ? (about, set(.secondReview)) : ([], about.union(set(.secondReview)))
    case "scope": return (set(.scope), set(.secondReview, .collection, .approval))
    case "review": return (set(.secondReview), set(.approval))
    case "data" where event == "data.collected": return (set(.collection), set(.approval))
    case "approval": return (set(.approval), [])
    case "validation": return ([], set(.validation))
    case "notification" where event == "notification.sent": return ([], set(.clearance))
    case "notification": return (set(.clearance), [])
    // Whoever approved did not know of it.
    case "ground": return ([], set(.clearance, .approval))
    default: return ([], [])
    }
  }

  /// The transitions by which people may approve, or review a second time: by role, and apart from whom.
  private struct Eyes {
    var approvals: Set<TransitionID> = []
    var secondReviews: Set<TransitionID> = []
  }

  /// An approval is a manager's alone, apart from all who prepared the case; a second review is an officer's or a
  /// manager's, apart from who reviewed first.
  private func eyes() -> Eyes {
    var eyes = Eyes()
    let preparing = names(of: Case.preparing)
    let reviewing = names(of: Case.reviewing)
    for transition in chart.transitions where !apartFrom[transition.id.rawValue].isEmpty {
      let allowed = roles[transition.id.rawValue]
      let apart = apartFrom[transition.id.rawValue]
      func isApart(from names: [String]) -> Bool {
        names.allSatisfy { name in apart.contains { Chart.descriptor($0, matches: name) } }
      }
      if allowed == [.manager], isApart(from: preparing) { eyes.approvals.insert(transition.id) }
      if !allowed.isEmpty, allowed.allSatisfy({ $0 == .legalOfficer || $0 == .manager }), isApart(from: reviewing) {
        eyes.secondReviews.insert(transition.id)
      }
    }
    return eyes
  }

  /// The events that descriptors match, without those that call a case off, and those that the chart has no transition
  /// for: nobody can have caused them.
  private func names(of descriptors: [String]) -> [String] {
    let known = chart.eventDescriptors
    return CaseEvent.allNames.filter { name in
      !Self.callingOff.contains(name) && descriptors.contains { Chart.descriptor($0, matches: name) }
        && known.contains { Chart.descriptor($0, matches: name) }
    }
  }

  /// Every transition that leads to an approved state is an approval, and every one that leads to a confirmed review is
  /// a second review.
  private func check(_ eyes: Eyes) throws(WorkflowFlaw) {
    for transition in chart.transitions {
      let assured = transition.targets.reduce(into: AssuranceSet()) { $0.formUnion(stateAssures[$1.rawValue]) }
      if assured.contains(.approval), !eyes.approvals.contains(transition.id) {
        throw .approvalNotApart(line: transition.line)
      }
      if assured.contains(.secondReview), !eyes.secondReviews.contains(transition.id) {
        throw .secondReviewNotApart(line: transition.line)
      }
    }
  }

  /// Wherever an approval or a second review can be given, it is such a transition that gives it: also where the state
  /// is entered through a state around it. No other event gains one.
  private func check(_ eyes: Eyes, _ search: Exploration<Standing>) throws(WorkflowFlaw) {
    let approval = CaseEvent.allNames.firstIndex(of: CaseEvent.Kind.approvalGiven.rawValue)
    let review = CaseEvent.allNames.firstIndex(of: CaseEvent.Kind.reviewConfirmed.rawValue)
    for (index, node) in search.nodes.enumerated() {
      for edge in node.successors where edge.event == approval || edge.event == review {
        let taken = search.step(from: index, event: edge.event)?.taken ?? []
        let line = taken.first.map { chart.transitions[$0.rawValue].line } ?? 0
        if edge.event == approval, eyes.approvals.isDisjoint(with: taken) { throw .approvalNotApart(line: line) }
        if edge.event == review, eyes.secondReviews.isDisjoint(with: taken) { throw .secondReviewNotApart(line: line) }
      }
    }
  }

  /// Where something is permitted, everything that the instrument requires for it stands; and nothing but its own event
  /// leads there from where it is not.
  private func check(_ permission: Permission, _ search: Exploration<Standing>) throws(WorkflowFlaw) {
    let permitting = search.nodes.map { permits(permission, in: $0.configuration) }
    for (index, node) in search.nodes.enumerated() where permitting[index] {
      let absent = (instrument.required(for: permission) ?? .all).subtracting(node.monitor.standing)
      if !absent.isEmpty {
        throw .permitsWithout(permission, absent.assurances, trace: text(search.trace(to: index)))
      }
    }
    for (index, node) in search.nodes.enumerated() where !permitting[index] {
      for edge in node.successors where permitting[edge.node] && search.events[edge.event] != permission.event {
        throw .permitsOn(permission, event: search.events[edge.event], trace: trace(search, through: edge, from: index))
      }
    }
  }

  /// The events with which a case is called off: it may end with them wherever it stands.
  private static let callingOff: Set<String> = ["order.withdrawn", "order.quashed", "order.lapsed", "case.refused"]

  /// A case spends one permit; and having released data it is over only when all that the instrument requires at the end
  /// stands.
  private func checkEnds(_ search: Exploration<Standing>) throws(WorkflowFlaw) {
    for (index, node) in search.nodes.enumerated() where node.monitor.isReleased {
      for edge in node.successors where search.events[edge.event] == Permission.disclosure.event {
        throw .spendsTwice(trace: trace(search, through: edge, from: index))
      }
    }
    for (index, node) in search.nodes.enumerated() where !node.isFinished {
      for edge in node.successors where !Self.callingOff.contains(search.events[edge.event]) {
        let end = search.nodes[edge.node]
        guard end.isFinished, end.monitor.isReleased else { continue }
        let absent = instrument.requiredAtEnd.subtracting(end.monitor.standing)
        if !absent.isEmpty { throw .endsWithout(absent.assurances, trace: trace(search, through: edge, from: index)) }
      }
    }
  }

  /// The shortest way to a node, and through one of its edges.
  private func trace(
    _ search: Exploration<Standing>, through edge: Exploration<Standing>.Edge, from node: Int
  ) -> [String] {
    let last = search.step(from: node, event: edge.event).map { step in
      TraceStep(event: search.events[edge.event], taken: step.taken, exited: step.exited, entered: step.entered)
    }
    return text(search.trace(to: node) + [last].compactMap(\.self))
  }

  private func text(_ trace: [TraceStep]) -> [String] {
    trace.map { step in
      let entered = step.entered.compactMap { chart.states[$0.rawValue].name }
      return "\(step.event ?? "(start)") → \(entered.isEmpty ? "(stays)" : entered.joined(separator: ", "))"
    }
  }
}
