import Statechart

/// Makes the same numbers from the same seed, by the SplitMix64 recurrence.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &self)]
  }
}

/// Draws a random tree of states, then random transitions that are legal in it.
struct RandomChart {
  static let events = ["a", "b", "a.b", "a.c", "a.b.c", "c", "done.state"]

  private(set) var random: SeededGenerator
  private let depth: Int
  private let size: Int
  private let eventless: Int
  private var kinds: [StateDefinition.Kind] = []
  private var children: [[Int]] = []
  private var ids: [String?] = []

  init(seed: UInt64, size: Int, depth: Int) {
    random = SeededGenerator(seed: seed)
    self.size = size
    self.depth = depth
    eventless = random.pick([0, 5, 15])
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
      line: 0
    )
  }

  private mutating func grow(inParallel: Bool, depth level: Int) -> Int {
    let index = kinds.count
    ids.append(random.chance(90) ? "s\(index)" : nil)
    kinds.append(.state)
    children.append([])
    let mayNest = level < depth && kinds.count < size
    let draw = Int.random(in: 0..<100, using: &random)
    if !inParallel, draw < (level == 1 ? 4 : 18) {
      kinds[index] = .final
    } else if mayNest, draw < 75 {
      if draw < 45 { kinds[index] = .parallel }
      for _ in 0..<random.pick([1, 2, 2, 3, 3]) {
        let child = grow(inParallel: kinds[index] == .parallel, depth: level + 1)
        children[index].append(child)
      }
    }
    return index
  }

  private mutating func state(_ index: Int) -> StateDefinition {
    var state = StateDefinition(id: ids[index], kind: kinds[index], line: index)
    state.onEntry = handlers()
    if kinds[index] != .final {
      state.onExit = handlers()
      for _ in 0..<random.pick([0, 1, 1, 2, 3]) { state.transitions.append(transition(index)) }
    } else {
      state.onExit = handlers()
    }
    if kinds[index] == .state, !children[index].isEmpty, random.chance(60) {
      let initial = targets(among: descendants(index))
      if !initial.isEmpty { state.initial = InitialDefinition(targets: initial, actions: actions(), line: index) }
    }
    state.children = children[index].map { self.state($0) }
    return state
  }

  private mutating func transition(_ source: Int) -> TransitionDefinition {
    var transition = TransitionDefinition(line: source)
    if !random.chance(eventless) {
      for _ in 0..<random.pick([1, 1, 2]) { transition.events.append(descriptor()) }
    }
    if random.chance(transition.events.isEmpty ? 80 : 25) { transition.condition = ids[pick()].map(Condition.inState) }
    let inside = random.chance(30) ? descendants(source) : []
    if random.chance(88) { transition.targets = targets(among: inside.isEmpty ? Array(kinds.indices) : inside) }
    transition.isInternal = random.chance(35)
    transition.actions = actions()
    if transition.events.isEmpty, transition.condition == nil, transition.targets.isEmpty { transition.events = ["*"] }
    return transition
  }

  // Either one state, or states from different regions of one parallel state.
  private mutating func targets(among candidates: [Int]) -> [String] {
    let parallels = candidates.filter { kinds[$0] == .parallel && children[$0].count > 1 }
    guard !parallels.isEmpty, random.chance(40) else { return [ids[random.pick(candidates)]].compactMap { $0 } }
    let regions = children[random.pick(parallels)].shuffled(using: &random)
    return regions.filter { _ in random.chance(80) }.compactMap { ids[random.pick([$0] + descendants($0))] }
  }

  private func descendants(_ index: Int) -> [Int] { children[index].flatMap { [$0] + descendants($0) } }

  private mutating func pick() -> Int { Int.random(in: 0..<kinds.count, using: &random) }

  private mutating func descriptor() -> String {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: "*"
    case 1: "done.state." + (ids[pick()] ?? "x")
    case 2: random.pick(Self.events) + ".*"
    default: random.pick(Self.events)
    }
  }

  private mutating func actions() -> [Action] {
    random.chance(12) ? [.raise(random.pick(Self.events), line: 0)] : []
  }

  private mutating func handlers() -> [[Action]] { random.chance(15) ? [actions(), actions()] : [] }
}
