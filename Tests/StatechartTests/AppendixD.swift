import Statechart

// The algorithm of SCXML 1.0, Appendix D, transcribed procedure by procedure for the subset that Statechart implements.
// It is slow on purpose: states are strings, sets are lists, everything is recomputed. It shares nothing with the
// compiled interpreter but the definition that both read.

/// Keeps the order of insertion, as the appendix asks of its OrderedSet.
struct OrderedSet {
  private(set) var toList: [String] = []

  mutating func add(_ element: String) { if !toList.contains(element) { toList.append(element) } }
  mutating func delete(_ element: String) { toList.removeAll { $0 == element } }
  func isMember(_ element: String) -> Bool { toList.contains(element) }
  func hasIntersection(_ other: OrderedSet) -> Bool { toList.contains(where: other.isMember) }
}

struct AppendixD {
  struct Node {
    let definition: StateDefinition?
    let parent: String?
    var children: [String] = []
  }

  struct Arc {
    let label: String
    let source: String
    let definition: TransitionDefinition
  }

  struct Trouble: Error {}

  static let scxml = "<scxml>"

  private var nodes: [String: Node] = [:]
  private var documentOrder: [String] = []
  private var arcs: [String: [Arc]] = [:]
  private let chart: ChartDefinition
  private let bound: Int

  private(set) var configuration = OrderedSet()
  private(set) var running = true
  private(set) var taken: [String] = []
  private(set) var entered: [String] = []
  private(set) var exited: [String] = []
  private var internalQueue: [String] = []
  private var effort = 0

  init(_ chart: ChartDefinition, bound: Int) {
    self.chart = chart
    self.bound = bound
    nodes[Self.scxml] = Node(definition: nil, parent: nil)
    for state in chart.states { add(state, to: Self.scxml) }
  }

  private mutating func add(_ state: StateDefinition, to parent: String) {
    let id = state.id ?? "#\(documentOrder.count)"
    documentOrder.append(id)
    nodes[parent]?.children.append(id)
    nodes[id] = Node(definition: state, parent: parent)
    arcs[id] = state.transitions.enumerated().map { Arc(label: "\(id)/\($0)", source: id, definition: $1) }
    for child in state.children { add(child, to: id) }
  }

  // MARK: mainEventLoop, up to where it would wait

  mutating func start() throws {
    let targets = chart.initial?.targets ?? [getChildStates(Self.scxml)[0]]
    enterStates([Arc(label: "", source: Self.scxml, definition: TransitionDefinition(targets: targets, line: 0))])
    try macrostep()
  }

  mutating func step(_ event: String) throws -> Bool {
    (taken, entered, exited, effort) = ([], [], [], 0)
    guard running else { return false }
    let enabledTransitions = selectTransitions(event)
    if !enabledTransitions.isEmpty { microstep(enabledTransitions) }
    try macrostep()
    return !enabledTransitions.isEmpty
  }

  private mutating func macrostep() throws {
    var macrostepDone = false
    while running && !macrostepDone {
      if effort > bound { throw Trouble() }
      var enabledTransitions = selectTransitions(nil)
      if enabledTransitions.isEmpty {
        if internalQueue.isEmpty {
          macrostepDone = true
        } else {
          enabledTransitions = selectTransitions(internalQueue.removeFirst())
        }
      }
      if !enabledTransitions.isEmpty { microstep(enabledTransitions) }
    }
    internalQueue = []
  }

  private func selectTransitions(_ event: String?) -> [Arc] {
    var enabledTransitions: [Arc] = []
    for atomic in sorted(configuration.toList.filter(isAtomicState)) {
      loop: for state in [atomic] + getProperAncestors(atomic, nil) {
        for t in arcs[state] ?? [] where eventMatch(t, event) && conditionMatch(t) {
          if !enabledTransitions.contains(where: { $0.label == t.label }) { enabledTransitions.append(t) }
          break loop
        }
      }
    }
    return removeConflictingTransitions(enabledTransitions)
  }

  private func removeConflictingTransitions(_ enabledTransitions: [Arc]) -> [Arc] {
    var filteredTransitions: [Arc] = []
    for t1 in enabledTransitions {
      var t1Preempted = false
      var transitionsToRemove: [String] = []
      for t2 in filteredTransitions where computeExitSet([t1]).hasIntersection(computeExitSet([t2])) {
        if isDescendant(t1.source, t2.source) {
          transitionsToRemove.append(t2.label)
        } else {
          t1Preempted = true
          break
        }
      }
      if !t1Preempted {
        filteredTransitions.removeAll { transitionsToRemove.contains($0.label) }
        filteredTransitions.append(t1)
      }
    }
    return filteredTransitions
  }

  // MARK: microstep

  private mutating func microstep(_ enabledTransitions: [Arc]) {
    effort += 1
    exitStates(enabledTransitions)
    for t in enabledTransitions {
      taken.append(t.label)
      executeContent(t.definition.actions)
    }
    enterStates(enabledTransitions)
  }

  private mutating func exitStates(_ enabledTransitions: [Arc]) {
    for s in sorted(computeExitSet(enabledTransitions).toList).reversed() {
      for content in nodes[s]?.definition?.onExit ?? [] { executeContent(content) }
      configuration.delete(s)
      exited.append(s)
    }
  }

  private func computeExitSet(_ transitions: [Arc]) -> OrderedSet {
    var statesToExit = OrderedSet()
    for t in transitions where !t.definition.targets.isEmpty {
      let domain = getTransitionDomain(t)
      for s in configuration.toList where isDescendant(s, domain) { statesToExit.add(s) }
    }
    return statesToExit
  }

