/// Runs macrosteps. Implements SCXML D: interpret, mainEventLoop and exitInterpreter. Each call returns where the
/// algorithm would wait for an external event.
///
/// After a top-level final state was entered, the rest of the internal queue is dropped and the exit handlers of the
/// active states run. The configuration is kept, because it is the result.
extension Machine {
  /// Enters the initial configuration, and takes every microstep that follows without an external event.
  mutating func start() throws(ChartRunaway) {
    declareData()
    var entry = EntrySet(image)
    entry.add(tables.initial, inside: 0..<tables.states.count, image, memory)
    enter(entry)
    try settle()
  }

  /// Takes one external event, and every microstep that follows from it. After the end the event changes nothing.
  mutating func take(_ event: EventID) throws(ChartRunaway) {
    running = active.isDisjoint(with: tables.ends)
    guard running else { return }
    let transitions = enabledTransitions(on: event)
    if transitions.count > 0 { microstep(transitions) }
    // Under the null data model an event that takes no transition changes nothing, so no microstep can follow.
    if transitions.count > 0 || program != nil { try settle() }
  }

  private mutating func settle() throws(ChartRunaway) {
    while running {
      if effort > bound || hasOverrun { throw ChartRunaway(bound: bound, account: witness as? Account) }
      var transitions = enabledTransitions(on: nil)
      if transitions.count == 0 {
        guard let event = nextInternalEvent() else { return }
        transitions = enabledTransitions(on: event)
      }
      if transitions.count > 0 { microstep(transitions) }
    }
    finish()
    if hasOverrun { throw ChartRunaway(bound: bound, account: witness as? Account) }
  }

  private mutating func finish() {
    let answer = active
    var leaving = active
    while let state = leaving.popLast() {
      let row = tables.states[state]
      runAll(row.exitContent)
      active.remove(state)
      if row.kind == .final, row.parent < 0, row.doneData >= 0 { result = doneData(row.doneData) }
    }
    active = answer
  }
}

/// A fault: a macrostep, or a session that sends events to itself, did not settle within the bound.
public struct ChartRunaway: Error, Sendable, Equatable {
  /// The most microsteps, raised events and rounds of loops, counted together, that were allowed.
  public let bound: Int
  /// The states that were entered, each once, in the order of their first entry. Empty if the step was not traced.
  public let states: [StateID]
  /// The transitions that were taken, each once, in the order in which they were first taken. Empty if the step was not
  /// traced.
  public let transitions: [TransitionID]

  init(bound: Int, account: Account?) {
    func distinct<ID: Hashable>(_ ids: [ID]) -> [ID] {
      var seen: Set<ID> = []
      return ids.filter { seen.insert($0).inserted }
    }
    self.bound = bound
    states = distinct(account?.entered ?? [])
    transitions = distinct(account?.taken ?? [])
  }
}
