extension Exploration {
  /// One reachable pair of configuration and monitor.
  public struct Node: Sendable {
    /// The active states, and the states that histories remember.
    public let configuration: Configuration
    /// The caller's monitor.
    public let monitor: Monitor
    /// Whether a top-level final state is active.
    public let isFinished: Bool
    /// The index of the node from which this node was first reached; `nil` for a node at which the search began.
    public let parent: Int?
    /// The index into `Exploration.events` of the event by which this node was first reached; `nil` for a node at which
    /// the search began.
    public let event: Int?
    /// The edges of the handled events, in the order of the events.
    public let successors: ArraySlice<Edge>
  }

  /// An edge from one node to another: an event and the node to which it leads.
  public struct Edge: Hashable, Sendable {
    private let shortEvent: Int32
    private let shortNode: Int32

    /// The index into `Exploration.events`.
    public var event: Int { Int(shortEvent) }
    /// The index into `Exploration.nodes` of the node to which the edge leads.
    public var node: Int { Int(shortNode) }

    init(event: Int32, node: Int) {
      shortEvent = event
      shortNode = Int32(node)
    }
  }

  /// The nodes of a search.
  ///
  /// The nodes are stored as columns of integers, which the search reads and writes. The subscript makes a `Node` from
  /// them.
  public struct Nodes: RandomAccessCollection, Sendable {
    var configurations: ContiguousArray<Configuration> = []
    var isFinished: ContiguousArray<Bool> = []
    var edges: [Edge] = []

    private var places: ContiguousArray<Int32> = []
    private var monitors: ContiguousArray<Monitor> = []
    private var origins: ContiguousArray<(node: Int32, event: Int32)> = []
    private var edgeEnds: ContiguousArray<Int32> = []
    // The nodes of one configuration are a chain, newest first. A short chain is searched node by node. The nodes of a
    // long chain are in `known` too.
    private var chains: ContiguousArray<(newest: Int32, count: Int32)> = []
    private var older: ContiguousArray<Int32> = []
    private var known: [Key: Int] = [:]

    private struct Key: Hashable {
      let place: Int32
      let monitor: Monitor
    }

    private static var longestChain: Int32 { 8 }

    /// The index of the first node.
    public var startIndex: Int { 0 }
    /// The number of nodes.
    public var endIndex: Int { places.count }

    /// Returns a node.
    public subscript(node: Int) -> Node {
      @_specialize(where Monitor == UInt64)
      get {
        let place = Int(places[node])
        let origin = origins[node]
        return Node(
          configuration: configurations[place], monitor: monitors[node], isFinished: isFinished[place],
          parent: origin.node < 0 ? nil : Int(origin.node), event: origin.node < 0 ? nil : Int(origin.event),
          successors: edges[edgeRange(of: node)])
      }
    }

    func place(of node: Int) -> Int { Int(places[node]) }
    func monitor(of node: Int) -> Monitor { monitors[node] }
    func parent(of node: Int) -> Int? { origins[node].node < 0 ? nil : Int(origins[node].node) }

    // A search that ended early has no edges for the nodes that it did not expand.
    func edgeRange(of node: Int) -> Range<Int> {
      guard node < edgeEnds.count else { return edges.endIndex..<edges.endIndex }
      return (node == 0 ? 0 : Int(edgeEnds[node - 1]))..<Int(edgeEnds[node])
    }

    mutating func endEdges(of node: Int) { edgeEnds.append(Int32(edges.count)) }

    /// Removes the edges of the node that was being expanded when the search ended early.
    mutating func endSearch() { edges.removeLast(edges.count - Int(edgeEnds.last ?? 0)) }

    /// Finds the node of a configuration and a monitor, or adds it.
    @inline(__always)
    mutating func visit(
      _ monitor: Monitor, _ place: Int32, from origin: (node: Int, event: Int32)?, _ bound: Int
    ) throws(ExplorationFault) -> (node: Int, isNew: Bool) {
      while chains.count <= place { chains.append((-1, 0)) }
      let chain = chains[Int(place)]
      if chain.count <= Self.longestChain {
        var node = chain.newest
        while node >= 0 {
          if monitors[Int(node)] == monitor { return (Int(node), false) }
          node = older[Int(node)]
        }
      } else if let node = known[Key(place: place, monitor: monitor)] {
        return (node, false)
      }
      guard places.count < bound else { throw .overBound(bound) }
      let node = places.count
      places.append(place)
      monitors.append(monitor)
      origins.append((Int32(origin?.node ?? -1), origin?.event ?? -1))
      older.append(chain.newest)
      chains[Int(place)] = (Int32(node), chain.count + 1)
      if chain.count >= Self.longestChain { remember(node, chain.count == Self.longestChain) }
      return (node, true)
    }

    // When the chain becomes too long, all of its nodes are put into the dictionary. After that, each new node is put
    // there alone.
    private mutating func remember(_ node: Int, _ isFirst: Bool) {
      var next = Int32(node)
      while next >= 0 {
        known[Key(place: places[Int(next)], monitor: monitors[Int(next)])] = Int(next)
        next = isFirst ? older[Int(next)] : -1
      }
    }
  }
}

// MARK: - Passes over all edges

extension Exploration.Nodes {
  /// Returns for each node the number of edges to the nearest goal; `nil` if no goal can be reached from it.
  @_specialize(where Monitor == UInt64)
  func distances(from goals: [Int]) -> [Int?] {
    // The predecessors of node n are in one row: from starts[n] to starts[n + 1].
    var starts = ContiguousArray<Int32>(repeating: 0, count: count + 1)
    for edge in edges { starts[edge.node + 1] += 1 }
    for index in 0..<count { starts[index + 1] += starts[index] }
    var predecessors = ContiguousArray<Int32>(repeating: 0, count: Int(starts[count]))
    var next = starts
    for node in 0..<count {
      for index in edgeRange(of: node) {
        let reached = edges[index].node
        predecessors[Int(next[reached])] = Int32(node)
        next[reached] += 1
      }
    }
    var distances: [Int?] = Array(repeating: nil, count: count)
    var open = goals
    for goal in goals { distances[goal] = 0 }
    var place = 0
    while place < open.count {
      let node = open[place]
      place += 1
      let distance = (distances[node] ?? 0) + 1
      for index in Int(starts[node])..<Int(starts[node + 1]) {
        let predecessor = Int(predecessors[index])
        guard distances[predecessor] == nil else { continue }
        distances[predecessor] = distance
        open.append(predecessor)
      }
    }
    return distances
  }

  /// Returns the first node of each configuration in which an event is handled.
  @_specialize(where Monitor == UInt64)
  func firstNodes(handling event: Int) -> [Int] {
    var isSeen = ContiguousArray(repeating: false, count: configurations.count)
    var nodes: [Int] = []
    for node in 0..<count where !isSeen[place(of: node)] {
      for index in edgeRange(of: node) where edges[index].event == event {
        isSeen[place(of: node)] = true
        nodes.append(node)
        break
      }
    }
    return nodes
  }
}
