/// Collects the states that a set of transitions enters. Implements SCXML D: computeEntrySet,
/// addDescendantStatesToEnter, addAncestorStatesToEnter, getEffectiveTargetStates.
///
/// It recurses downward only, through a history at most once a level, and a chart's depth is bounded.
struct EntrySet {
  /// Holds the states to enter.
  var states: StateSet
  /// Holds those among them whose default entry is taken, with its actions.
  var byDefault: StateSet
  /// Lists the histories that remember nothing: their default's actions follow the entry of their parents.
  private(set) var histories: ContiguousArray<Int> = []
  /// Tells whether any history took part.
  private(set) var metHistory = false

  /// Makes an empty set.
  init(_ tables: ChartTables) {
    states = StateSet(capacity: tables.states.count)
    byDefault = states
  }

  /// Adds what must be entered for one transition's targets.
  ///
  /// - Parameters:
  ///   - scope: the descendants of the transition's domain; only they are entered.
  ///   - memory: what histories remember.
  mutating func add(
    _ targets: ArraySlice<Int>, inside scope: Range<Int>, _ tables: ChartTables, _ memory: StateSet
  ) {
    for target in targets { addDescendants(of: target, tables, memory) }
    for target in targets {
      tables.forEachEffectiveTarget(target, memory) { addAncestors(of: $0, inside: scope, tables, memory) }
    }
  }

  private mutating func addDescendants(of state: Int, _ tables: ChartTables, _ memory: StateSet) {
    let row = tables.states[state]
    switch row.kind {
    case .atomic, .final: states.insert(state)
    case .compound:
      states.insert(state)
      byDefault.insert(state)
      addAll(row.initial, inside: row.descendants, tables, memory)
    case .parallel:
      states.insert(state)
      addRegions(of: row, tables, memory)
    case .history:
      metHistory = true
      let parent = tables.states[row.parent].descendants
      if memory.first(in: row.memory) == nil {
        if !histories.contains(state) { histories.append(state) }
        addAll(row.initial, inside: parent, tables, memory)
      } else {
        tables.forEachEffectiveTarget(state, memory) { addDescendants(of: $0, tables, memory) }
        tables.forEachEffectiveTarget(state, memory) { addAncestors(of: $0, inside: parent, tables, memory) }
      }
    }
  }

  private mutating func addAll(
    _ targets: Range<Int>, inside scope: Range<Int>, _ tables: ChartTables, _ memory: StateSet
  ) {
    for place in targets { addDescendants(of: tables.targets[place], tables, memory) }
    for place in targets {
      tables.forEachEffectiveTarget(tables.targets[place], memory) {
        addAncestors(of: $0, inside: scope, tables, memory)
      }
    }
  }

  private mutating func addAncestors(
    of state: Int, inside scope: Range<Int>, _ tables: ChartTables, _ memory: StateSet
  ) {
    var ancestor = tables.states[state].parent
    while scope.contains(ancestor) {
      states.insert(ancestor)
      let row = tables.states[ancestor]
      if row.kind == .parallel { addRegions(of: row, tables, memory) }
      ancestor = row.parent
    }
  }

  // A region from which something is already to be entered is entered there, and not by default.
  private mutating func addRegions(
    of row: ChartTables.StateRow, _ tables: ChartTables, _ memory: StateSet
  ) {
    for place in row.children {
      let region = tables.targets[place]
      if states.first(in: tables.states[region].descendants) == nil { addDescendants(of: region, tables, memory) }
    }
  }
}

extension ChartTables {
  /// Visits the states that a target stands for: itself, or what a history remembers, or else a history's default.
  func forEachEffectiveTarget(_ target: Int, _ memory: StateSet, _ visit: (Int) -> Void) {
    let row = states[target]
    guard case .history = row.kind else { return visit(target) }
    let first = states[row.parent].descendants.lowerBound
    if var bit = memory.first(in: row.memory) {
      while true {
        visit(first + bit - row.memory.lowerBound)
        guard let next = memory.first(in: bit + 1..<row.memory.upperBound) else { return }
        bit = next
      }
    }
    for place in row.initial { visit(targets[place]) }
  }
}
