import Statechart
import TestSeed

/// Draws a random tree of states, then legal transitions, histories and content (SCXML 3).
///
/// Without values the chart uses the null data model, with values `IntegerModel`.
struct RandomChart {
  static let events = ["a", "b", "a.b", "a.c", "a.b.c", "c"]
  /// The events that charts mostly raise. Few transitions take them, because otherwise few charts would settle.
  static let raised = ["r", "r.s", "r.s.t", "q"]

  var random: SplitMix
  let values: Bool
  private let depth: Int
  private let size: Int
  private let eventless: Int
  private var kinds: [StateDefinition.Kind] = []
  private var children: [[Int]] = []
  private(set) var ids: [String?] = []

  init(seed: UInt64, size: Int, depth: Int, values: Bool) {
    random = SplitMix(seed: seed)
    self.size = size
    self.depth = depth
    self.values = values
    // A large chart with eventless transitions would nearly always run away.
    eventless = size > 100 ? 0 : random.pick([0, 2, 5])
  }

  mutating func definition() -> ChartDefinition {
    var top: [Int] = []
    repeat {
      top.append(grow(inParallel: false, depth: 1))
    } while top.count < 2 || (kinds.count < size && random.chance(80))
    let initial = random.chance(50) ? targets(among: Array(kinds.indices)) : []
    return ChartDefinition(
      name: "random",
      initial: initial.isEmpty ? nil : InitialDefinition(targets: initial, line: 0),
      states: top.map { state($0) },
      dataModel: values ? "integers" : "null",
      binding: random.chance(50) ? .early : .late,
      data: values ? chartData() : [],
      line: 0
    )
  }

  // MARK: the tree

  private mutating func add(_ kind: StateDefinition.Kind, named: Bool) -> Int {
    ids.append(named ? "s\(kinds.count)" : nil)
    kinds.append(kind)
    children.append([])
    return kinds.count - 1
  }

  private mutating func grow(inParallel: Bool, depth level: Int) -> Int {
    let named = values || random.chance(90)
    let index = add(.state, named: named)
    let mayNest = level < depth && kinds.count < size
    let draw = Int.random(in: 0..<100, using: &random)
    if !inParallel, draw < (level == 1 ? 12 : 18) {
      kinds[index] = .final
    } else if mayNest, draw < 80 {
      if draw < 45 { kinds[index] = .parallel }
      for _ in 0..<random.pick([1, 2, 2, 3, 3]) {
        if random.chance(14) {
          let history = add(.history(random.chance(50) ? .shallow : .deep), named: true)
          children[index].append(history)
        }
        let child = grow(inParallel: kinds[index] == .parallel, depth: level + 1)
        children[index].append(child)
      }
      // The default transition of a history needs a target with a name.
      if children[index].contains(where: isHistory) { for child in children[index] { ids[child] = "s\(child)" } }
    }
    return index
  }

  private func isHistory(_ index: Int) -> Bool { if case .history = kinds[index] { true } else { false } }
  private func regions(_ index: Int) -> [Int] { children[index].filter { !isHistory($0) } }
  private func descendants(_ index: Int) -> [Int] { children[index].flatMap { [$0] + descendants($0) } }

  private mutating func state(_ index: Int, in parent: Int? = nil) -> StateDefinition {
    var state = StateDefinition(id: ids[index], kind: kinds[index], line: index)
    if case .history(let depth) = kinds[index], let parent {
      state.transitions = [TransitionDefinition(targets: start(depth, parent), actions: block(), line: index)]
      return state
    }
    state.onEntry = handlers()
    state.onExit = handlers()
    state.data = values ? stateData(index) : []
    if kinds[index] == .final {
      state.doneData = doneData()
      // Top-level final states get more actions, because few charts run them.
      if parent == nil { state.onExit.append(actions(2)) }
    } else {
      for _ in 0..<random.pick([0, 1, 1, 2, 3]) { state.transitions.append(transition(index)) }
    }
    if kinds[index] == .state, !children[index].isEmpty, random.chance(60) {
      let initial = targets(among: descendants(index))
      if !initial.isEmpty { state.initial = InitialDefinition(targets: initial, actions: block(), line: index) }
    }
    state.children = children[index].map { self.state($0, in: index) }
    return state
  }

