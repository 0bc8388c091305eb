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

  init(_ event: String?, _ step: TracedStep) {
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
  public func canReach(_ goal: (Node) -> Bool) -> [Bool] {
    var predecessors: [[Int]] = Array(repeating: [], count: nodes.count)
    for (index, node) in nodes.enumerated() {
      for edge in node.successors { predecessors[edge.node].append(index) }
    }
    var reaches = nodes.map(goal)
    var open = reaches.indices.filter { reaches[$0] }
    while let node = open.popLast() {
      for predecessor in predecessors[node] where !reaches[predecessor] {
        reaches[predecessor] = true
        open.append(predecessor)
      }
    }
    return reaches
  }
}
