/// Holds a macrostep that is under way: what changes while the machine runs. Source: SCXML D, global variables.
struct Machine {
  var active: StateSet
  /// Tells whether no top-level final state was entered yet.
  var running = true
  var taken: [TransitionID] = []
  var entered: [StateID] = []
  var exited: [StateID] = []
  /// Counts the microsteps and the raised events so far.
  var effort = 0

  private var queue: ContiguousArray<EventID> = []
  private var head = 0

  init(active: StateSet) { self.active = active }

  /// Puts an event at the back of the internal queue.
  mutating func raise(_ event: EventID) {
    effort += 1
    queue.append(event)
  }

  /// Takes the event at the front of the internal queue.
  mutating func nextInternalEvent() -> EventID? {
    guard head < queue.count else { return nil }
    defer { head += 1 }
    return queue[head]
  }
}

/// Takes one set of transitions. Implements SCXML D: microstep, exitStates, executeTransitionContent, enterStates,
/// isInFinalState.
extension Chart {
  /// Exits, acts and enters for transitions that do not conflict.
  func microstep(_ transitions: ContiguousArray<Int>, _ machine: inout Machine) {
    machine.effort += 1
    exit(transitions, &machine)
    for transition in transitions {
      machine.taken.append(TransitionID(rawValue: transition))
      execute(tables.transitions[transition].content, &machine)
    }
    var entry = EntrySet(tables)
    for transition in transitions {
      let row = tables.transitions[transition]
      entry.add(tables.targets[row.targets], inside: row.scope, tables)
    }
    enter(entry, &machine)
  }

  /// Enters the states of an entry set in document order, and raises the events of the final states among them.
  func enter(_ entry: EntrySet, _ machine: inout Machine) {
    let all = 0..<tables.states.count
    var next = entry.states.first(in: all)
    while let state = next {
      let row = tables.states[state]
      machine.active.insert(state)
      machine.entered.append(StateID(rawValue: state))
      execute(row.entryContent, &machine)
      if entry.byDefault.contains(state) { execute(row.initialContent, &machine) }
      if row.kind == .final { complete(row.parent, &machine) }
      next = entry.states.first(in: state + 1..<all.upperBound)
    }
  }

  // Exit order is the reverse of document order over all transitions together, so the union is taken first.
  private func exit(_ transitions: ContiguousArray<Int>, _ machine: inout Machine) {
    var leaving = StateSet(capacity: tables.states.count)
    for transition in transitions {
      let scope = tables.transitions[transition].scope
      var next = machine.active.first(in: scope)
      while let state = next {
        leaving.insert(state)
        next = machine.active.first(in: state + 1..<scope.upperBound)
      }
    }
    var next = leaving.last(in: 0..<tables.states.count)
    while let state = next {
      execute(tables.states[state].exitContent, &machine)
      machine.active.remove(state)
      machine.exited.append(StateID(rawValue: state))
      next = leaving.last(in: 0..<state)
    }
  }

  private func execute(_ content: Range<Int>, _ machine: inout Machine) {
    for place in content {
      switch tables.content[place] {
      case .raise(let event): machine.raise(event)
      }
    }
  }

  // A final state completes its parent, and the parent may complete the parallel state around it. The standard's
  // algorithm looks no further up: a parallel state completed by a parallel region raises nothing for itself.
  private func complete(_ parent: Int, _ machine: inout Machine) {
    guard parent >= 0 else {
      machine.running = false
      return
    }
    machine.raise(tables.states[parent].done)
    let grandparent = tables.states[parent].parent
    if grandparent >= 0, tables.states[grandparent].kind == .parallel, isInFinalState(grandparent, machine.active) {
      machine.raise(tables.states[grandparent].done)
    }
  }

  private func isInFinalState(_ state: Int, _ active: StateSet) -> Bool {
    let row = tables.states[state]
    var child = row.descendants.lowerBound
    switch row.kind {
    case .atomic, .final: return false
    case .compound:
      while child < row.descendants.upperBound {
        if tables.states[child].kind == .final, active.contains(child) { return true }
        child = tables.states[child].descendants.upperBound
      }
      return false
    case .parallel:
      while child < row.descendants.upperBound {
        if !isInFinalState(child, active) { return false }
        child = tables.states[child].descendants.upperBound
      }
      return true
    }
  }
}
