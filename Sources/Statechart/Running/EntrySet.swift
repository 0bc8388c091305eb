/// The states that a set of transitions enters. Implements SCXML D: computeEntrySet,
/// addDescendantStatesToEnter, addAncestorStatesToEnter, getEffectiveTargetStates.
///
/// The recursion goes only downward and passes at most one history on each level. `Chart.maximumDepth` bounds it.
struct EntrySet: ~Copyable {
  /// The states to enter.
  var states: StateSet
  /// The compound states among them that are entered by default. The actions of their default entry run.
  var byDefault: StateSet
  /// The entered histories that remember nothing. The actions of their default run after the entry of their parents.
  private(set) var histories: ContiguousArray<Int>?
  /// Whether a history was among the targets, directly or through a default entry.
  private(set) var metHistory = false

  /// Makes an empty set.
  init(_ image: ChartImage) {
    states = StateSet(capacity: image.tables.states.count)
    byDefault = states
  }

  /// Adds the states that must be entered for the targets of one transition.
  ///
  /// - Parameters:
  ///   - targets: the range of the targets in `ChartTables.targets`.
  ///   - scope: the descendants of the transition's domain. No other state is entered.
  ///   - memory: the states that histories remember, as in `Configuration.memory`.
  mutating func add(
    _ targets: Range<Int>, inside scope: Range<Int>, _ image: ChartImage, _ memory: StateSet
  ) {
    for place in targets { addDescendants(of: image.tables.targets[place], inside: scope, image, memory) }
    for place in targets {
      image.forEachEffectiveTarget(image.tables.targets[place], memory) {
        addAncestors(of: $0, inside: scope, image, memory)
      }
    }
  }

  // Appendix D adds the ancestors of a history's states up to the history's parent. If the parent is outside the
  // transition's domain, it stays active. Adding its other descendants would enter active states a second time, so only
  // states inside the scope are added.
  private mutating func addDescendants(
    of state: Int, inside scope: Range<Int>, _ image: ChartImage, _ memory: StateSet
  ) {
    let row = image.tables.states[state]
    switch row.kind {
    case .atomic, .final: states.insert(state)
    case .compound:
      states.insert(state)
      byDefault.insert(state)
      add(row.initial, inside: row.descendants, image, memory)
    case .parallel:
      states.insert(state)
      addRegions(of: row, inside: scope, image, memory)
    case .history:
      metHistory = true
      let parent = image.tables.states[row.parent].descendants.clamped(to: scope)
      if memory.first(in: row.memory) == nil {
        if histories?.contains(state) != true { histories = (histories ?? []) + CollectionOfOne(state) }
        add(row.initial, inside: parent, image, memory)
      } else {
        image.forEachEffectiveTarget(state, memory) { addDescendants(of: $0, inside: scope, image, memory) }
        image.forEachEffectiveTarget(state, memory) { addAncestors(of: $0, inside: parent, image, memory) }
      }
    }
  }

  private mutating func addAncestors(
    of state: Int, inside scope: Range<Int>, _ image: ChartImage, _ memory: StateSet
  ) {
    var ancestor = image.tables.states[state].parent
    while scope.contains(ancestor) {
      states.insert(ancestor)
      let row = image.tables.states[ancestor]
      if row.kind == .parallel { addRegions(of: row, inside: scope, image, memory) }
      ancestor = row.parent
    }
  }

  // A region is not entered by default if a state inside it is already in the set.
  private mutating func addRegions(
    of row: ChartTables.StateRow, inside scope: Range<Int>, _ image: ChartImage, _ memory: StateSet
  ) {
    for place in row.children {
      let region = image.tables.targets[place]
      if states.first(in: image.tables.states[region].descendants) == nil {
        addDescendants(of: region, inside: scope, image, memory)
      }
    }
  }
}

extension ChartImage {
  /// Visits the effective targets of a target. For a state this is the state itself. For a history these are the states
  /// that it remembers, or the targets of its default if it remembers none.
  func forEachEffectiveTarget(_ target: Int, _ memory: StateSet, _ visit: (Int) -> Void) {
    let row = tables.states[target]
    guard case .history = row.kind else { return visit(target) }
    let first = tables.states[row.parent].descendants.lowerBound
    if var bit = memory.first(in: row.memory) {
      while true {
        visit(first + bit - row.memory.lowerBound)
        guard let next = memory.first(in: bit + 1..<row.memory.upperBound) else { return }
        bit = next
      }
    }
    for place in row.initial { visit(tables.targets[place]) }
  }
}
