import Statechart

extension AppendixD {
  /// Selects transitions for an event, or without an event as `selectEventlessTransitions` does.
  ///
  /// A condition that fails raises an error. So each condition is evaluated once, even if several states inherit its
  /// transition.
  mutating func selectTransitions(_ event: String?) -> [Arc] {
    var enabledTransitions: [Arc] = []
    var answers: [String: Bool] = [:]
    for atomic in tree.entryOrder(configuration.toList.filter(tree.isAtomicState)) {
      loop: for state in [atomic] + tree.getProperAncestors(atomic, nil) {
        for t in tree.transitions(state) where eventMatch(t, event) {
          let holds = answers[t.label] ?? conditionMatch(t.definition.condition)
          answers[t.label] = holds
          guard holds else { continue }
          if !enabledTransitions.contains(where: { $0.label == t.label }) { enabledTransitions.append(t) }
          break loop
        }
      }
    }
    return removeConflictingTransitions(enabledTransitions)
  }

  private func removeConflictingTransitions(_ enabledTransitions: [Arc]) -> [Arc] {
    var filteredTransitions: [Arc] = []
    for t1 in enabledTransitions {
      var t1Preempted = false
      var transitionsToRemove: [String] = []
      for t2 in filteredTransitions where computeExitSet([t1]).hasIntersection(computeExitSet([t2])) {
        if tree.isDescendant(t1.source, t2.source) {
          transitionsToRemove.append(t2.label)
        } else {
          t1Preempted = true
          break
        }
      }
      if !t1Preempted {
        filteredTransitions.removeAll { transitionsToRemove.contains($0.label) }
        filteredTransitions.append(t1)
      }
    }
    return filteredTransitions
  }

  /// Says whether a descriptor equals the event name or its first tokens (SCXML 3.12.1).
  private func eventMatch(_ t: Arc, _ event: String?) -> Bool {
    guard let event else { return t.definition.events.isEmpty }
    return t.definition.events.contains { descriptor in
      if descriptor == "*" { return true }
      var prefix = descriptor
      if prefix.hasSuffix(".*") { prefix.removeLast(2) } else if prefix.hasSuffix(".") { prefix.removeLast() }
      return event == prefix || event.hasPrefix(prefix + ".")
    }
  }

  /// Says whether a condition is true. A condition that cannot be evaluated is false, and raises an error (SCXML
  /// 5.9.1).
  mutating func conditionMatch(_ condition: Condition?) -> Bool {
    switch condition {
    case nil: return true
    case .inState(let id): return configuration.isMember(id)
    case .expression(let text):
      do {
        return try model.holds(model.expression(text), in: store, moment(configuration.toList))
      } catch {
        raiseError("error.execution")
        note("faulty condition")
        return false
      }
    }
  }
}
