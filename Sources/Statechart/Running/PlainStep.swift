/// Takes plain steps by a few operations on sets of bits, without a `Machine`. Most steps are plain. In a plain step,
/// the active states with a transition for the event are all atomic, or there is only one such state. No action runs,
/// no history is involved, and no other microstep follows.
///
/// A plain step has the same result as a step of the machine. The machine must take every other step. The tests compare
/// both with each other and with a transcription of Appendix D.
extension ChartImage {
  /// The result of trying a plain step.
  enum PlainStep {
    /// No transition is enabled, and the configuration does not change.
    case unhandled
    /// The step was taken, and these states are active after it.
    case moved(StateSet)
    /// The machine must take the step.
    case extraordinary
  }

  /// Takes a step if it is plain. If the result is `extraordinary`, the records of the witness are incomplete and must
  /// not be used.
  func plainStep<Witness: StepWitness>(
    _ active: StateSet, _ event: EventID, _ witness: inout Witness
  ) -> PlainStep {
    guard !tables.responders.isEmpty else { return .extraordinary }
    var asked = active.intersection(tables.responders[event.rawValue])
    guard let first = asked.popFirst() else { return .unhandled }
    let isAlone = asked.isEmpty
    var state = first
    var leaving = StateSet(capacity: 0)
    var entering = leaving
    var moved = false
    while true {
      guard isAlone || tables.states[state].children.isEmpty else { return .extraordinary }
      if let transition = plainTransition(of: state, active, event) {
        let row = tables.transitions[transition]
        guard row.content.isEmpty, !row.isDynamic else { return .extraordinary }
        let exits = active.intersection(row.scope)
        witness.took(transition)
        if moved {
          // Two transitions that would both exit some state are in conflict (SCXML D, removeConflictingTransitions).
          guard exits.isDisjoint(with: leaving) else { return .extraordinary }
          leaving.formUnion(exits)
          entering.formUnion(tables.entries[transition].states)
        } else {
          leaving = exits
          entering = tables.entries[transition].states
          moved = true
        }
      }
      guard let next = asked.popFirst() else { break }
      state = next
    }
    guard moved else { return .unhandled }
    guard leaving.isDisjoint(with: tables.busyAtExit), leaving.isDisjoint(with: tables.remembered),
      entering.isDisjoint(with: tables.busyAtEntry)
    else { return .extraordinary }
    var after = active
    after.subtract(leaving)
    after.formUnion(entering)
    guard after.isDisjoint(with: tables.eventless), isUnheard(entering.intersection(tables.finals), after) else {
      return .extraordinary
    }
    witness.enteredAll(entering)
    return .moved(after)
  }

  // Returns whether no transition can match the `done.state` events of these final states. Such an event changes
  // nothing.
  private func isUnheard(_ finals: StateSet, _ active: StateSet) -> Bool {
    var left = finals
    while let final = left.popFirst() {
      let parent = tables.states[final].parent
      guard parent >= 0, !tables.awaited.contains(parent) else { return false }
      let around = tables.states[parent].parent
      if around >= 0, tables.awaited.contains(around), tables.states[around].kind == .parallel,
        isInFinalState(around, active)
      {
        return false
      }
    }
    return true
  }

  private func plainTransition(of state: Int, _ active: StateSet, _ event: EventID) -> Int? {
    let first = tables.answers[event.rawValue * tables.states.count + state]
    guard first >= 0 else { return nil }
    switch tables.transitions[Int(first)].condition {
    case .always: return Int(first)
    case .inState(let other): if active.contains(other) { return Int(first) }
    // A chart for the null data model has no expressions.
    case .expression: return nil
    }
    return laterPlainTransition(of: state, after: Int(first), active, event)
  }

  private func laterPlainTransition(of state: Int, after first: Int, _ active: StateSet, _ event: EventID) -> Int? {
    for place in tables.states[state].triggered where tables.selectable[place] > first {
      let transition = tables.selectable[place]
      let row = tables.transitions[transition]
      guard row.descriptors.contains(where: { tables.descriptors[$0].contains(event.rawValue) }) else { continue }
      switch row.condition {
      case .always: return transition
      case .inState(let other): if active.contains(other) { return transition }
      case .expression: return nil
      }
    }
    return nil
  }
}
