/// Searches all behaviour of a chart under given events, breadth first.
///
/// A node is a pair of a configuration and a monitor. The monitor is a value of the caller. It records the facts about
/// the path to the node that a proof needs, for example which checks have passed. A proof examines all `nodes`.
/// `trace(to:)` returns a shortest path to a node, `canReach(_:)` says from which nodes a goal can be reached, and
/// `distances(to:)` returns how many events away the goal is. An event that enables no transition makes no edge.
///
///     let found = try Exploration(of: chart, events: ["open", "close"], bound: 1_000, monitor: 0) { known, _, _ in
///       [known]
///     }
///     for node in found.nodes { print(chart.names(of: node.configuration)) }
///
/// The search is exact. The caller bounds the number of nodes. A chart with more nodes is an error, and the search then
/// returns no partial result. Each event is tried once in each configuration, even if several nodes have this
/// configuration.
public struct Exploration<Monitor: Hashable & Sendable>: Sendable {
  /// The chart that was searched.
  public let chart: Chart
  /// The events that were tried at every node.
  public let events: [String]
  /// The nodes in the order in which they were found. Nodes that are nearer to the start come first.
  public private(set) var nodes = Nodes()
  /// The first race that was met, with the node and the index of the event where it was met; the event is `nil` for a race
  /// in the start, which leads to the node.
  public private(set) var race: (race: Race, node: Int, event: Int?)?

  /// Whether the search began with the chart's start, and not at a configuration that the caller gave.
  let beginsWithStart: Bool
  private var footprint: StateSet
  private var taken: StateSet

  /// The number of different configurations that were found. Nodes that differ only in their monitors count once.
  public var configurationCount: Int { nodes.configurations.count }

  /// The transitions that were taken on any edge.
  public var takenTransitions: Set<TransitionID> { Set(TransitionIDs(left: taken)) }

  /// The states that were entered on any edge.
  public var enteredStates: Set<StateID> { Set(StateIDs(left: footprint)) }

  /// Searches a chart from its start.
  ///
  /// - Parameters:
  ///   - chart: the chart to search.
  ///   - events: the external events to try at every node.
  ///   - bound: the most nodes that may be found.
  ///   - monitor: the monitor before the start.
  ///   - advance: returns the monitors after a move. It returns several monitors if the event can be caused in several
  ///     ways, and none if the event cannot happen. The event is an index into `events`, or `nil` for the start.
  ///   - isEnough: returns whether the search ends at the first node with this monitor. That node is then the last of
  ///     `nodes`.
  /// - Throws: `ExplorationFault.overBound` if there are more nodes than `bound`. `ExplorationFault.runaway` with a
  ///   shortest trace if some macrostep does not settle, even if `advance` would return no monitor for its event.
  public init(
    of chart: Chart,
    events: [String],
    bound: Int,
    monitor: Monitor,
    until isEnough: (Monitor) -> Bool = { _ in false },
    advance: (_ monitor: Monitor, _ event: Int?, _ move: Move) -> [Monitor]
  ) throws(ExplorationFault) {
    try self.init(chart, nil, events, bound, monitor, isEnough, advance)
  }

  /// Searches a chart as `init` does, for callers with exactly one monitor after each move. It allocates no array for a
  /// move, and is fastest for monitors of type `UInt64`, for which it is compiled specially.
  public static func following(
    _ chart: Chart,
    events: [String],
    bound: Int,
    monitor: Monitor,
    until isEnough: (Monitor) -> Bool = { _ in false },
    advance: (_ monitor: Monitor, _ event: Int?, _ move: Move) -> CollectionOfOne<Monitor>
  ) throws(ExplorationFault) -> Exploration {
    try Exploration(chart, nil, events, bound, monitor, isEnough, advance)
  }

