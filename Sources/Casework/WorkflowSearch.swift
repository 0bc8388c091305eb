import Statechart

/// Searches a workflow: every order of events, times what stands.
///
/// The monitor is one number, so that thousands of nodes are compared and hashed as fast as they are found: below, the
/// assurances that stand; above, what was done and what went wrong on the way. A search ends at the first thing that
/// went wrong, which is then a nearest one.
struct WorkflowSearch {
  /// What is remembered along the way.
  struct Monitor {
    /// What went wrong.
    enum Wrong: UInt64, CaseIterable {
      case disclosesWithout, preservesWithout, disclosesOn, preservesOn, spendsUnseen, spendsTwice, endsWithout
    }

    private(set) var bits: UInt64

    init(_ bits: UInt64) { self.bits = bits }

    var standing: AssuranceSet {
      get { AssuranceSet(rawValue: UInt32(truncatingIfNeeded: bits)) }
      set { bits = bits & ~0xFFFF_FFFF | UInt64(newValue.rawValue) }
    }
    /// Says whether a permit was ever spent.
    var isReleased: Bool {
      get { bits & 1 << 32 != 0 }
      set { bits = newValue ? bits | 1 << 32 : bits & ~(1 << 32) }
    }
    /// What the configuration permits.
    var permitted: UInt64 {
      get { bits >> 33 & 3 }
      set { bits = bits & ~(3 << 33) | newValue << 33 }
    }
    static func isWrong(_ bits: UInt64) -> Bool { bits >> 40 != 0 }
    var wrong: Wrong? { Wrong.allCases.first { bits & 1 << (40 + $0.rawValue) != 0 } }
    mutating func goWrong(_ wrong: Wrong) { bits |= 1 << (40 + wrong.rawValue) }
  }

  /// What a move does, whoever makes it: known once for all monitors that meet it.
  private struct Facts {
    var assured: AssuranceSet
    var voided: AssuranceSet
    /// What is permitted where the move ends, and in states entered on the way.
    var permits: UInt64
    var entersPermitting: UInt64
  }

  let workflow: Workflow
  let found: Exploration<UInt64>

  /// Searches, up to a bound of nodes.
  init(_ workflow: Workflow, bound: Int) throws(ExplorationFault) {
    self.workflow = workflow
    let meanings = Self.classes(of: workflow)
    let events = meanings.map(\.name)
    let spending = meanings.firstIndex { $0.spends == .disclosure }
    let own = Permission.allCases.map { permission in meanings.firstIndex { $0.spends == permission } }
    let calling = meanings.map(\.callsOff)
    let permissions = Permission.allCases.enumerated().map { index, permission in
      (
        bit: UInt64(1) << UInt64(index), own: own[index],
        required: workflow.instrument.required(for: permission) ?? .all,
        without: permission == .disclosure ? Monitor.Wrong.disclosesWithout : .preservesWithout,
        on: permission == .disclosure ? Monitor.Wrong.disclosesOn : .preservesOn
      )
    }
    let requiredAtEnd = workflow.instrument.requiredAtEnd
    let claims = Claims(workflow)
    var known: [Facts?] = []
    var plain: [Facts?] = Array(repeating: nil, count: workflow.chart.transitions.count)
    found = try .following(
      workflow.chart, events: events, bound: bound, monitor: UInt64(0), until: Monitor.isWrong
    ) { bits, event, move in
      let facts: Facts
      if let transition = move.plain {
        // What one transition makes is known once; only where it leads to differs.
        let made = plain[transition.rawValue] ?? claims.facts(move)
        plain[transition.rawValue] = made
        facts = claims.facts(made, at: move.configuration)
      } else {
        while known.count <= move.index { known.append(nil) }
        facts = known[move.index] ?? claims.facts(move)
        known[move.index] = facts
      }
      var next = Monitor(bits)
      let (earned, fallen) = event.map { (meanings[$0].earns, meanings[$0].voids) } ?? ([], [])
      next.standing = next.standing.union(facts.assured.intersection(earned)).subtracting(fallen.union(facts.voided))
      let permitting = facts.permits | facts.entersPermitting
      if permitting != 0 {
        for permission in permissions where permitting & permission.bit != 0 {
          if !permission.required.isSubset(of: next.standing) { next.goWrong(permission.without) }
          if next.permitted & permission.bit == 0, event != permission.own { next.goWrong(permission.on) }
        }
      }
      if event != nil, event == spending {
        if next.isReleased { next.goWrong(.spendsTwice) }
        if facts.permits & 1 == 0 { next.goWrong(.spendsUnseen) }
        next.isReleased = true
      }
      let isCalledOff = event.map { calling[$0] } ?? false
      if move.isFinished, next.isReleased, !isCalledOff,
        !requiredAtEnd.isSubset(of: next.standing)
      {
        next.goWrong(.endsWithout)
      }
      next.permitted = facts.permits
      // Nobody asks what stood where a case ended undisclosed: without this, each way to be refused is another end.
      if move.isFinished, isCalledOff || !next.isReleased, facts.permits == 0, next.wrong == nil { next.standing = [] }
      return CollectionOfOne(next.bits)
    }
  }

  /// What is remembered at a node.
  func monitor(_ node: Int) -> Monitor { Monitor(found.nodes[node].monitor) }

  /// What a workflow says of its states and transitions, as masks.
  private struct Claims {
    let assures: [AssuranceSet]
    let voids: [AssuranceSet]
    let transitionVoids: [AssuranceSet]
    /// Bit n is the n-th permission.
    let permits: [UInt64]
    let permitting: [(state: StateID, permits: UInt64)]

    init(_ workflow: Workflow) {
      assures = workflow.stateAssures
      voids = workflow.stateVoids
      transitionVoids = workflow.transitionVoids
      permits = workflow.statePermits.map { permitted in
        permitted.reduce(0) { $0 | 1 << UInt64(Permission.allCases.firstIndex(of: $1) ?? 0) }
      }
      permitting = zip(workflow.chart.states, permits).filter { $0.1 != 0 }.map { ($0.0.id, $0.1) }
    }

    func facts(_ move: Move) -> Facts {
      var facts = Facts(assured: [], voided: [], permits: 0, entersPermitting: 0)
      for transition in move.taken { facts.voided.formUnion(transitionVoids[transition.rawValue]) }
      for state in move.entered {
        facts.assured.formUnion(assures[state.rawValue])
        facts.voided.formUnion(voids[state.rawValue])
        facts.entersPermitting |= permits[state.rawValue]
      }
      return self.facts(facts, at: move.configuration)
    }

    func facts(_ made: Facts, at configuration: Configuration) -> Facts {
      var facts = made
      facts.permits = 0
      for (state, permits) in permitting where configuration.contains(state) { facts.permits |= permits }
      return facts
    }
  }

  /// The events, but of those that are one to the chart and bear the same evidence only the first: what one does, the
  /// other does. Events that the rules name stay what they are.
  private static func classes(of workflow: Workflow) -> [EventMeaning] {
    struct Likeness: Hashable {
      let transitions: [TransitionID]
      let earned: AssuranceSet
      let fallen: AssuranceSet
      let name: String?
    }
    var seen: Set<Likeness> = []
    return workflow.matter.events.events.filter { event in
      let transitions = workflow.chart.transitions(on: workflow.chart.event(event.name))
      let likeness = Likeness(
        transitions: transitions, earned: event.earns, fallen: event.voids, name: event.isSingular ? event.name : nil)
      return !transitions.isEmpty && seen.insert(likeness).inserted
    }
  }
}
