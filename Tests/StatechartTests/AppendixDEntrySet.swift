import Statechart

/// Holds what `computeEntrySet` works on.
struct EntrySet {
  var statesToEnter = OrderedSet()
  var statesForDefaultEntry = OrderedSet()
  var defaultHistoryContent: [String: [Action]] = [:]
}

extension AppendixD {
  /// Collects what the transitions enter, inside of what each of them exited.
  ///
  /// Here alone the transcription departs from the appendix, which climbs from a deep history's states to its parent
  /// even where the domain lies deeper, and asks for the domain again after the exits have changed what histories
  /// remember. Taken to the letter, both enter states that were not exited, run two children of one state at once, or
  /// leave out the parent of an active state; no state is entered twice and configurations are legal by SCXML 3.11 and
  /// 3.13. So what lies outside of the domain, as it was before the exits, is not entered.
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
