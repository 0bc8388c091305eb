/// Searches everything a chart can do under given events, breadth first, so that the first way found is a shortest one.
///
/// A node is a configuration together with a caller's monitor, which remembers what a proof must know about the way
/// there: which assurances stand, who acted. Proofs are then questions about `nodes`: `trace(to:)` explains one,
/// `canReach(_:)` asks what is still possible from each. Only events that the machine handles make edges.
/// `following` with a `UInt64` for a monitor searches fastest: callers in other modules reach code that is made for it.
///
/// The search is exact, and bounded by what the caller allows: a chart with more nodes is an error that says so. The
/// machine is stepped once for each configuration and event, however many monitors meet there.
public struct Exploration<Monitor: Hashable & Sendable>: Sendable {
  /// Holds one reachable pair of configuration and monitor.
  public struct Node: Sendable {
    /// Holds the active states, and what histories remember.
    public let configuration: Configuration
    /// Holds what the caller remembers.
    public let monitor: Monitor
    /// Tells whether a top-level final state is active.
    public let isFinished: Bool
    /// Holds the index of the node from which this one was first reached; `nil` for a start.
    public let parent: Int?
    /// Holds the index of the event by which it was first reached; `nil` for a start.
    public let event: Int?
    /// Lists where each handled event leads, in the order of the events.
    public internal(set) var successors: [Edge]
  }

  /// Holds a way out of a node.
  public struct Edge: Hashable, Sendable {
    /// Holds the index into `Exploration.events`.
    public let event: Int
    /// Holds the index of the node to which it leads.
    public let node: Int
  }

  private struct Key: Hashable {
    let configuration: Int
    let monitor: Monitor
  }

  /// Holds what is known of a configuration's arrows. Most are met with one monitor only, and keeping costs more than
  /// making: they are kept from the second meeting on.
  private enum Known {
    case unknown, seen
    case kept([Arrow])
  }

  /// Holds what an event does in a configuration.
  private struct Arrow {
    let event: Int
    let move: Move
    let configuration: Int
  }

  /// Holds the chart that was searched.
  public let chart: Chart
  /// Lists the events that were tried at every node.
  public let events: [String]
  /// Lists the nodes in the order in which they were found, nearest first.
  public private(set) var nodes: [Node] = []
  /// Collects the transitions that were taken on any edge.
  public private(set) var takenTransitions: Set<TransitionID> = []
  /// Collects the states that were entered on any edge.
  public private(set) var enteredStates: Set<StateID> = []
  /// Holds the first race that was met, and the node and event where.
  public private(set) var race: (race: Race, node: Int, event: Int)?

  private var moves = 0
  private var configurations: [Configuration: Int] = [:]
  private var configurationOfNode: [Int] = []
  // Lists the first nodes of each configuration: so few are looked through, and only more are looked up.
  private var meetings: [[Int]] = []
  private static var few: Int { 8 }
  private var indices: [Key: Int] = [:]
  /// Counts the configurations that were found, whatever was remembered in them.
  public var configurationCount: Int { configurations.count }

  private var isNoted: [Bool]
  private var footprint: StateSet
  private var taken: StateSet

  /// Searches a chart.
  ///
  /// - Parameters:
  ///   - chart: the chart to search.
  ///   - events: the external events to try everywhere.
  ///   - bound: how many nodes may be found.
  ///   - monitor: what the caller knows before the start.
  ///   - advance: tells what the caller knows after a move: several answers where an event can be caused in several
  ///     ways, none where it cannot happen. The event is the index into `events`, `nil` for the start.
  ///   - isEnough: ends the search at the first node with such a monitor, which is then the last of `nodes`.
  /// - Throws: `ExplorationFault.overBound` where there are more nodes than that, and `ExplorationFault.runaway` with a
  ///   shortest trace where some macrostep does not settle, even one that `advance` would refuse.
  public init(
    of chart: Chart,
    events: [String],
    bound: Int,
    monitor: Monitor,
    until isEnough: (Monitor) -> Bool = { _ in false },
    advance: (_ monitor: Monitor, _ event: Int?, _ move: Move) -> [Monitor]
  ) throws(ExplorationFault) {
    try self.init(chart, events, bound, monitor, isEnough, advance)
  }

  /// Searches a chart as `init` does, for callers who know one thing after each move: no array is made for it.
  public static func following(
    _ chart: Chart,
    events: [String],
    bound: Int,
    monitor: Monitor,
    until isEnough: (Monitor) -> Bool = { _ in false },
    advance: (_ monitor: Monitor, _ event: Int?, _ move: Move) -> CollectionOfOne<Monitor>
  ) throws(ExplorationFault) -> Exploration {
    try Exploration(chart, events, bound, monitor, isEnough, advance)
  }

