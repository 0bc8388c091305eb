/// Collects the states that a set of transitions enters. Implements SCXML D: computeEntrySet,
/// addDescendantStatesToEnter, addAncestorStatesToEnter.
///
/// It recurses downward only, each time at least one level, and a chart's depth is bounded.
struct EntrySet {
  /// Holds the states to enter.
  private(set) var states: StateSet
  /// Holds those among them whose default entry is taken, with its actions.
  private(set) var byDefault: StateSet

  /// Makes an empty set.
  init(_ tables: borrowing ChartTables) {
    states = StateSet(capacity: tables.states.count)
    byDefault = states
  }

  /// Adds what must be entered for one transition's targets.
  ///
  /// - Parameter scope: the descendants of the transition's domain; only they are entered.
  mutating func add(_ targets: ArraySlice<Int>, inside scope: Range<Int>, _ tables: borrowing ChartTables) {
    for target in targets { addDescendants(of: target, tables) }
    for target in targets { addAncestors(of: target, inside: scope, tables) }
  }

  private mutating func addDescendants(of state: Int, _ tables: borrowing ChartTables) {
    states.insert(state)
    let row = tables.states[state]
    switch row.kind {
    case .atomic, .final: break
    case .compound:
      byDefault.insert(state)
      for place in row.initial { addDescendants(of: tables.targets[place], tables) }
      for place in row.initial { addAncestors(of: tables.targets[place], inside: row.descendants, tables) }
    case .parallel: addRegions(of: row, tables)
    }
  }

  private mutating func addAncestors(of state: Int, inside scope: Range<Int>, _ tables: borrowing ChartTables) {
    var ancestor = tables.states[state].parent
    while scope.contains(ancestor) {
      states.insert(ancestor)
      let row = tables.states[ancestor]
      if row.kind == .parallel { addRegions(of: row, tables) }
      ancestor = row.parent
    }
  }

  // A region from which something is already to be entered is entered there, and not by default.
  private mutating func addRegions(of row: ChartTables.StateRow, _ tables: borrowing ChartTables) {
    var region = row.descendants.lowerBound
    while region < row.descendants.upperBound {
      let inside = tables.states[region].descendants
      if states.first(in: inside) == nil { addDescendants(of: region, tables) }
      region = inside.upperBound
    }
  }
}
