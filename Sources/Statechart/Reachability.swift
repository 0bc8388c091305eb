/// Holds one step of a trace.
public struct TraceStep: Sendable, Equatable {
  /// Names the external event; `nil` for the start.
  public let event: String?
  /// Lists the transitions that were taken, in order.
  public let taken: [TransitionID]
  /// Lists the states that were exited, in order.
  public let exited: [StateID]
  /// Lists the states that were entered, in order.
  public let entered: [StateID]

  /// Describes a step of a trace.
  public init(event: String?, taken: [TransitionID] = [], exited: [StateID] = [], entered: [StateID] = []) {
    self.event = event
    self.taken = taken
    self.exited = exited
    self.entered = entered
  }

  /// Describes what a traced step did.
  public init(_ event: String?, _ step: TracedStep) {
    self.init(event: event, taken: step.taken, exited: step.exited, entered: step.entered)
  }
}

/// Answers questions about what was found: how a node is reached, and what can be reached from it.
extension Exploration {
  /// Lists the nodes on a shortest way to a node, from a start to the node itself.
  public func path(to node: Int) -> [Int] {
    var path = [node]
    var current = node
    while let parent = nodes[current].parent {
      path.append(parent)
      current = parent
    }
    return path.reversed()
  }

  /// Tells a shortest way to a node: the start, then each event with what it did.
  public func trace(to node: Int) -> [TraceStep] {
    var trace: [TraceStep] = []
    if let start = try? chart.tracedStart() { trace.append(TraceStep(nil, start)) }
    for node in path(to: node) {
      guard let parent = nodes[node].parent, let event = nodes[node].event else { continue }
      if let step = step(from: parent, event: event) { trace.append(TraceStep(events[event], step)) }
    }
    return trace
  }

  /// Tells what an event does at a node; `nil` where it is not handled there.
  public func step(from node: Int, event: Int) -> TracedStep? {
    let step = try? chart.tracedStep(nodes[node].configuration, events[event])
    return step?.isHandled == true ? step : nil
  }

  /// Tells for each node whether some goal can be reached from it; a goal reaches itself.
  ///
  /// It searches backward from the goals, once over all edges.
  @_specialize(where Monitor == UInt64)
  public func canReach(_ goal: (Node) -> Bool) -> [Bool] {
    // The predecessors of a node stand in one row: those of node n from starts[n] to starts[n + 1].
    var starts = Array(repeating: 0, count: nodes.count + 1)
    for node in nodes { for edge in node.successors { starts[edge.node + 1] += 1 } }
    for index in nodes.indices { starts[index + 1] += starts[index] }
    var predecessors = Array(repeating: 0, count: starts[nodes.count])
    var next = starts
    for (index, node) in nodes.enumerated() {
      for edge in node.successors {
        predecessors[next[edge.node]] = index
        next[edge.node] += 1
      }
    }
    var reaches = nodes.map(goal)
    var open = reaches.indices.filter { reaches[$0] }
    while let node = open.popLast() {
      for predecessor in predecessors[starts[node]..<starts[node + 1]] where !reaches[predecessor] {
        reaches[predecessor] = true
        open.append(predecessor)
      }
    }
    return reaches
  }

  /// Finds a shortest way from a start through a marked edge to a goal edge, which must come later.
  ///
  /// - Returns: the nodes and edges in order, the goal last; `nil` where there is no such way.
  public func way(
    through isMarked: (Edge) -> Bool, to isGoal: (_ node: Int, Edge) -> Bool
  ) -> [(node: Int, edge: Edge)]? {
    // A place is a node before a marked edge was passed, or after: index × 2, + 1.
    var cameFrom: [(place: Int, edge: Edge)?] = Array(repeating: nil, count: nodes.count * 2)
    var isSeen = Array(repeating: false, count: nodes.count * 2)
    var open = nodes.indices.filter { nodes[$0].parent == nil }.map { $0 * 2 }
    for start in open { isSeen[start] = true }
    var next = 0
    while next < open.count {
      let place = open[next]
      next += 1
      for edge in nodes[place / 2].successors {
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
