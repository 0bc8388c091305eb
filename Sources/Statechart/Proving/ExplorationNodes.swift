extension Exploration {
  /// Describes one reachable pair of configuration and monitor.
  public struct Node: Sendable {
    /// The active states, and what histories remember.
    public let configuration: Configuration
    /// The caller's monitor.
    public let monitor: Monitor
    /// Tells whether a top-level final state is active.
    public let isFinished: Bool
    /// The index of the node from which this one was first reached; `nil` where the search began.
    public let parent: Int?
    /// The index into `Exploration.events` of the event by which it was first reached; `nil` where the search began.
    public let event: Int?
    /// The edges to where each handled event leads, in the order of the events.
    public let successors: ArraySlice<Edge>
  }

  /// Describes a way out of a node.
  public struct Edge: Hashable, Sendable {
    private let shortEvent: Int32
    private let shortNode: Int32

    /// The index into `Exploration.events`.
    public var event: Int { Int(shortEvent) }
    /// The index into `Exploration.nodes` of the node where it leads.
    public var node: Int { Int(shortNode) }

    init(event: Int32, node: Int) {
      shortEvent = event
      shortNode = Int32(node)
    }
  }

  /// Lists the nodes of a search.
  ///
  /// It keeps them as columns of integers, which is what the search reads and writes, and makes a `Node` when asked.
  public struct Nodes: RandomAccessCollection, Sendable {
    var configurations: ContiguousArray<Configuration> = []
    var isFinished: ContiguousArray<Bool> = []
    var edges: [Edge] = []

    private var places: ContiguousArray<Int32> = []
    private var monitors: ContiguousArray<Monitor> = []
    private var origins: ContiguousArray<(node: Int32, event: Int32)> = []
    private var edgeEnds: ContiguousArray<Int32> = []
    // The nodes of one configuration are a chain, newest first. A short chain is looked through; a long one has its
    // nodes in `known` too.
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
    @_specialize(where Monitor == UInt64)
    public subscript(node: Int) -> Node {
      let place = Int(places[node])
      let origin = origins[node]
      return Node(
        configuration: configurations[place], monitor: monitors[node], isFinished: isFinished[place],
        parent: origin.node < 0 ? nil : Int(origin.node), event: origin.node < 0 ? nil : Int(origin.event),
        successors: edges[edgeRange(of: node)])
    }

    func place(of node: Int) -> Int { Int(places[node]) }
    func monitor(of node: Int) -> Monitor { monitors[node] }
    func parent(of node: Int) -> Int? { origins[node].node < 0 ? nil : Int(origins[node].node) }

    // A search that ended early has no edges for the nodes that it did not look at.
    func edgeRange(of node: Int) -> Range<Int> {
      guard node < edgeEnds.count else { return edges.endIndex..<edges.endIndex }
      return (node == 0 ? 0 : Int(edgeEnds[node - 1]))..<Int(edgeEnds[node])
    }

    mutating func endEdges(of node: Int) { edgeEnds.append(Int32(edges.count)) }

    /// Removes the edges of a node whose search ended early.
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

    // The chain has just become too long: all of its nodes are put into the dictionary, later ones one by one.
    private mutating func remember(_ node: Int, _ isFirst: Bool) {
      var next = Int32(node)
      while next >= 0 {
        known[Key(place: places[Int(next)], monitor: monitors[Int(next)])] = Int(next)
        next = isFirst ? older[Int(next)] : -1
      }
    }
  }
}
