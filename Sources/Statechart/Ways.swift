/// Searches what can still happen from where a machine stands, and finds shortest ways to what somebody wants.
///
/// Where `Exploration` proves something about a chart from its start, this answers for one configuration: what each event
/// would do, how far it is to a goal, and which events lead there. Nobody is asked whether they may cause them.
public struct Ways: Sendable {
  /// Holds the chart that was searched.
  public let chart: Chart
  /// Lists the events that were tried everywhere.
  public let events: [String]
  /// Lists the configurations that can be reached, nearest first; the first is where the search began.
  public private(set) var configurations: [Configuration] = []
  /// Lists for each configuration which events are handled there and where each leads.
  public private(set) var successors: [[Edge]] = []

  /// Holds what an event does in a configuration.
  public struct Edge: Hashable, Sendable {
    /// Holds the index into `Ways.events`.
    public let event: Int
    /// Holds the index into `Ways.configurations`.
    public let configuration: Int
  }

  /// Searches from a configuration.
  ///
  /// - Parameters:
  ///   - start: where the machine stands; a configuration of a larger or smaller chart is a mistake in the program.
  ///   - bound: how many configurations may be found.
  /// - Throws: `ExplorationFault.overBound` where there are more than that, and `ExplorationFault.runaway`, without a
  ///   trace, where some macrostep does not settle.
  public init(
    from start: Configuration, in chart: Chart, events: [String], bound: Int
  ) throws(ExplorationFault) {
    self.chart = chart
    self.events = events
    let identifiers = events.map(chart.event)
    var known = [start: 0]
    configurations = [start]
    while successors.count < configurations.count {
      let configuration = configurations[successors.count]
      var edges: [Edge] = []
      for (index, event) in identifiers.enumerated() {
        let step: Step
        do throws(ChartRunaway) { step = try chart.step(configuration, event) } catch {
          throw .runaway(error, after: [], event: events[index])
        }
        guard step.isHandled else { continue }
        let place = known[step.configuration] ?? configurations.count
        if place == configurations.count {
          guard place < bound else { throw .overBound(bound) }
          known[step.configuration] = place
          configurations.append(step.configuration)
        }
        edges.append(Edge(event: index, configuration: place))
      }
      successors.append(edges)
    }
  }

  /// Tells for each configuration how many events a goal is away; `nil` where none can be reached from it.
  public func distances(to goal: (Configuration) -> Bool) -> [Int?] {
    var predecessors: [[Int]] = Array(repeating: [], count: configurations.count)
    for (place, edges) in successors.enumerated() {
      for edge in edges { predecessors[edge.configuration].append(place) }
    }
    var distances: [Int?] = configurations.map { goal($0) ? 0 : nil }
    var open = distances.indices.filter { distances[$0] == 0 }
    var current = 0
    while current < open.count {
      let place = open[current]
      current += 1
      for predecessor in predecessors[place] where distances[predecessor] == nil {
        distances[predecessor] = (distances[place] ?? 0) + 1
        open.append(predecessor)
      }
    }
    return distances
  }

  /// Tells a shortest way to a goal, from where the search began; `nil` where there is none, empty where it is reached.
  ///
  /// Of several shortest ways it is the one whose events come first.
  public func way(to goal: (Configuration) -> Bool) -> [TraceStep]? {
    let distances = distances(to: goal)
    guard var left = distances[0] else { return nil }
    var way: [TraceStep] = []
    var place = 0
    while left > 0 {
      guard let edge = successors[place].first(where: { distances[$0.configuration] == left - 1 }),
        let step = try? chart.tracedStep(configurations[place], events[edge.event])
      else { return nil }
      way.append(TraceStep(events[edge.event], step))
      place = edge.configuration
      left -= 1
    }
    return way
  }
}
