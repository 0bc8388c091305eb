/// Searches everything a chart can do under given events, breadth first, so that the first way found is a shortest one.
///
/// A node is a configuration together with a caller's monitor, which remembers what a proof must know about the way
/// there: which assurances stand, who acted. Proofs are then questions about `nodes`: `trace(to:)` explains one,
/// `canReach(_:)` asks what is still possible from each. Only events that the machine handles make edges.
public struct Exploration<Monitor: Hashable & Sendable>: Sendable {
  /// Holds one reachable pair of configuration and monitor.
  public struct Node: Sendable {
    /// Holds the active states.
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

  /// Lists the events that were tried at every node.
  public let events: [String]
  /// Lists the nodes in the order in which they were found, nearest first.
  public private(set) var nodes: [Node] = []
  /// Collects the transitions that were taken on any edge.
  public private(set) var takenTransitions: Set<TransitionID> = []
  /// Collects the states that were entered on any edge.
  public private(set) var enteredStates: Set<StateID> = []

  private struct Key: Hashable {
    let configuration: Int
    let monitor: Monitor
  }

  // Many nodes share a configuration and differ in their monitors, so the machine is stepped once a configuration. A
  // step that is not handled is not kept.
  private let start: TracedStep
  private var steps: [[TracedStep?]] = []
  private var configurations: [Configuration: Int] = [:]
  private var configurationOfNode: [Int] = []
  private var indices: [Key: Int] = [:]

  /// Searches a chart.
  ///
  /// - Parameters:
  ///   - chart: the chart to search.
  ///   - events: the external events to try everywhere.
  ///   - bound: how many nodes may be found.
  ///   - monitor: what the caller knows before the start.
  ///   - advance: tells what the caller knows after a step: several answers where an event can be caused in several
  ///     ways, none where it cannot happen. The event is `nil` for the start.
  /// - Throws: `ExplorationFault.overBound` where there are more nodes than that, and `ExplorationFault.runaway` with a
  ///   shortest trace where some macrostep does not settle, even one that `advance` would refuse.
  public init(
    of chart: Chart,
    events: [String],
    bound: Int,
    monitor: Monitor,
    advance: (_ monitor: Monitor, _ event: String?, _ step: TracedStep) -> [Monitor]
  ) throws(ExplorationFault) {
    self.events = events
    do throws(ChartRunaway) { start = try chart.tracedStart() } catch { throw .runaway(error, after: [], event: nil) }
    for next in advance(monitor, nil, start) { _ = try visit(next, start, from: nil, bound: bound) }

    let identifiers = events.map(chart.event)
    var current = 0
    while current < nodes.count {
      let node = nodes[current]
      let known = configurationOfNode[current]
      if steps[known].isEmpty { steps[known] = try stepAll(chart, identifiers, from: current) }
      for (event, step) in steps[known].enumerated() {
        guard let step else { continue }
        for next in advance(node.monitor, events[event], step) {
          let found = try visit(next, step, from: (current, event), bound: bound)
          let edge = Edge(event: event, node: found)
          if !nodes[current].successors.contains(edge) { nodes[current].successors.append(edge) }
        }
      }
      current += 1
    }
  }

  private func stepAll(_ chart: Chart, _ events: [EventID], from node: Int) throws(ExplorationFault) -> [TracedStep?] {
    var steps: [TracedStep?] = []
    for (index, event) in events.enumerated() {
      do throws(ChartRunaway) {
        let step = try chart.tracedStep(nodes[node].configuration, event)
        steps.append(step.isHandled ? step : nil)
      } catch {
        throw .runaway(error, after: trace(to: node), event: self.events[index])
      }
    }
    return steps
  }

  private mutating func visit(
    _ monitor: Monitor, _ step: TracedStep, from origin: (node: Int, event: Int)?, bound: Int
  ) throws(ExplorationFault) -> Int {
    takenTransitions.formUnion(step.taken)
    enteredStates.formUnion(step.entered)
    let configuration = configurations[step.configuration] ?? steps.count
    if configuration == steps.count {
      configurations[step.configuration] = configuration
      steps.append([])
    }
    let key = Key(configuration: configuration, monitor: monitor)
    if let known = indices[key] { return known }
    guard nodes.count < bound else { throw .overBound(bound) }
    indices[key] = nodes.count
    configurationOfNode.append(configuration)
    nodes.append(
      Node(
        configuration: step.configuration,
        monitor: monitor,
        isFinished: step.isFinished,
        parent: origin?.node,
        event: origin?.event,
        successors: []
      )
    )
    return nodes.count - 1
  }

  /// Gives the step that an edge out of a node took; `nil` where the event is not handled there.
  public func step(from node: Int, event: Int) -> TracedStep? {
    let steps = steps[configurationOfNode[node]]
    return steps.isEmpty ? nil : steps[event]
  }

  /// Gives the step that started the machine.
  public var startStep: TracedStep { start }
}

/// Says why a chart could not be searched to the end.
public enum ExplorationFault: Error, Sendable, Equatable {
  /// There are more nodes than the caller allowed.
  case overBound(Int)
  /// After the steps of a trace, an event (`nil` for the start) sets off what does not settle.
  case runaway(ChartRunaway, after: [TraceStep], event: String?)
}