  private mutating func enterStates(_ enabledTransitions: [Arc]) {
    var statesToEnter = OrderedSet()
    var statesForDefaultEntry = OrderedSet()
    computeEntrySet(enabledTransitions, &statesToEnter, &statesForDefaultEntry)
    for s in sorted(statesToEnter.toList) {
      configuration.add(s)
      entered.append(s)
      for content in nodes[s]?.definition?.onEntry ?? [] { executeContent(content) }
      if statesForDefaultEntry.isMember(s) { executeContent(nodes[s]?.definition?.initial?.actions ?? []) }
      if isFinalState(s), let parent = nodes[s]?.parent {
        if parent == Self.scxml {
          running = false
        } else if let grandparent = nodes[parent]?.parent {
          enqueue("done.state." + parent)
          if isParallelState(grandparent), getChildStates(grandparent).allSatisfy(isInFinalState) {
            enqueue("done.state." + grandparent)
          }
        }
      }
    }
  }

  private func computeEntrySet(
    _ transitions: [Arc], _ statesToEnter: inout OrderedSet, _ statesForDefaultEntry: inout OrderedSet
  ) {
    for t in transitions {
      for s in t.definition.targets { addDescendantStatesToEnter(s, &statesToEnter, &statesForDefaultEntry) }
      let ancestor = getTransitionDomain(t)
      for s in t.definition.targets { addAncestorStatesToEnter(s, ancestor, &statesToEnter, &statesForDefaultEntry) }
    }
  }

  private func addDescendantStatesToEnter(
    _ state: String, _ statesToEnter: inout OrderedSet, _ statesForDefaultEntry: inout OrderedSet
  ) {
    statesToEnter.add(state)
    if isCompoundState(state) {
      statesForDefaultEntry.add(state)
      let targets = nodes[state]?.definition?.initial?.targets ?? [getChildStates(state)[0]]
      for s in targets { addDescendantStatesToEnter(s, &statesToEnter, &statesForDefaultEntry) }
      for s in targets { addAncestorStatesToEnter(s, state, &statesToEnter, &statesForDefaultEntry) }
    } else if isParallelState(state) {
      addRegions(of: state, &statesToEnter, &statesForDefaultEntry)
    }
  }

  private func addAncestorStatesToEnter(
    _ state: String, _ ancestor: String?, _ statesToEnter: inout OrderedSet, _ statesForDefaultEntry: inout OrderedSet
  ) {
    for anc in getProperAncestors(state, ancestor) where anc != Self.scxml {
      statesToEnter.add(anc)
      if isParallelState(anc) { addRegions(of: anc, &statesToEnter, &statesForDefaultEntry) }
    }
  }

  private func addRegions(
    of state: String, _ statesToEnter: inout OrderedSet, _ statesForDefaultEntry: inout OrderedSet
  ) {
    for child in getChildStates(state) where !statesToEnter.toList.contains(where: { isDescendant($0, child) }) {
      addDescendantStatesToEnter(child, &statesToEnter, &statesForDefaultEntry)
    }
  }

  // MARK: predicates and procedures on the tree

  private func getTransitionDomain(_ t: Arc) -> String? {
    let tstates = t.definition.targets
    if tstates.isEmpty { return nil }
    if t.source == Self.scxml { return Self.scxml }
    if t.definition.isInternal, isCompoundState(t.source), tstates.allSatisfy({ isDescendant($0, t.source) }) {
      return t.source
    }
    return getProperAncestors(t.source, nil).first { anc in
      (anc == Self.scxml || isCompoundState(anc)) && tstates.allSatisfy { isDescendant($0, anc) }
    }
  }

  private func getProperAncestors(_ state1: String, _ state2: String?) -> [String] {
    var ancestors: [String] = []
    var next = nodes[state1]?.parent
    while let state = next, state != state2 {
      ancestors.append(state)
      next = nodes[state]?.parent
    }
    return ancestors
  }

  private func isDescendant(_ state1: String, _ state2: String?) -> Bool {
    state2.map(getProperAncestors(state1, nil).contains) ?? false
  }

  private func isInFinalState(_ s: String) -> Bool {
    if isCompoundState(s) { return getChildStates(s).contains { isFinalState($0) && configuration.isMember($0) } }
    if isParallelState(s) { return getChildStates(s).allSatisfy(isInFinalState) }
    return false
  }

  private func getChildStates(_ state: String) -> [String] { nodes[state]?.children ?? [] }
  private func kind(_ state: String) -> StateDefinition.Kind? { nodes[state]?.definition?.kind }
  private func isFinalState(_ state: String) -> Bool { kind(state) == .final }
  private func isParallelState(_ state: String) -> Bool { kind(state) == .parallel }
  private func isCompoundState(_ state: String) -> Bool { kind(state) == .state && !getChildStates(state).isEmpty }
  private func isAtomicState(_ state: String) -> Bool { getChildStates(state).isEmpty }

  private func sorted(_ states: [String]) -> [String] { documentOrder.filter(states.contains) }

  // MARK: events

  private func eventMatch(_ t: Arc, _ event: String?) -> Bool {
    guard let event else { return t.definition.events.isEmpty }
    return t.definition.events.contains { descriptor in
      if descriptor == "*" { return true }
      let prefix = descriptor.hasSuffix(".*") ? String(descriptor.dropLast(2)) : descriptor
      return event == prefix || event.hasPrefix(prefix + ".")
    }
  }

  private func conditionMatch(_ t: Arc) -> Bool {
    switch t.definition.condition {
    case nil: true
    case .inState(let id): configuration.isMember(id)
    }
  }

  private mutating func executeContent(_ content: [Action]) {
    for action in content {
      switch action {
      case .raise(let event, _): enqueue(event)
      }
    }
  }

  private mutating func enqueue(_ event: String) {
    effort += 1
    internalQueue.append(event)
  }
}
