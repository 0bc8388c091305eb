/// Paths in the graph that a search found: paths to a node, and paths from a node to a goal.
extension Exploration {
  /// Returns the nodes on a shortest path to a node. The path begins where the search began and ends with the node
  /// itself.
  ///
  /// Of several shortest paths, it is the one whose events come first in `events`, compared step by step.
  public func path(to node: Int) -> [Int] {
    var path = [node]
    var current = node
    while let parent = nodes.parent(of: current) {
      path.append(parent)
      current = parent
    }
    return path.reversed()
  }

  /// Returns a shortest path to a node as steps. The first step is the chart's start, unless the search began at a
  /// configuration that the caller gave.
  public func trace(to node: Int) -> [TraceStep] {
    var trace: [TraceStep] = []
    if beginsWithStart, let start = try? chart.tracedStart() { trace.append(TraceStep(nil, start, in: chart)) }
    for node in path(to: node) {
      let reached = nodes[node]
      guard let parent = reached.parent, let event = reached.event else { continue }
      if let step = step(from: parent, event: event) { trace.append(TraceStep(events[event], step, in: chart)) }
    }
    return trace
  }

  /// Returns the traced step of an event at a node; `nil` if the event enables no transition there.
  public func step(from node: Int, event: Int) -> TracedStep? {
    let step = try? chart.tracedStep(nodes[node].configuration, events[event])
    return step?.isHandled == true ? step : nil
  }

  /// The configurations that were found, each once, in the order in which they were found.
  public var configurations: [Configuration] { Array(nodes.configurations) }

  /// Returns the first node of each configuration in which an event is handled, nearest first.
  public func firstNodes(handling event: Int) -> [Int] { nodes.firstNodes(handling: event) }

  /// Returns for each node whether some goal can be reached from it. A goal counts as reached from itself.
  public func canReach(_ goal: (Node) -> Bool) -> [Bool] { distances(to: goal).map { $0 != nil } }

  /// Returns the first node from which no goal can be reached; `nil` if there is none. No other such node is nearer to
  /// the start.
  public func firstNode(thatCannotReach goal: (Node) -> Bool) -> Int? { distances(to: goal).firstIndex { $0 == nil } }

  /// Returns for each node the number of events to the nearest goal: 0 for a goal, `nil` if no goal can be reached.
  ///
  /// It searches backward from the goals, and visits each edge once.
  public func distances(to goal: (Node) -> Bool) -> [Int?] {
    nodes.distances(from: nodes.indices.filter { goal(nodes[$0]) })
  }

  /// Finds a shortest path from the start of the search, through a marked edge, to a later goal edge.
  ///
  /// - Returns: the nodes and edges in order, the goal edge last; `nil` if there is no such path.
  public func way(
    through isMarked: (Edge) -> Bool, to isGoal: (_ node: Int, Edge) -> Bool
  ) -> [(node: Int, edge: Edge)]? {
    // A place is a node, either before a marked edge was passed (index × 2) or after (index × 2 + 1).
    var cameFrom: [(place: Int, edge: Edge)?] = Array(repeating: nil, count: nodes.count * 2)
    var isSeen = Array(repeating: false, count: nodes.count * 2)
    var open = (0..<nodes.count).filter { nodes.parent(of: $0) == nil }.map { $0 * 2 }
    for start in open { isSeen[start] = true }
    var next = 0
    while next < open.count {
      let place = open[next]
      next += 1
      for edge in nodes.edges[nodes.edgeRange(of: place / 2)] {
        if place % 2 == 1, isGoal(place / 2, edge) {
          var way = [(node: place / 2, edge: edge)]
          var current = place
          while let (previous, edge) = cameFrom[current] {
            way.append((previous / 2, edge))
            current = previous
          }
          return way.reversed()
        }
        let reached = edge.node * 2 + (place % 2 == 1 || isMarked(edge) ? 1 : 0)
        if !isSeen[reached] {
          isSeen[reached] = true
          cameFrom[reached] = (place, edge)
          open.append(reached)
        }
      }
    }
    return nil
  }
}
