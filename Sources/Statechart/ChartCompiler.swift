/// Turns an outlined definition into a chart's tables: resolves names, checks targets, and computes what never changes.
struct ChartCompiler {
  /// Holds what a chart is made of.
  struct Result {
    var states: [Chart.State] = []
    var transitions: [Chart.Transition] = []
    var tables = ChartTables()
    let descriptors: EventDescriptors
  }

  private let outline: ChartOutline
  private var result: Result

  /// Compiles, or throws the first fault in document order.
  static func compile(_ definition: ChartDefinition, _ outline: ChartOutline) throws(ChartFault) -> Result {
    var compiler = ChartCompiler(outline)
    compiler.result.tables.initial = try compiler.initial(definition.initial, of: nil, firstChild: 0)
    for index in outline.entries.indices { try compiler.add(index) }
    return compiler.result
  }

  private init(_ outline: ChartOutline) {
    self.outline = outline
    let descriptors = outline.entries.lazy.flatMap(\.definition.transitions).flatMap(\.events)
    result = Result(descriptors: EventDescriptors(descriptors))
  }

  private mutating func add(_ index: Int) throws(ChartFault) {
    let entry = outline.entries[index]
    let state = entry.definition
    let isCompound = entry.kind == .compound
    let initial = isCompound ? try initial(state.initial, of: index, firstChild: index + 1) : 0..<0
    let initialContent = try content(state.initial?.actions ?? [])
    let entryContent = try content(state.onEntry.flatMap { $0 })
    let exitContent = try content(state.onExit.flatMap { $0 })
    var eventless: [Int] = []
    var triggered: [Int] = []
    for transition in state.transitions {
      if transition.events.isEmpty { eventless.append(result.transitions.count) }
      if !transition.events.isEmpty { triggered.append(result.transitions.count) }
      try add(transition, from: index)
    }
    if !eventless.isEmpty { result.tables.hasEventless = true }
    result.tables.states.append(
      ChartTables.StateRow(
        kind: entry.kind,
        parent: entry.parent ?? -1,
        descendants: entry.descendants,
        initial: initial,
        initialContent: initialContent,
        entryContent: entryContent,
        exitContent: exitContent,
        eventless: result.tables.selectable.appendRange(eventless),
        triggered: result.tables.selectable.appendRange(triggered),
        // A state without a name has one that no document can write (SCXML 3.14): an empty token.
        done: result.descriptors.event("done.state." + (state.id ?? ""))
      )
    )
    result.states.append(
      Chart.State(
        id: StateID(rawValue: index),
        name: state.id,
        kind: entry.kind,
        parent: entry.parent.map(StateID.init(rawValue:)),
        children: children(of: entry),
        depth: entry.depth,
        attributes: state.attributes,
        line: state.line
      )
    )
  }

  private mutating func add(_ transition: TransitionDefinition, from source: Int) throws(ChartFault) {
    if transition.events.isEmpty, transition.condition == nil, transition.targets.isEmpty {
      throw ChartFault(line: transition.line, reason: .transitionWithoutEventConditionOrTarget)
    }
    let condition = try resolve(transition.condition, line: transition.line)
    let targets = try resolve(transition.targets, line: transition.line)
    var matches: [Range<Int>] = []
    for descriptor in transition.events {
      guard let match = result.descriptors.matches(ofDescriptor: descriptor) else {
        throw ChartFault(line: transition.line, reason: .malformedDescriptor(descriptor))
      }
      matches.append(match)
    }
    result.tables.transitions.append(
      ChartTables.TransitionRow(
        source: source,
        scope: scope(of: transition, from: source, to: targets),
        condition: condition ?? -1,
        targets: result.tables.targets.appendRange(targets),
        descriptors: result.tables.descriptors.appendRange(matches),
        content: try content(transition.actions)
      )
    )
    result.transitions.append(
      Chart.Transition(
        id: TransitionID(rawValue: result.transitions.count),
        source: StateID(rawValue: source),
        descriptors: transition.events,
        condition: condition.map(StateID.init(rawValue:)),
        targets: targets.map(StateID.init(rawValue:)),
        isInternal: transition.isInternal,
        attributes: transition.attributes,
        line: transition.line
      )
    )
  }

  // Without an initial, the first child in document order is entered (SCXML 3.2 and 3.3).
  private mutating func initial(
    _ initial: InitialDefinition?, of state: Int?, firstChild: Int
  ) throws(ChartFault) -> Range<Int> {
    guard let initial else { return result.tables.targets.appendRange(CollectionOfOne(firstChild)) }
    guard !initial.targets.isEmpty else { throw ChartFault(line: initial.line, reason: .initialWithoutTarget) }
    let targets = try resolve(initial.targets, line: initial.line)
    for (target, name) in zip(targets, initial.targets) where !outline.isDescendant(target, of: state) {
      throw ChartFault(line: initial.line, reason: .initialNotADescendant(name))
    }
    return result.tables.targets.appendRange(targets)
  }

  private mutating func content(_ actions: [Action]) throws(ChartFault) -> Range<Int> {
    var instructions: [ChartTables.Instruction] = []
    for action in actions {
      switch action {
      case .raise(let event, let line):
        guard EventDescriptors.isName(event) else { throw ChartFault(line: line, reason: .malformedEventName(event)) }
        instructions.append(.raise(result.descriptors.event(event)))
      }
    }
    return result.tables.content.appendRange(instructions)
  }

  private func resolve(_ condition: Condition?, line: Int) throws(ChartFault) -> Int? {
    switch condition {
    case nil: return nil
    case .inState(let id):
      guard let state = outline.statesByName[id] else {
        throw ChartFault(line: line, reason: .unknownStateInCondition(id))
      }
      return state
    }
  }

  private func children(of entry: ChartOutline.Entry) -> [StateID] {
    var children: [StateID] = []
    var next = entry.descendants.lowerBound
    while next < entry.descendants.upperBound {
      children.append(StateID(rawValue: next))
      next = outline.entries[next].descendants.upperBound
    }
    return children
  }
}

// MARK: - Targets

extension ChartCompiler {
  // SCXML 3.11. Two targets can be active together, and Appendix D enters no more than a legal configuration for them,
  // when their least common ancestor is parallel and is neither of them. In document order only neighbours need a look:
  // the least common ancestor of any two is that of two neighbours between them.
  private func resolve(_ names: [String], line: Int) throws(ChartFault) -> [Int] {
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
      guard let ancestor, ancestor != left, outline.entries[ancestor].kind == .parallel else {
        throw ChartFault(line: line, reason: .illegalTargetCombination(names))
      }
    }
    return targets
  }

  // SCXML D, getTransitionDomain and findLCCA: the nearest compound state around the source, or the chart, that holds
  // all targets; or the source itself for an internal transition of a compound state to its own descendants.
  private func scope(of transition: TransitionDefinition, from source: Int, to targets: [Int]) -> Range<Int> {
    guard let first = targets.min(), let last = targets.max() else { return 0..<0 }
    func holdsTargets(_ state: Int) -> Bool {
      let descendants = outline.entries[state].descendants
      return outline.entries[state].kind == .compound && descendants.contains(first) && descendants.contains(last)
    }
    if transition.isInternal, holdsTargets(source) { return outline.entries[source].descendants }
    var domain = outline.entries[source].parent
    while let candidate = domain, !holdsTargets(candidate) { domain = outline.entries[candidate].parent }
    return domain.map { outline.entries[$0].descendants } ?? 0..<outline.entries.count
  }
}
