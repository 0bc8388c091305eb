/// The states that a set of transitions enters. Implements SCXML D: computeEntrySet,
/// addDescendantStatesToEnter, addAncestorStatesToEnter, getEffectiveTargetStates.
///
/// It recurses downward only, through a history at most once a level, and a chart's depth is bounded.
struct EntrySet: ~Copyable {
  /// The states to enter.
  var states: StateSet
  /// Those among them whose default entry is taken, with its actions.
  var byDefault: StateSet
  /// The histories that remember nothing: their default's actions follow the entry of their parents.
  private(set) var histories: ContiguousArray<Int>?
  /// Whether any history took part.
  private(set) var metHistory = false

  /// Makes an empty set.
  init(_ image: ChartImage) {
    states = StateSet(capacity: image.tables.states.count)
    byDefault = states
  }

  /// Adds what must be entered for one transition's targets.
  ///
  /// - Parameters:
  ///   - targets: the range of the targets in the tables.
  ///   - scope: the descendants of the transition's domain; only they are entered.
  ///   - memory: what histories remember.
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

  // Appendix D follows a history up to its parent. Where the parent is outside of the transition's domain, and so stays
  // active, that would enter states again that were not exited, and other regions. So this stops at the scope.
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

  // A region of which some state is already in the set is not entered by default.
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
  /// Visits the states that a target leads to: itself; or what a history remembers; or a history's default.
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
