/// Chooses the transitions of a microstep. Implements SCXML D: selectEventlessTransitions, selectTransitions,
/// removeConflictingTransitions.
extension Chart {
  /// Selects the optimal enabled set for an event, or for no event, in the order of the states that selected them.
  func enabledTransitions(in active: StateSet, on event: EventID?) -> ContiguousArray<Int> {
    var enabled: ContiguousArray<Int> = []
    if event == nil, !tables.hasEventless { return enabled }
    // Appendix D walks from every atomic state to the root. A walk that meets a state another walk has passed would
    // only find what that one found, so it ends there: every active state is asked once, and no transition is found
    // twice.
    var passed = StateSet(capacity: tables.states.count)
    let all = 0..<tables.states.count
    var next = active.first(in: all)
    while let atomic = next {
      let row = tables.states[atomic]
      if row.descendants.isEmpty {
        var state = atomic
        while state >= 0, !passed.contains(state) {
          passed.insert(state)
          if let transition = firstEnabled(of: state, in: active, on: event) {
            enabled.append(transition)
            break
          }
          state = tables.states[state].parent
        }
      }
      next = active.first(in: atomic + 1..<all.upperBound)
    }
    return enabled.count < 2 ? enabled : withoutConflicts(enabled, in: active)
  }

  private func firstEnabled(of state: Int, in active: StateSet, on event: EventID?) -> Int? {
    let row = tables.states[state]
    for place in event == nil ? row.eventless : row.triggered {
      let transition = tables.selectable[place]
      if isEnabled(tables.transitions[transition], in: active, on: event) { return transition }
    }
    return nil
  }

  private func isEnabled(_ row: ChartTables.TransitionRow, in active: StateSet, on event: EventID?) -> Bool {
    if let event {
      guard row.descriptors.contains(where: { tables.descriptors[$0].contains(event.rawValue) }) else { return false }
    }
    return row.condition < 0 || active.contains(row.condition)
  }

  // Two transitions conflict where both would exit some state. The one from a descendant wins; otherwise the one that
  // was selected first does.
  private func withoutConflicts(_ enabled: ContiguousArray<Int>, in active: StateSet) -> ContiguousArray<Int> {
    var filtered: ContiguousArray<Int> = []
    var preempted: ContiguousArray<Int> = []
    for first in enabled {
      let row = tables.transitions[first]
      var isPreempted = false
      preempted.removeAll(keepingCapacity: true)
      for second in filtered {
        let other = tables.transitions[second]
        guard active.first(in: row.scope.clamped(to: other.scope)) != nil else { continue }
        if tables.states[other.source].descendants.contains(row.source) {
          preempted.append(second)
        } else {
          isPreempted = true
          break
        }
      }
      if !isPreempted {
        if !preempted.isEmpty { filtered.removeAll(where: preempted.contains) }
        filtered.append(first)
      }
    }
    return filtered
  }
}
