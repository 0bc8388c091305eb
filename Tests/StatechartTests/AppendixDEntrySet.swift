import Statechart

/// The sets that `computeEntrySet` computes.
struct EntrySet {
  var statesToEnter = OrderedSet()
  var statesForDefaultEntry = OrderedSet()
  var defaultHistoryContent: [String: [Action]] = [:]
}

extension AppendixD {
  /// Collects the states that the transitions enter, within the domain of each transition.
  ///
  /// Only here the transcription differs from the appendix. The appendix climbs from the states of a deep history to
  /// the parent of the history even if the domain is deeper. It also computes the domain again after the exits, which
  /// have changed the history values. Taken literally, both rules can enter states that were not exited, make two
  /// children of one state active at once, or leave out the parent of an active state. But no state may be entered
  /// twice, and configurations must be legal (SCXML 3.11 and 3.13). So states outside the domain, as computed before
  /// the exits, are not entered.
  mutating func computeEntrySet(_ transitions: [Arc], _ domains: [String: String], _ entry: inout EntrySet) {
    for t in transitions {
      guard let ancestor = domains[t.label] else { continue }
      var own = EntrySet()
      for s in t.definition.targets { addDescendantStatesToEnter(s, &own) }
      for s in getEffectiveTargetStates(t.definition).toList { addAncestorStatesToEnter(s, ancestor, &own) }
      for s in own.statesToEnter.toList where tree.isDescendant(s, ancestor) {
        entry.statesToEnter.add(s)
        if own.statesForDefaultEntry.isMember(s) { entry.statesForDefaultEntry.add(s) }
        if let content = own.defaultHistoryContent[s] { entry.defaultHistoryContent[s] = content }
      }
    }
  }

  private mutating func addDescendantStatesToEnter(_ state: String, _ entry: inout EntrySet) {
    if tree.isHistoryState(state), let parent = tree.parent(state) {
      if let value = historyValue[state] {
        note("history restored")
        for s in value { addDescendantStatesToEnter(s, &entry) }
        for s in value { addAncestorStatesToEnter(s, parent, &entry) }
      } else {
        note("default history")
        let transition = tree.transitions(state)[0].definition
        entry.defaultHistoryContent[parent] = transition.actions
        for s in transition.targets { addDescendantStatesToEnter(s, &entry) }
        for s in transition.targets { addAncestorStatesToEnter(s, parent, &entry) }
      }
    } else {
      entry.statesToEnter.add(state)
      if tree.isCompoundState(state) {
        entry.statesForDefaultEntry.add(state)
        let targets = tree.initialTransition(state).targets
        for s in targets { addDescendantStatesToEnter(s, &entry) }
        for s in targets { addAncestorStatesToEnter(s, state, &entry) }
      } else if tree.isParallelState(state) {
        addRegions(of: state, &entry)
      }
    }
  }

  private mutating func addAncestorStatesToEnter(_ state: String, _ ancestor: String?, _ entry: inout EntrySet) {
    for anc in tree.getProperAncestors(state, ancestor) {
      entry.statesToEnter.add(anc)
      if tree.isParallelState(anc) { addRegions(of: anc, &entry) }
    }
  }

  private mutating func addRegions(of state: String, _ entry: inout EntrySet) {
    for child in tree.getChildStates(state)
    where !entry.statesToEnter.toList.contains(where: { tree.isDescendant($0, child) }) {
      addDescendantStatesToEnter(child, &entry)
    }
  }

  // MARK: where a transition leads

  func getTransitionDomain(_ t: Arc) -> String? {
    let tstates = getEffectiveTargetStates(t.definition).toList
    if tstates.isEmpty { return nil }
    if t.source == Self.scxml { return Self.scxml }
    if t.definition.isInternal, tree.isCompoundState(t.source),
      tstates.allSatisfy({ tree.isDescendant($0, t.source) })
    {
      return t.source
    }
    return tree.findLCCA([t.source] + tstates)
  }

  func getEffectiveTargetStates(_ transition: TransitionDefinition) -> OrderedSet {
    var targets = OrderedSet()
    for s in transition.targets {
      if !tree.isHistoryState(s) {
        targets.add(s)
      } else if let value = historyValue[s] {
        targets.union(value)
      } else {
        targets.union(getEffectiveTargetStates(tree.transitions(s)[0].definition).toList)
      }
    }
    return targets
  }
}