  @_specialize(where Monitor == UInt64, Answers == CollectionOfOne<UInt64>)
  @_specialize(where Monitor == UInt64, Answers == [UInt64])
  @_specialize(where Monitor == Int, Answers == [Int])
  fileprivate init<Answers: Collection<Monitor>>(
    _ chart: Chart,
    _ origin: Configuration?,
    _ events: [String],
    _ bound: Int,
    _ monitor: Monitor,
    _ isEnough: (Monitor) -> Bool,
    _ advance: (_ monitor: Monitor, _ event: Int?, _ move: Move) -> Answers
  ) throws(ExplorationFault) {
    self.chart = chart
    self.events = events
    beginsWithStart = origin == nil
    footprint = StateSet(capacity: chart.states.count)
    taken = StateSet(capacity: chart.transitions.count)
    var table = SuccessorTable(chart, events)
    // For each record, whether its transitions and states belong to `taken` and `footprint`.
    var isNoted: ContiguousArray<Bool> = []
    defer {
      for (record, isNoted) in zip(table.records, isNoted) where isNoted {
        taken.formUnion(record.taken)
        footprint.formUnion(record.entered)
      }
      nodes.endSearch()
      nodes.configurations = table.configurations
      nodes.isFinished = table.isFinished
    }

    if let origin {
      _ = try nodes.visit(monitor, table.start(at: origin), from: nil, bound)
    } else {
      let start: SuccessorTable.Successor
      do throws(ChartRunaway) { start = try table.start() } catch {
        throw .runaway(
          Self.traced(error) { () throws(ChartRunaway) in _ = try chart.tracedStart() }, after: [], event: nil)
      }
      let move = table.move(start)
      if let met = move.race { race = (met, 0, nil) }
      for next in advance(monitor, nil, move) {
        isNoted = [true]
        if try nodes.visit(next, start.place, from: nil, bound).isNew, isEnough(next) { return }
      }
    }

    var current = 0
    while current < nodes.count {
      let row: Range<Int>
      do throws(SuccessorTable.Runaway) { row = try table.row(of: nodes.place(of: current)) } catch {
        (nodes.configurations, nodes.isFinished) = (table.configurations, table.isFinished)
        throw runaway(error, at: current)
      }
      while isNoted.count < table.records.count { isNoted.append(false) }
      let monitor = nodes.monitor(of: current)
      let firstEdge = nodes.edges.count
      for index in row {
        let successor = table.successors[index]
        let move = table.move(successor)
        if race == nil, let met = move.race { race = (met, current, Int(successor.event)) }
        let answers = advance(monitor, Int(successor.event), move)
        if answers.isEmpty { continue }
        isNoted[Int(successor.record)] = true
        for next in answers {
          let (found, isNew) = try nodes.visit(next, successor.place, from: (current, successor.event), bound)
          if isNew, isEnough(next) { return }
          let edge = Edge(event: successor.event, node: found)
          if answers.count == 1 || !nodes.edges[firstEdge...].contains(edge) { nodes.edges.append(edge) }
        }
      }
      nodes.endEdges(of: current)
      current += 1
    }
  }

  private func runaway(_ fault: SuccessorTable.Runaway, at node: Int) -> ExplorationFault {
    let configuration = nodes[node].configuration
    let cause = Self.traced(fault.cause) { () throws(ChartRunaway) in
      _ = try chart.tracedStep(configuration, events[fault.event])
    }
    return .runaway(cause, after: trace(to: node), event: events[fault.event])
  }

  // A search does not trace its steps, so a step that did not settle is taken again and traced.
  private static func traced(_ runaway: ChartRunaway, _ again: () throws(ChartRunaway) -> Void) -> ChartRunaway {
    do throws(ChartRunaway) { try again() } catch { return error }
    return runaway
  }
}

extension Exploration where Monitor == UInt64 {
  /// Searches all behaviour of a chart from a configuration. The monitor is 0 at every node, so each configuration is
  /// one node. The first node is the given configuration.
  ///
  /// - Parameters:
  ///   - chart: the chart to search.
  ///   - origin: the configuration at which the search begins. A configuration of another chart is a programming error
  ///     and can stop the program.
  ///   - events: the external events to try at every node.
  ///   - bound: the most nodes that may be found.
  /// - Throws: `ExplorationFault`, as the search from the start does. A trace begins at `origin`.
  public init(
    of chart: Chart, from origin: Configuration, events: [String], bound: Int
  ) throws(ExplorationFault) {
    chart.requireOwn(origin)
    try self.init(chart, origin, events, bound, 0, { _ in false }, { _, _, _ in CollectionOfOne(0) })
  }
}

/// The reason why a chart could not be searched to the end.
public enum ExplorationFault: Error, Sendable, Equatable {
  /// There are more nodes than the caller allowed.
  case overBound(Int)
  /// The macrostep of an event (`nil` for the start), after the steps of a trace, does not settle.
  case runaway(ChartRunaway, after: [TraceStep], event: String?)
}