  private mutating func handlers() -> [[Action]] { random.chance(22) ? [block(), block()] : [] }

  // MARK: where transitions lead

  private mutating func transition(_ source: Int) -> TransitionDefinition {
    var transition = TransitionDefinition(line: source)
    if !random.chance(eventless) {
      for _ in 0..<random.pick([1, 1, 2]) { transition.events.append(descriptor()) }
    }
    let isEventless = transition.events.isEmpty
    if random.chance(isEventless ? 85 : 25) { transition.condition = condition(mayFail: !isEventless) }
    // Eventless transitions mostly lead to later states, because otherwise few charts would settle.
    let onward = isEventless && random.chance(90) ? source + 1 + descendants(source).count : 0
    let inside = random.chance(35) ? descendants(source) : []
    let candidates = (inside.isEmpty ? Array(kinds.indices) : inside).filter { $0 >= onward }
    let hearsItself = transition.events.contains { !Self.events.contains($0) }
    if random.chance(isEventless ? 98 : hearsItself ? 50 : 90), !candidates.isEmpty {
      transition.targets = targets(among: candidates)
    }
    transition.isInternal = random.chance(35)
    transition.actions = block()
    if isEventless, transition.targets.isEmpty, transition.condition == nil || random.chance(90) {
      transition.events = [random.pick(Self.events)]
    }
    return transition
  }

  /// Returns one state, or states from different regions of one parallel state. A history may be a target in place of
  /// its parent's children.
  private mutating func targets(among candidates: [Int]) -> [String] {
    let parallels = candidates.filter { kinds[$0] == .parallel && regions($0).count > 1 }
    guard !parallels.isEmpty, random.chance(40) else { return [ids[pickTarget(candidates)]].compactMap { $0 } }
    return apart(regions(random.pick(parallels)).map { [$0] + descendants($0) })
  }

  /// Picks a history in at least 40 % of the draws, if there is one. Otherwise histories would rarely be tested.
  private mutating func pickTarget(_ candidates: [Int]) -> Int {
    let histories = candidates.filter(isHistory)
    return !histories.isEmpty && random.chance(40) ? random.pick(histories) : random.pick(candidates)
  }

  /// Picks one state from each of most of these regions.
  private mutating func apart(_ regions: [[Int]]) -> [String] {
    let chosen = regions.shuffled(using: &random).filter { _ in random.chance(80) }
    return chosen.compactMap { ids[pickTarget($0)] }
  }

  /// Returns the default targets of a history (SCXML 3.10.2).
  private mutating func start(_ depth: HistoryDepth, _ parent: Int) -> [String] {
    let inside = descendants(parent).filter { !isHistory($0) }
    let parallels = ([parent] + inside).filter { kinds[$0] == .parallel }
    var targets: [String] = []
    switch depth {
    case .shallow where kinds[parent] == .parallel:
      targets = apart(regions(parent).map { [$0] })
    case .deep where !parallels.isEmpty && random.chance(50):
      targets = apart(
        regions(random.pick(parallels)).map { region in ([region] + descendants(region)).filter { !isHistory($0) } })
    case .deep:
      targets = [ids[random.pick(inside)]].compactMap { $0 }
    case .shallow:
      break
    }
    return targets.isEmpty ? [ids[random.pick(regions(parent))]].compactMap { $0 } : targets
  }

  // MARK: events

  private mutating func descriptor() -> String {
    switch Int.random(in: 0..<40, using: &random) {
    case 0: random.pick(["*", "done.state", "done"])
    case 1..<4: "done.state." + (stateName() ?? "x")
    case 4..<7: random.pick(Self.events) + random.pick([".*", "."])
    case 7: random.pick(["error", "error.execution", "error.communication", "error.*"])
    case 8..<12: random.pick(Self.raised)
    default: random.pick(Self.events)
    }
  }

  mutating func stateName() -> String? { ids[Int.random(in: 0..<kinds.count, using: &random)] }
}

extension SplitMix {
  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &self)]
  }
}
