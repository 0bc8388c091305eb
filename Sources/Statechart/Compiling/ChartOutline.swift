extension Chart {
  /// The greatest depth of nested states, and of nested actions. The recursion that enters states is at most three
  /// times as deep.
  public static let maximumDepth = 128
  /// The greatest number of states in a chart.
  public static let maximumStates = 4_096
  /// The greatest number of transitions in a chart.
  public static let maximumTransitions = 16_384
  /// The greatest number of event descriptors in all transitions of a chart together.
  public static let maximumDescriptors = 32_768
  /// The greatest number of actions, branches and variables of a chart together.
  public static let maximumActions = 16_384
}

/// Numbers a definition's states in document order, and checks them against the content models of SCXML 3.2 to 3.10.
///
/// This is the first code that reads an untrusted definition. So it is not recursive, and it checks every limit before
/// it stores a state.
struct ChartOutline {
  /// One state: its definition and its place in the tree.
  struct Entry {
    let definition: StateDefinition
    let parent: Int?
    let depth: Int
    /// The range of the states inside this state, which follow it in document order.
    var descendants: Range<Int>

    var kind: Chart.State.Kind {
      switch definition.kind {
      case .state: definition.children.contains { !$0.isHistory } ? .compound : .atomic
      case .parallel: .parallel
      case .final: .final
      case .history(let depth): .history(depth)
      }
    }
  }

  private(set) var entries: [Entry] = []
  private(set) var statesByName: [String: Int] = [:]
  private var transitions = 0
  private var descriptors = 0
  private var actions = 0

  /// Numbers the states of a definition.
  ///
  /// - Throws: the first fault in document order.
  init(_ definition: ChartDefinition) throws(ChartFault) {
    guard !definition.states.isEmpty else { throw ChartFault(line: definition.line, reason: .emptyChart) }
    actions = definition.data.count
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

  /// Returns whether a state is inside another state. No state is inside itself (SCXML D, isDescendant).
  func isDescendant(_ state: Int, of ancestor: Int?) -> Bool {
    ancestor.map { entries[$0].descendants.contains(state) } ?? true
  }

  private mutating func check(_ state: StateDefinition, inside parent: Int?) throws(ChartFault) {
    guard entries.count < Chart.maximumStates else {
      throw ChartFault(line: state.line, reason: .tooMany(.states, limit: Chart.maximumStates))
    }
    if let id = state.id {
      if id.isEmpty { throw ChartFault(line: state.line, reason: .emptyID) }
      // Names that differ only in their Unicode composition count as equal, because no reader could tell them apart.
      if statesByName.updateValue(entries.count, forKey: id) != nil {
        throw ChartFault(line: state.line, reason: .duplicateID(id))
      }
    }
    if let reason = contentFault(of: state, inside: parent) { throw ChartFault(line: state.line, reason: reason) }
    try count(state)
  }

  private func contentFault(of state: StateDefinition, inside parent: Int?) -> ChartFault.Reason? {
    if state.doneData != nil, state.kind != .final { return .doneDataOutsideFinal }
    let hasChildren = state.children.contains { !$0.isHistory }
    switch state.kind {
    case .state:
      if !hasChildren, state.initial != nil { return .initialOnAtomicState }
      if !hasChildren, !state.children.isEmpty { return .historyOfNothing }
    case .parallel:
      if state.initial != nil { return .parallelWithInitial }
      if !hasChildren { return .parallelWithoutRegions }
    case .history:
      if parent == nil { return .historyOfNothing }
      let isBare =
        state.children.isEmpty && state.initial == nil && state.onEntry.isEmpty && state.onExit.isEmpty
        && state.data.isEmpty
      let isDefault = state.transitions.allSatisfy { $0.events.isEmpty && $0.condition == nil && !$0.targets.isEmpty }
      if !isBare || state.transitions.count != 1 || !isDefault { return .historyWithoutDefault }
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
    try bound(transitions, .transitions, Chart.maximumTransitions, state.line)
    try bound(descriptors, .descriptors, Chart.maximumDescriptors, state.line)
    for transition in state.transitions { try count(transition.actions, line: transition.line) }
    for handler in state.onEntry + state.onExit + [state.initial?.actions ?? []] {
      try count(handler, line: state.line)
    }
    actions += state.data.count
    try bound(actions, .actions, Chart.maximumActions, state.line)
  }

  // This is not recursive, because actions can be nested too.
  private mutating func count(_ handler: [Action], line: Int) throws(ChartFault) {
    var open: [(actions: [Action], depth: Int)] = [(handler, 1)]
    while let (list, depth) = open.popLast() {
      guard depth <= Chart.maximumDepth else {
        throw ChartFault(line: line, reason: .tooDeep(limit: Chart.maximumDepth))
      }
      actions += list.count
      try bound(actions, .actions, Chart.maximumActions, line)
      for action in list {
        switch action {
        case .choose(let branches, line: _):
          actions += branches.count
          open += branches.map { ($0.actions, depth + 1) }
        case .forEach(let loop): open.append((loop.actions, depth + 1))
        case .raise, .log, .assign, .send, .cancel: break
        }
      }
    }
  }

  private func bound(
    _ count: Int, _ what: ChartFault.Countable, _ limit: Int, _ line: Int
  ) throws(ChartFault) {
    if count > limit { throw ChartFault(line: line, reason: .tooMany(what, limit: limit)) }
  }
}

extension StateDefinition {
  /// Whether this is a history.
  var isHistory: Bool { if case .history = kind { true } else { false } }
}
