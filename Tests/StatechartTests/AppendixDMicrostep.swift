import Statechart

extension AppendixD {
  mutating func exitStates(_ enabledTransitions: [Arc]) {
    let statesToExit = tree.exitOrder(computeExitSet(enabledTransitions).toList)
    for s in statesToExit {
      for h in tree.histories(s) {
        historyValue[h] = configuration.toList.filter { s0 in
          switch tree.historyDepth(h) {
          case .deep: tree.isAtomicState(s0) && tree.isDescendant(s0, s)
          default: tree.parent(s0) == s
          }
        }
      }
    }
    for s in statesToExit {
      for content in tree.definition(s)?.onExit ?? [] { executeContent(content) }
      configuration.delete(s)
      exited.append(s)
    }
  }

  func computeExitSet(_ transitions: [Arc]) -> OrderedSet {
    var statesToExit = OrderedSet()
    for t in transitions {
      guard let domain = getTransitionDomain(t) else { continue }
      for s in configuration.toList where tree.isDescendant(s, domain) { statesToExit.add(s) }
    }
    return statesToExit
  }

  /// Enters the states of the transitions. `domains` are the domains before the exits.
  mutating func enterStates(_ enabledTransitions: [Arc], _ domains: [String: String]) {
    var entry = EntrySet()
    computeEntrySet(enabledTransitions, domains, &entry)
    for s in tree.entryOrder(entry.statesToEnter.toList) {
      configuration.add(s)
      entered.append(s)
      if tree.chart.binding == .late, !enteredBefore.isMember(s), let data = tree.definition(s)?.data, !data.isEmpty {
        initializeDatamodel(data)
        note("late data")
      }
      enteredBefore.add(s)
      for content in tree.definition(s)?.onEntry ?? [] { executeContent(content) }
      if entry.statesForDefaultEntry.isMember(s) { executeContent(tree.initialTransition(s).actions) }
      if let content = entry.defaultHistoryContent[s] {
        note("default history content")
        executeContent(content)
      }
      if tree.isFinalState(s) { announce(s) }
    }
  }

  private mutating func announce(_ final: String) {
    guard let parent = tree.parent(final), parent != Self.scxml else {
      stop()
      return
    }
    let data = doneData(final)
    enqueue(Event("done.state." + parent, kind: .platform, data: data))
    if let grandparent = tree.parent(parent), tree.isParallelState(grandparent),
      tree.getChildStates(grandparent).allSatisfy(isInFinalState)
    {
      enqueue(Event("done.state." + grandparent, kind: .platform))
    }
  }

  private func isInFinalState(_ s: String) -> Bool {
    if tree.isCompoundState(s) {
      return tree.getChildStates(s).contains { tree.isFinalState($0) && configuration.isMember($0) }
    }
    if tree.isParallelState(s) { return tree.getChildStates(s).allSatisfy(isInFinalState) }
    return false
  }
}
