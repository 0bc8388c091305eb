/// Takes one set of transitions. Implements SCXML D: microstep, exitStates, executeTransitionContent, enterStates,
/// isInFinalState.
extension Machine {
  /// Exits states, runs actions and enters states, for transitions that do not conflict.
  mutating func microstep(_ transitions: borrowing ShortList) {
    effort += 1
    moved = true
    // Scopes are computed before any exit, because the exits change the states that histories remember.
    let scopes = dynamicScopes(transitions)
    exit(transitions, scopes)
    for place in 0..<transitions.count {
      let transition = transitions[place]
      witness.took(transition)
      run(tables.transitions[transition].content)
    }
    if transitions.count == 1, entersAtOnce(transitions[0]) { return }
    var entry = EntrySet(image)
    for place in 0..<transitions.count { add(transitions[place], scopes?[place], to: &entry) }
    enter(entry)
  }

  // Handles the usual case: the tables have the entered states, no action runs, and the witness does not watch.
  private mutating func entersAtOnce(_ transition: Int) -> Bool {
    guard !Witness.watches, !tables.hasLateData, !tables.transitions[transition].isDynamic,
      tables.entries[transition].states.isDisjoint(with: tables.busyAtEntry),
      tables.entries[transition].states.isDisjoint(with: tables.finals)
    else { return false }
    active.formUnion(tables.entries[transition].states)
    witness.enteredAll(tables.entries[transition].states)
    return true
  }

  // The scopes of transitions that do not conflict are disjoint, so the states that they enter can be joined. The
  // memory of a history is read after the exits, because the exits can change it.
  private func add(_ transition: Int, _ scope: Range<Int>?, to entry: inout EntrySet) {
    let row = tables.transitions[transition]
    if row.isDynamic {
      entry.add(row.targets, inside: scope ?? row.scope, image, memory)
    } else {
      entry.states.formUnion(tables.entries[transition].states)
      entry.byDefault.formUnion(tables.entries[transition].byDefault)
    }
  }

  /// Returns the scope of each transition if a scope depends on a history. Returns `nil` if the tables have all scopes.
  private func dynamicScopes(_ transitions: borrowing ShortList) -> ContiguousArray<Range<Int>>? {
    var isDynamic = false
    for place in 0..<transitions.count where tables.transitions[transitions[place]].isDynamic { isDynamic = true }
    guard isDynamic else { return nil }
    var scopes: ContiguousArray<Range<Int>> = []
    for place in 0..<transitions.count { scopes.append(scope(of: transitions[place])) }
    return scopes
  }

  // States are exited in reverse document order over all transitions together, so the union is computed first.
  // Histories remember the configuration before the exits.
  private mutating func exit(_ transitions: borrowing ShortList, _ scopes: ContiguousArray<Range<Int>>?) {
    var leaving = active.intersection(scopes?[0] ?? tables.transitions[transitions[0]].scope)
    for place in 1..<max(transitions.count, 1) {
      leaving.formUnion(active.intersection(scopes?[place] ?? tables.transitions[transitions[place]].scope))
    }
    if !leaving.isDisjoint(with: tables.remembered) { remember(leaving) }
    if !Witness.watches, leaving.isDisjoint(with: tables.busyAtExit) {
      active.subtract(leaving)
      return
    }
    while let state = leaving.popLast() {
      runAll(tables.states[state].exitContent)
      active.remove(state)
      witness.exited(state)
    }
  }

  private mutating func remember(_ leaving: StateSet) {
    var parents = leaving.intersection(tables.remembered)
    while let parent = parents.popFirst() {
      let row = tables.states[parent]
      for place in row.histories {
        let history = tables.states[tables.targets[place]]
        for bit in history.memory { memory.remove(bit) }
        var inside = active.intersection(row.descendants)
        while let state = inside.popFirst() {
          let isKept: Bool
          switch history.kind {
          case .history(.deep): isKept = tables.states[state].children.isEmpty
          default: isKept = tables.states[state].parent == parent
          }
          if isKept { memory.insert(history.memory.lowerBound + state - row.descendants.lowerBound) }
        }
      }
    }
  }

  /// Enters the states of an entry set in document order, and raises the events of the final states among them.
  mutating func enter(_ entry: borrowing EntrySet) {
    if !Witness.watches, !tables.hasLateData, entry.histories == nil,
      entry.states.isDisjoint(with: tables.busyAtEntry), entry.states.isDisjoint(with: tables.finals)
    {
      active.formUnion(entry.states)
      witness.enteredAll(entry.states)
      return
    }
    var left = entry.states
    while let state = left.popFirst() {
      active.insert(state)
      witness.entered(state)
      let row = tables.states[state]
      if tables.hasLateData, !visited.contains(state) {
        visited.insert(state)
        initialise(row.data)
      }
      runAll(row.entryContent)
      if entry.byDefault.contains(state) { runAll(row.initialContent) }
      for history in entry.histories ?? [] where tables.states[history].parent == state {
        runAll(tables.states[history].initialContent)
      }
      if row.kind == .final { complete(row) }
    }
  }

  // A final state raises the `done.state` event of its parent. If all regions of the parallel state around the parent
  // are then done, the event of this parallel state is raised too. The standard's algorithm goes no further up: if a
  // parallel state is a region of another parallel state, the outer one raises no event.
  private mutating func complete(_ final: ChartTables.StateRow) {
    guard final.parent >= 0 else {
      running = false
      return
    }
    let data = final.doneData < 0 ? nil : doneData(final.doneData)
    let parent = tables.states[final.parent]
    raise(parent.done) { [image] in Event(image.tables.doneNames[final.parent], kind: .platform, data: data) }
    guard parent.parent >= 0, tables.states[parent.parent].kind == .parallel,
      image.isInFinalState(parent.parent, active)
    else {
      return
    }
    let grandparent = tables.states[parent.parent]
    raise(grandparent.done) { [image] in Event(image.tables.doneNames[parent.parent], kind: .platform) }
  }
}

extension ChartImage {
  /// Returns whether a state is done. Implements SCXML D, isInFinalState.
  func isInFinalState(_ state: Int, _ active: StateSet) -> Bool {
    let row = tables.states[state]
    switch row.kind {
    case .atomic, .final, .history: return false
    case .compound:
      for place in row.children {
        let child = tables.targets[place]
        if tables.finals.contains(child), active.contains(child) { return true }
      }
      return false
    case .parallel:
      for place in row.children where !isInFinalState(tables.targets[place], active) { return false }
      return true
    }
  }
}