  @_specialize(where Monitor == UInt64, Answers == CollectionOfOne<UInt64>)
  private init<Answers: Collection<Monitor>>(
    _ chart: Chart,
    _ events: [String],
    _ bound: Int,
    _ monitor: Monitor,
    _ isEnough: (Monitor) -> Bool,
    _ advance: (_ monitor: Monitor, _ event: Int?, _ move: Move) -> Answers
  ) throws(ExplorationFault) {
    self.chart = chart
    self.events = events
    footprint = StateSet(capacity: chart.states.count)
    taken = StateSet(capacity: chart.transitions.count)
    isNoted = Array(repeating: false, count: chart.transitions.count)
    let identifiers = events.map(chart.event)
    let start: Move
    do throws(ChartRunaway) { start = try chart.move() } catch {
      throw .runaway(
        Self.traced(error) { () throws(ChartRunaway) in _ = try chart.tracedStart() }, after: [], event: nil)
    }
    var known: [Known] = []
    configurations[start.configuration] = 0
    for next in advance(monitor, nil, start) {
      note(start)
      if isEnough(nodes[try visit(next, start, 0, from: nil, bound)].monitor) { return }
    }

    var current = 0
    while current < nodes.count {
      let place = configurationOfNode[current]
      known += Array(repeating: .unknown, count: max(0, configurations.count - known.count))
      let arrows: [Arrow]
      switch known[place] {
      case .kept(let kept): arrows = kept
      case .unknown, .seen: arrows = try self.arrows(identifiers, from: current)
      }
      if case .seen = known[place] { known[place] = .kept(arrows) }
      if case .unknown = known[place] { known[place] = .seen }
      let monitor = nodes[current].monitor
      var successors: [Edge] = []
      successors.reserveCapacity(arrows.count)
      for arrow in arrows {
        if race == nil, let met = arrow.move.race { race = (met, current, arrow.event) }
        let answers = advance(monitor, arrow.event, arrow.move)
        if !answers.isEmpty { note(arrow.move) }
        for next in answers {
          let found = try visit(next, arrow.move, arrow.configuration, from: (current, arrow.event), bound)
          let edge = Edge(event: arrow.event, node: found)
          if found == nodes.count - 1, isEnough(next) { return }
          if answers.count == 1 || !successors.contains(edge) { successors.append(edge) }
        }
      }
      nodes[current].successors = successors
      current += 1
    }
    var states = footprint
    while let state = states.popFirst() { enteredStates.insert(StateID(rawValue: state)) }
    while let transition = taken.popFirst() { takenTransitions.insert(TransitionID(rawValue: transition)) }
  }

  private mutating func note(_ move: Move) {
    if let plain = move.plain, isNoted[plain.rawValue] { return }
    if let plain = move.plain { isNoted[plain.rawValue] = true }
    footprint.formUnion(move.footprint)
    taken.formUnion(move.transitions)
  }

  private mutating func arrows(_ events: [EventID], from node: Int) throws(ExplorationFault) -> [Arrow] {
    let configuration = nodes[node].configuration
    var arrows: [Arrow] = []
    arrows.reserveCapacity(events.count)
    for (index, event) in events.enumerated() {
      do throws(ChartRunaway) {
        guard let move = try chart.move(configuration, event, index: moves + 1) else { continue }
        moves += 1
        let isLoop = move.configuration == configuration
        let place = isLoop ? configurationOfNode[node] : configurations[move.configuration] ?? configurations.count
        if place == configurations.count { configurations[move.configuration] = place }
        arrows.append(Arrow(event: index, move: move, configuration: place))
      } catch {
        let chart = chart
        let told = Self.traced(error) { () throws(ChartRunaway) in _ = try chart.tracedStep(configuration, event) }
        throw .runaway(told, after: trace(to: node), event: self.events[index])
      }
    }
    return arrows
  }

  // A search keeps no account of a step that did not settle, so the step is made again by one that does.
  private static func traced(_ runaway: ChartRunaway, _ again: () throws(ChartRunaway) -> Void) -> ChartRunaway {
    do throws(ChartRunaway) { try again() } catch { return error }
    return runaway
  }

  private mutating func visit(
    _ monitor: Monitor, _ move: Move, _ configuration: Int, from origin: (node: Int, event: Int)?, _ bound: Int
  ) throws(ExplorationFault) -> Int {
    while meetings.count <= configuration { meetings.append([]) }
    for known in meetings[configuration] where nodes[known].monitor == monitor { return known }
    let isCrowded = meetings[configuration].count == Self.few
    if isCrowded, let known = indices[Key(configuration: configuration, monitor: monitor)] { return known }
    guard nodes.count < bound else { throw .overBound(bound) }
    if isCrowded {
      indices[Key(configuration: configuration, monitor: monitor)] = nodes.count
    } else {
      meetings[configuration].append(nodes.count)
    }
    configurationOfNode.append(configuration)
    nodes.append(
      Node(
        configuration: move.configuration,
        monitor: monitor,
        isFinished: move.isFinished,
        parent: origin?.node,
        event: origin?.event,
        successors: []
      )
    )
    return nodes.count - 1
  }
}

/// Says why a chart could not be searched to the end.
public enum ExplorationFault: Error, Sendable, Equatable {
  /// There are more nodes than the caller allowed.
  case overBound(Int)
  /// After the steps of a trace, an event (`nil` for the start) sets off what does not settle.
  case runaway(ChartRunaway, after: [TraceStep], event: String?)
}
