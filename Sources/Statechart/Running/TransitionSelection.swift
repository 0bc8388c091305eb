/// Chooses the transitions of a microstep. Implements SCXML D: selectEventlessTransitions, selectTransitions,
/// removeConflictingTransitions.
extension Machine {
  /// Selects the optimal set of enabled transitions (SCXML D) for an event, or for no event. They are in the order of
  /// the atomic states that selected them.
  mutating func enabledTransitions(on event: EventID?) -> ShortList {
    var enabled = ShortList()
    var asked: StateSet
    if let event {
      asked = tables.responders.isEmpty ? active : active.intersection(tables.responders[event.rawValue])
    } else {
      asked = active.intersection(tables.eventless)
    }
    guard let first = asked.popFirst() else { return enabled }
    // Usually only one active state has candidates. No walk is needed then: it is atomic or has an active atomic
    // descendant, and no other active state has candidates.
    guard !asked.isEmpty else {
      if let transition = firstEnabled(of: first, on: event) { enabled.append(transition) }
      return enabled
    }
    asked.insert(first)
    // Appendix D walks from every atomic state to the root. A walk that reaches a state of an earlier walk could only
    // find the same transition again, so it ends there. Thus every active state is examined once, no transition is
    // found twice, and a condition that cannot be evaluated raises one error.
    var passed = StateSet(capacity: tables.states.count)
    var left = active
    while let atomic = left.popFirst() {
      guard tables.states[atomic].children.isEmpty else { continue }
      var state = atomic
      while state >= 0, !passed.contains(state) {
        passed.insert(state)
        if asked.contains(state), let transition = firstEnabled(of: state, on: event) {
          enabled.append(transition)
          break
        }
        state = tables.states[state].parent
      }
    }
    return enabled.count < 2 ? enabled : withoutConflicts(enabled)
  }

  private mutating func firstEnabled(of state: Int, on event: EventID?) -> Int? {
    for place in event == nil ? tables.states[state].eventless : tables.states[state].triggered {
      let transition = tables.selectable[place]
      if let event, !matches(transition, event) { continue }
      if holds(tables.transitions[transition].condition) { return transition }
    }
    return nil
  }

  private func matches(_ transition: Int, _ event: EventID) -> Bool {
    for place in tables.transitions[transition].descriptors
    where tables.descriptors[place].contains(event.rawValue) { return true }
    return false
  }

  /// Evaluates a condition. If it cannot be evaluated, it is false and an error is raised (SCXML 5.9.1).
  mutating func holds(_ condition: ChartTables.ConditionRow) -> Bool {
    switch condition {
    case .always: return true
    case .inState(let state): return active.contains(state)
    case .expression(let place):
      guard let program else { return false }
      do throws(EvaluationFault) {
        return try program.model.holds(program.expressions[place], in: store, moment(program))
      } catch {
        raiseError()
        return false
      }
    }
  }

  /// Returns the current moment of the machine, for the evaluation of expressions.
  func moment(_ program: Program<Model>) -> Moment { Moment(chart: program.chart, active: active) }

  // Two transitions conflict if some state would be exited by both. If the source of one is inside the source of the
  // other, the inner one is kept. Otherwise the transition that was selected first is kept.
  private mutating func withoutConflicts(_ enabled: consuming ShortList) -> ShortList {
    var kept: [Int] = []
    for place in 0..<enabled.count {
      let first = enabled[place]
      let scope = scope(of: first)
      var preempted: [Int] = []
      var isPreempted = false
      for second in kept where active.first(in: scope.clamped(to: self.scope(of: second))) != nil {
        let source = tables.transitions[second].source
        if tables.states[source].descendants.contains(tables.transitions[first].source) {
          preempted.append(second)
        } else {
          isPreempted = true
          // A transition inside the other's source takes precedence by the standard's rule, not by document order.
          if !tables.states[tables.transitions[first].source].descendants.contains(source) {
            witness.preferred(second, to: first)
          }
          break
        }
      }
      if !isPreempted {
        kept.removeAll(where: preempted.contains)
        kept.append(first)
      }
    }
    var filtered = ShortList()
    for transition in kept { filtered.append(transition) }
    return filtered
  }

  /// Returns the range of the states that a transition exits if they are active. If a history is among its targets, the
  /// range depends on the states that the history remembers.
  func scope(of transition: Int) -> Range<Int> {
    let row = tables.transitions[transition]
    guard row.isDynamic else { return row.scope }
    var first = Int.max
    var last = -1
    for place in row.targets {
      image.forEachEffectiveTarget(tables.targets[place], memory) { target in
        first = min(first, target)
        last = max(last, target)
      }
    }
    return image.scope(from: row.source, isInternal: row.isInternal, to: first, last)
  }
}
