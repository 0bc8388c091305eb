/// A part of a chart that can be searched alone.
///
/// Two regions of a parallel state with `m` and `n` states have up to `m × n` configurations together. If nothing
/// outside a region depends on it, the rest of the chart behaves the same without the region, and the region behaves
/// the same without the other independent regions. Two searches of `m` and `n` configurations are then enough. Only a
/// region that is shown to be independent is cut off, so the result is exact.
public struct Slice: Sendable {
  /// The whole chart without some regions, as a chart of its own.
  public let chart: Chart
  /// For each state of `chart`, the same state of the whole chart.
  public let states: [StateID]
  /// For each transition of `chart`, the same transition of the whole chart.
  public let transitions: [TransitionID]
}

extension Chart {
  /// Cuts the chart into slices. The first slice has every part on which other parts may depend. One more slice follows
  /// for each region that was cut off.
  ///
  /// A region can be cut off if all of these statements are true:
  /// - The targets of its transitions are inside it, and its transitions do not exit it. It has no actions and no
  ///   history, and no state around it has a history.
  /// - No transition or initial outside has a target inside. No transition outside tests a state inside with `In()` or
  ///   matches the `done.state` event of a state inside. No transition at all matches the `done.state` event of a
  ///   parallel state around it, because this event depends on all regions.
  /// - No event matches both a transition inside and a transition that is of a state around the region or that exits
  ///   the region, because only one of the two would be taken (SCXML 3.13).
  /// - The parameters `state` and `transition` return false for all its states and transitions. Only the caller knows
  ///   the meaning of the domain's attributes.
  ///
  /// At least one region of each parallel state is in every slice that has the parallel state.
  ///
  /// - Parameters:
  ///   - state: returns whether a state must be in every slice.
  ///   - transition: returns whether a transition must be in every slice.
  /// - Returns: the slices, or the whole chart as one slice if no region can be cut off.
  public func slices(
    mattering state: (State) -> Bool, _ transition: (Transition) -> Bool
  ) -> [Slice] {
    var separable = states.indices.filter { isSeparable($0) }.filter { region in
      let inside = region..<tables.states[region].descendants.upperBound
      return !inside.contains { state(states[$0]) }
        && !transitions.contains { inside.contains($0.source.rawValue) && transition($0) }
    }
    for parallel in states where parallel.kind == .parallel {
      let regions = parallel.children.map(\.rawValue)
      guard regions.allSatisfy(separable.contains) else { continue }
      let smallest = regions.min { tables.states[$0].descendants.count < tables.states[$1].descendants.count }
      separable.removeAll { $0 == smallest }
    }
    let whole = Slice(chart: self, states: states.map(\.id), transitions: transitions.map(\.id))
    guard !separable.isEmpty else { return [whole] }
    var slices = [slice(without: separable)]
    for region in separable {
      slices.append(
        slice(without: separable.filter { $0 != region && !tables.states[$0].descendants.contains(region) }))
    }
    let made = slices.compactMap { $0 }
    // Every slice should compile. If one does not, the whole chart is searched instead.
    return made.count == slices.count ? made : [whole]
  }

  private func isSeparable(_ region: Int) -> Bool {
    let row = tables.states[region]
    guard row.parent >= 0, tables.states[row.parent].kind == .parallel else { return false }
    let inside = region..<row.descendants.upperBound
    let around = ancestors(of: region)
    let isQuiet = inside.allSatisfy { state in
      let row = tables.states[state]
      return row.entryContent.isEmpty && row.exitContent.isEmpty && row.initialContent.isEmpty
        && !tables.remembered.contains(state)
    }
    guard isQuiet, !around.contains(where: tables.remembered.contains), !isInitial(inside) else { return false }
    // The `done.state` events of the states inside, and of the parallel states around. No transition outside may match
    // them.
    let awaited = (inside + around.filter { tables.states[$0].kind == .parallel }).map {
      tables.states[$0].done.rawValue
    }
    var answered: [Range<Int>] = []
    var outer: [Range<Int>] = []
    for transition in tables.transitions {
      let events = tables.descriptors[transition.descriptors]
      let isInside = inside.contains(transition.source)
      if isInside {
        let isContained = tables.targets[transition.targets].allSatisfy(row.descendants.contains)
        let scope = transition.scope.clamped(to: row.descendants)
        guard isContained, scope == transition.scope, transition.content.isEmpty, !transition.isDynamic else {
          return false
        }
        answered += events
        if events.isEmpty { answered.append(-1..<0) }
      } else {
        guard !tables.targets[transition.targets].contains(where: inside.contains) else { return false }
        if case .inState(let state) = transition.condition, inside.contains(state) { return false }
        if events.contains(where: { awaited.contains(where: $0.contains) }) { return false }
      }
      if isInside, events.contains(where: { awaits(parallelAround: around, $0) }) { return false }
      let isOver = around.contains(transition.source) || transition.isDynamic || transition.scope.overlaps(inside)
      if !isInside, isOver { outer += events.isEmpty ? [-1..<0] : Array(events) }
    }
    return !answered.contains { range in outer.contains(where: range.overlaps) }
  }

  private func awaits(parallelAround around: [Int], _ events: Range<Int>) -> Bool {
    around.contains { tables.states[$0].kind == .parallel && events.contains(tables.states[$0].done.rawValue) }
  }

  private func isInitial(_ inside: Range<Int>) -> Bool {
    let outside = states.indices.filter { !inside.contains($0) }.map { tables.states[$0].initial }
    return (outside + [tables.initial]).contains { tables.targets[$0].contains(where: inside.contains) }
  }

  private func ancestors(of state: Int) -> [Int] {
    var ancestors: [Int] = []
    var next = tables.states[state].parent
    while next >= 0 {
      ancestors.append(next)
      next = tables.states[next].parent
    }
    return ancestors
  }

  private func slice(without regions: [Int]) -> Slice? {
    let gone = Set(regions.flatMap { $0..<tables.states[$0].descendants.upperBound })
    var definition = definition
    var next = 0
    definition.states = Self.remaining(definition.states, without: gone, &next)
    guard let chart = try? Chart(definition, settlingWithin: bound) else { return nil }
    return Slice(
      chart: chart,
      states: states.map(\.id).filter { !gone.contains($0.rawValue) },
      transitions: transitions.filter { !gone.contains($0.source.rawValue) }.map(\.id)
    )
  }

  // States are numbered as they are visited, in document order. `maximumDepth` bounds the recursion.
  private static func remaining(
    _ states: [StateDefinition], without gone: Set<Int>, _ next: inout Int
  ) -> [StateDefinition] {
    var kept: [StateDefinition] = []
    for state in states {
      let isGone = gone.contains(next)
      next += 1
      var state = state
      state.children = remaining(state.children, without: gone, &next)
      if !isGone { kept.append(state) }
    }
    return kept
  }
}
