/// Resolves the targets of transitions, initials and histories. Implements SCXML 3.5.1, 3.6, 3.10.2 and 3.11.
extension ChartCompiler {
  // Without an initial, the first child in document order is entered (SCXML 3.2 and 3.3).
  mutating func initial(
    _ initial: InitialDefinition?, of state: Int?, firstChild: Int
  ) throws(ChartFault) -> Range<Int> {
    guard let initial else { return tables.targets.appendRange(CollectionOfOne(firstChild)) }
    let targets = try resolve(initial.targets, line: initial.line)
    if targets.isEmpty { throw ChartFault(line: initial.line, reason: .initialWithoutTarget) }
    for (name, target) in zip(initial.targets, targets) where !outline.isDescendant(target, of: state) {
      throw ChartFault(line: initial.line, reason: .initialNotADescendant(name))
    }
    return tables.targets.appendRange(targets)
  }

  mutating func historyDefault(
    _ history: StateDefinition, _ depth: HistoryDepth, inside parent: Int
  ) throws(ChartFault) -> Range<Int> {
    let transition = history.transitions[0]
    let targets = try resolve(transition.targets, line: transition.line)
    for (name, target) in zip(transition.targets, targets) {
      let entry = outline.entries[target]
      let isInside = depth == .deep ? outline.isDescendant(target, of: parent) : entry.parent == parent
      guard isInside, !entry.definition.isHistory else {
        throw ChartFault(line: transition.line, reason: .historyBeyondParent(name))
      }
    }
    return tables.targets.appendRange(targets)
  }

  // SCXML 3.11: two targets can be active together if their least common ancestor is a parallel state and is neither of
  // them. For other targets Appendix D could enter an illegal configuration. It is enough to compare neighbours in
  // document order, because the least common ancestor of any two targets is also that of two neighbours between them.
  func resolve(_ names: [String], line: Int) throws(ChartFault) -> [Int] {
    var targets: [Int] = []
    for name in names {
      guard let target = outline.statesByName[name] else { throw ChartFault(line: line, reason: .unknownTarget(name)) }
      targets.append(target)
    }
    let sorted = targets.sorted()
    for (left, right) in zip(sorted, sorted.dropFirst()) {
      var ancestor: Int? = left
      while let candidate = ancestor, candidate != right, !outline.isDescendant(right, of: candidate) {
        ancestor = outline.entries[candidate].parent
      }
      // A history of the parallel state itself already enters all of its regions.
      let speaksForAll = [left, right].contains {
        outline.entries[$0].definition.isHistory && outline.entries[$0].parent == ancestor
      }
      guard let ancestor, ancestor != left, outline.entries[ancestor].kind == .parallel, !speaksForAll else {
        throw ChartFault(line: line, reason: .illegalTargetCombination(names))
      }
    }
    return targets
  }

  /// Computes the scope and the entered states of every transition. All rows of states and transitions must exist.
  mutating func link() {
    let entries = outline.entries.count
    let nothing = StateSet(capacity: tables.memory)
    let image = ChartImage(tables)
    for index in tables.transitions.indices {
      let row = tables.transitions[index]
      let targets = tables.targets[row.targets]
      let scope = image.scope(from: row.source, isInternal: row.isInternal, to: targets.min(), targets.max())
      var entry = EntrySet(image)
      entry.add(row.targets, inside: scope, image, nothing)
      tables.entries.append(ChartTables.EntryRow(states: entry.states, byDefault: entry.byDefault))
      tables.transitions[index] = ChartTables.TransitionRow(
        source: row.source,
        isInternal: row.isInternal,
        scope: scope,
        condition: row.condition,
        targets: row.targets,
        descriptors: row.descriptors,
        content: row.content,
        isDynamic: entry.metHistory
      )
    }
    for state in tables.states.indices {
      let done = tables.states[state].done.rawValue
      if tables.descriptors.contains(where: { $0.contains(done) }) { tables.awaited.insert(state) }
    }
    // Tables that would need too much memory are not made: 2^20 words are 8 MiB, and 2^22 numbers are 16 MiB.
    let room = StateSet.room(for: entries) / 64
    guard descriptors.count * room <= 1 << 20, descriptors.count * entries <= 1 << 22 else { return }
    tables.responders = ContiguousArray(repeating: StateSet(capacity: entries), count: descriptors.count)
    tables.answers = ContiguousArray(repeating: -1, count: descriptors.count * entries)
    for (index, row) in tables.transitions.enumerated() {
      for place in row.descriptors {
        for event in tables.descriptors[place] {
          tables.responders[event].insert(row.source)
          let answer = event * entries + row.source
          if tables.answers[answer] < 0 { tables.answers[answer] = Int32(index) }
        }
      }
    }
  }
}

extension ChartImage {
  // SCXML D, getTransitionDomain and findLCCA. The domain is the nearest compound ancestor of the source that contains
  // all targets, or else the chart. For an internal transition of a compound state to its own descendants, it is the
  // source itself.
  /// Returns the descendants of a transition's domain.
  ///
  /// - Parameters:
  ///   - first: the first of the transition's effective targets in document order; `nil` if it has none.
  ///   - last: the last of them.
  func scope(from source: Int, isInternal: Bool, to first: Int?, _ last: Int?) -> Range<Int> {
    guard let first, let last else { return 0..<0 }
    func holdsTargets(_ state: Int) -> Bool {
      let descendants = tables.states[state].descendants
      return tables.states[state].kind == .compound && descendants.contains(first) && descendants.contains(last)
    }
    if isInternal, holdsTargets(source) { return tables.states[source].descendants }
    var domain = tables.states[source].parent
    while domain >= 0, !holdsTargets(domain) { domain = tables.states[domain].parent }
    return domain >= 0 ? tables.states[domain].descendants : 0..<tables.states.count
  }
}
