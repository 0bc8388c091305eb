import Statechart

/// A search of a workflow: every order of events, with the assurances that are valid after each event.
///
/// A search stops at the first violation, so no other violation has a shorter way.
struct WorkflowSearch {
  let workflow: Workflow
  let found: Exploration<UInt64>

  /// Searches, up to a bound of nodes.
  init(_ workflow: Workflow, bound: Int) throws(ExplorationFault) {
    self.workflow = workflow
    let events = Self.distinguishable(by: workflow)
    var rules = WorkflowRules(workflow, events)
    found = try .following(
      workflow.chart, events: events.map(\.name), bound: bound, monitor: UInt64(0), until: WorkflowMonitor.isWrong
    ) { bits, event, move in
      CollectionOfOne(rules.advance(WorkflowMonitor(bits), event, move).bits)
    }
  }

  /// Returns the monitor at a node.
  func monitor(_ node: Int) -> WorkflowMonitor { WorkflowMonitor(found.nodes[node].monitor) }

  /// Returns the events to try. Of several events that the chart cannot tell apart and that are the same evidence, only
  /// the first is tried, because all of them have the same effect. An event that a rule names is always tried.
  private static func distinguishable(by workflow: Workflow) -> [EventMeaning] {
    struct Likeness: Hashable {
      let transitions: [TransitionID]
      let earns: AssuranceSet
      let voids: AssuranceSet
      let name: String?
    }
    func isNamed(_ event: EventMeaning) -> Bool { event.isSingular || !event.duty.apartFrom.isEmpty }
    var seen: Set<Likeness> = []
    let chart = workflow.chart
    return workflow.matter.events.events.filter { event in
      let transitions = chart.transitions(on: chart.event(event.name))
      return !transitions.isEmpty
        && seen.insert(
          Likeness(
            transitions: transitions, earns: event.earns, voids: event.voids, name: isNamed(event) ? event.name : nil)
        ).inserted
    }
  }
}

/// Computes the monitor after a move, and checks the rules of the instrument.
private struct WorkflowRules {
  /// The requirements of one permission.
  private struct Rule {
    let bit: UInt64
    /// The index of the only event that may lead to the permission; `nil` where the chart has no transition for it.
    let event: Int?
    let required: AssuranceSet
    let without: WorkflowMonitor.Wrong
    let on: WorkflowMonitor.Wrong
  }

  /// The effect of a move on assurances, and the permissions of the states that it enters.
  private struct Effect {
    var assured: AssuranceSet = []
    var voided: AssuranceSet = []
    var enters: UInt64 = 0
  }

  private struct Event {
    let earned: AssuranceSet
    let ended: AssuranceSet
    let isCallingOff: Bool
    /// True if the event spends the permit to disclose.
    let isSpending: Bool
  }

  private let workflow: Workflow
  private let events: ContiguousArray<Event>
  private let rules: [Rule]
  private let requiredAtEnd: AssuranceSet
  /// The permissions of each state: bit n is the n-th permission.
  private let permits: ContiguousArray<UInt64>
  private let permitting: [(state: StateID, permits: UInt64)]
  // Caches, by the record of a move and by the configuration after it. Each value is computed once.
  private var effects: ContiguousArray<Effect?> = []
  private var permitted: ContiguousArray<UInt64?> = []

  init(_ workflow: Workflow, _ events: [EventMeaning]) {
    self.workflow = workflow
    func bit(_ permission: Permission) -> UInt64 { 1 << UInt64(Permission.allCases.firstIndex(of: permission) ?? 0) }
    self.events = ContiguousArray(
      events.map { event in
        Event(
          earned: event.earns, ended: event.voids, isCallingOff: event.callsOff,
          isSpending: event.spends == .disclosure)
      })
    rules = Permission.allCases.map { permission in
      Rule(
        bit: bit(permission), event: events.firstIndex { $0.spends == permission },
        required: workflow.instrument.required(for: permission) ?? .all,
        without: permission == .disclosure ? .disclosesWithout : .preservesWithout,
        on: permission == .disclosure ? .disclosesOn : .preservesOn)
    }
    requiredAtEnd = workflow.instrument.requiredAtEnd
    permits = ContiguousArray(workflow.states.map { rules in rules.permits.reduce(0) { $0 | bit($1) } })
    permitting = zip(workflow.chart.states, permits).filter { $0.1 != 0 }.map { ($0.0.id, $0.1) }
  }

  mutating func advance(_ monitor: WorkflowMonitor, _ event: Int?, _ move: Move) -> WorkflowMonitor {
    let effect = effect(of: move)
    let permitted = permitted(at: move)
    let cause = event.map { events[$0] } ?? Event(earned: [], ended: [], isCallingOff: false, isSpending: false)
    var next = monitor
    next.valid = monitor.valid.union(effect.assured.intersection(cause.earned))
      .subtracting(cause.ended.union(effect.voided))
    let touched = permitted | effect.enters
    if touched != 0 {
      for rule in rules where touched & rule.bit != 0 {
        if !rule.required.isSubset(of: next.valid) { next.note(rule.without) }
        if next.permitted & rule.bit == 0, event != rule.event { next.note(rule.on) }
      }
    }
    if cause.isSpending {
      if next.isReleased { next.note(.spendsTwice) }
      if permitted & 1 == 0 { next.note(.spendsUnseen) }
      next.isReleased = true
    }
    if move.isFinished {
      if next.isReleased, !cause.isCallingOff, !requiredAtEnd.isSubset(of: next.valid) { next.note(.endsWithout) }
      // Clears assurances in final states that disclose nothing: they are never read, and they multiply nodes.
      if cause.isCallingOff || !next.isReleased, permitted == 0, !WorkflowMonitor.isWrong(next.bits) {
        next.valid = []
      }
    }
    next.permitted = permitted
    return next
  }

  private mutating func effect(of move: Move) -> Effect {
    while effects.count <= move.index { effects.append(nil) }
    if let known = effects[move.index] { return known }
    var effect = Effect()
    for transition in move.taken { effect.voided.formUnion(workflow.transitions[transition.rawValue].voids) }
    for state in move.entered {
      let rules = workflow.states[state.rawValue]
      effect.assured.formUnion(rules.assures)
      effect.voided.formUnion(rules.voids)
      effect.enters |= permits[state.rawValue]
    }
    effects[move.index] = effect
    return effect
  }

  private mutating func permitted(at move: Move) -> UInt64 {
    while permitted.count <= move.place { permitted.append(nil) }
    if let known = permitted[move.place] { return known }
    let all = permitting.reduce(0) { move.configuration.contains($1.state) ? $0 | $1.permits : $0 }
    permitted[move.place] = all
    return all
  }
}
