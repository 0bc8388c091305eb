import Statechart

/// A set that keeps the order of insertion, like the appendix's OrderedSet.
struct OrderedSet {
  private(set) var toList: [String] = []

  mutating func add(_ element: String) { if !toList.contains(element) { toList.append(element) } }
  mutating func delete(_ element: String) { toList.removeAll { $0 == element } }
  mutating func union(_ other: [String]) { for element in other { add(element) } }
  func isMember(_ element: String) -> Bool { toList.contains(element) }
  func hasIntersection(_ other: OrderedSet) -> Bool { toList.contains(where: other.isMember) }
}

/// The questions of Appendix D of SCXML 1.0 about a document. Each is computed by walking over the document.
///
/// States are strings. A state without a name gets the number of its place, and the document itself is also a state.
struct DocumentTree {
  struct Node {
    let definition: StateDefinition?
    let parent: String?
    var children: [String] = []
    var histories: [String] = []
  }

  /// A transition. Its label is its source and its index there.
  struct Arc {
    let label: String
    let source: String
    let definition: TransitionDefinition
  }

  static let scxml = "<scxml>"

  let chart: ChartDefinition
  private(set) var documentOrder: [String] = []
  private var nodes: [String: Node] = [:]

  init(_ chart: ChartDefinition) {
    self.chart = chart
    nodes[Self.scxml] = Node(definition: nil, parent: nil)
    for state in chart.states { add(state, to: Self.scxml) }
  }

  private mutating func add(_ state: StateDefinition, to parent: String) {
    let id = state.id ?? "#\(documentOrder.count)"
    documentOrder.append(id)
    if case .history = state.kind {
      nodes[parent]?.histories.append(id)
    } else {
      nodes[parent]?.children.append(id)
    }
    nodes[id] = Node(definition: state, parent: parent)
    for child in state.children { add(child, to: id) }
  }

  // MARK: elements of the document

  /// Returns nil for the document itself.
  func definition(_ state: String) -> StateDefinition? { nodes[state]?.definition }

  func parent(_ state: String) -> String? { nodes[state]?.parent }

  /// Returns the child states without histories, as the appendix does.
  func getChildStates(_ state: String) -> [String] { nodes[state]?.children ?? [] }

  func histories(_ state: String) -> [String] { nodes[state]?.histories ?? [] }

  func transitions(_ state: String) -> [Arc] {
    (definition(state)?.transitions ?? []).enumerated().map {
      Arc(label: "\(state)/\($0)", source: state, definition: $1)
    }
  }

  /// Returns the transition of a state's `initial`, or the default one of the appendix if the document has none.
  func initialTransition(_ state: String) -> TransitionDefinition {
    let initial = state == Self.scxml ? chart.initial : definition(state)?.initial
    return TransitionDefinition(
      targets: initial?.targets ?? [getChildStates(state)[0]],
      actions: initial?.actions ?? [],
      line: 0
    )
  }

  // MARK: predicates

  private func kind(_ state: String) -> StateDefinition.Kind? { definition(state)?.kind }

  func isFinalState(_ state: String) -> Bool { kind(state) == .final }
  func isParallelState(_ state: String) -> Bool { kind(state) == .parallel }
  func isHistoryState(_ state: String) -> Bool { historyDepth(state) != nil }
  func isCompoundState(_ state: String) -> Bool { kind(state) == .state && !getChildStates(state).isEmpty }
  func isCompoundStateOrScxmlElement(_ state: String) -> Bool { state == Self.scxml || isCompoundState(state) }

  func isAtomicState(_ state: String) -> Bool {
    kind(state) == .final || kind(state) == .state && getChildStates(state).isEmpty
  }

  func historyDepth(_ state: String) -> HistoryDepth? {
    if case .history(let depth) = kind(state) { depth } else { nil }
  }

  func isDescendant(_ state1: String, _ state2: String) -> Bool { getProperAncestors(state1, nil).contains(state2) }

  // MARK: procedures

  /// Returns the ancestors, innermost first, up to but without `state2`.
  func getProperAncestors(_ state1: String, _ state2: String?) -> [String] {
    var ancestors: [String] = []
    var next = parent(state1)
    while let state = next, state != state2 {
      ancestors.append(state)
      next = parent(state)
    }
    return ancestors
  }

  func findLCCA(_ stateList: [String]) -> String? {
    getProperAncestors(stateList[0], nil).filter(isCompoundStateOrScxmlElement).first { anc in
      stateList.dropFirst().allSatisfy { isDescendant($0, anc) }
    }
  }

  func entryOrder(_ states: [String]) -> [String] { documentOrder.filter(states.contains) }
  func exitOrder(_ states: [String]) -> [String] { entryOrder(states).reversed() }
}
