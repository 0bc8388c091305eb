extension Chart {
  /// Bounds how deeply states may be nested; the entry of states recurses no deeper than twice this.
  public static let maximumDepth = 128
  /// Bounds how many states a chart may have.
  public static let maximumStates = 4_096
  /// Bounds how many transitions a chart may have.
  public static let maximumTransitions = 16_384
  /// Bounds how many event descriptors a chart's transitions may bear together.
  public static let maximumDescriptors = 65_536
  /// Bounds how many actions a chart may have in all of its handlers and transitions.
  public static let maximumActions = 16_384
}

/// Lays a definition's states out in document order, and holds them against the content models of SCXML 3.2 to 3.7.
///
/// It is the first reader of hostile input, so it walks with a stack of its own and counts before it keeps.
struct ChartOutline {
  /// Holds one state: its definition and where it stands.
  struct Entry {
    let definition: StateDefinition
    let parent: Int?
    let depth: Int
    /// Ranges over the states inside it, which follow it in document order.
    var descendants: Range<Int>

    var kind: Chart.State.Kind {
      switch definition.kind {
      case .state: definition.children.isEmpty ? .atomic : .compound
      case .parallel: .parallel
      case .final: .final
      }
    }
  }

  private(set) var entries: [Entry] = []
  private(set) var statesByName: [String: Int] = [:]
  private var transitions = 0
  private var descriptors = 0
  private var actions = 0

  /// Lays a definition out, or throws the first fault in document order.
  init(_ definition: ChartDefinition) throws(ChartFault) {
    guard !definition.states.isEmpty else { throw ChartFault(line: definition.line, reason: .emptyChart) }
    if let initial = definition.initial, !initial.actions.isEmpty {
      throw ChartFault(line: initial.line, reason: .chartInitialWithActions)
    }
    var open: [(parent: Int?, rest: ArraySlice<StateDefinition>)] = [(nil, definition.states[...])]
    while let (parent, rest) = open.last {
      guard let state = rest.first else {
        if let parent { entries[parent].descendants = parent + 1..<entries.count }
        open.removeLast()
        continue
      }
      open[open.count - 1].rest.removeFirst()
      guard open.count <= Chart.maximumDepth else {
        throw ChartFault(line: state.line, reason: .tooDeep(limit: Chart.maximumDepth))
      }
      try check(state, inside: parent)
      let index = entries.count
      entries.append(Entry(definition: state, parent: parent, depth: open.count - 1, descendants: index..<index))
      open.append((index, state.children[...]))
    }
  }

  /// Tells whether a state lies inside another; no state lies inside itself (SCXML D, isDescendant).
  func isDescendant(_ state: Int, of ancestor: Int?) -> Bool {
    ancestor.map { entries[$0].descendants.contains(state) } ?? true
  }

  private mutating func check(_ state: StateDefinition, inside parent: Int?) throws(ChartFault) {
    guard entries.count < Chart.maximumStates else {
      throw ChartFault(line: state.line, reason: .tooMany(.states, limit: Chart.maximumStates))
    }
    if let id = state.id {
      if id.isEmpty { throw ChartFault(line: state.line, reason: .emptyID) }
      // Names that differ only in how Unicode composes them are refused as one: no reader could tell them apart.
      if statesByName.updateValue(entries.count, forKey: id) != nil {
        throw ChartFault(line: state.line, reason: .duplicateID(id))
      }
    }
    if let reason = contentFault(of: state, inside: parent) { throw ChartFault(line: state.line, reason: reason) }
    try count(state)
  }

  private func contentFault(of state: StateDefinition, inside parent: Int?) -> ChartFault.Reason? {
    switch state.kind {
    case .state:
      if state.children.isEmpty, state.initial != nil { return .initialOnAtomicState }
    case .parallel:
      if state.initial != nil { return .parallelWithInitial }
      if state.children.isEmpty { return .parallelWithoutRegions }
    case .final:
      if !state.children.isEmpty { return .finalWithChildren }
      if !state.transitions.isEmpty { return .finalWithTransitions }
      if state.initial != nil { return .finalWithInitial }
      if let parent, entries[parent].kind == .parallel { return .finalInParallel }
    }
    return nil
  }

  private mutating func count(_ state: StateDefinition) throws(ChartFault) {
    transitions += state.transitions.count
    descriptors += state.transitions.reduce(0) { $0 + $1.events.count }
    actions += state.transitions.reduce(0) { $0 + $1.actions.count }
    actions += (state.onEntry + state.onExit).reduce(0) { $0 + $1.count } + (state.initial?.actions.count ?? 0)
    func bound(_ count: Int, _ what: ChartFault.Countable, _ limit: Int) throws(ChartFault) {
      if count > limit { throw ChartFault(line: state.line, reason: .tooMany(what, limit: limit)) }
    }
    try bound(transitions, .transitions, Chart.maximumTransitions)
    try bound(descriptors, .descriptors, Chart.maximumDescriptors)
    try bound(actions, .actions, Chart.maximumActions)
  }
}
