import Casework
import Statechart
import Testing

/// Tests which events can still follow from a configuration.
@Suite("Ways on from a configuration")
struct OutlookTests {
  let workflow: Workflow

  init() throws {
    workflow = try ShippedCharts.workflow("iran/court-order")
  }

  @Test("paths from the start are as short as in the search of a proof, and lead to their goals")
  func waysAreShortest() throws {
    let chart = workflow.chart
    let start = try chart.start().configuration
    let ways = try Exploration(of: chart, from: start, events: CaseEvent.allNames, bound: 10_000)
    let search = try Exploration(of: chart, events: CaseEvent.allNames, bound: 10_000, monitor: 0) { _, _, _ in [0] }
    #expect(ways.nodes.map(\.configuration) == search.nodes.map(\.configuration))
    for state in chart.states {
      let goal = try #require(ways.nodes.firstIndex { $0.configuration.contains(state.id) }, "\(state.name ?? "")")
      let way = ways.trace(to: goal)
      #expect(way.count == search.trace(to: goal).count - 1)
      var configuration = start
      for step in way { configuration = try chart.step(configuration, try #require(step.event)).configuration }
      #expect(configuration.contains(state.id))
      #expect(ways.distances { $0.configuration.contains(state.id) }[0] == way.count)
    }
  }

  @Test("an end has no further paths, and a search beyond its bound throws")
  func waysEnd() throws {
    let chart = workflow.chart
    let start = try chart.start().configuration
    let end = try chart.step(start, "case.refused").configuration
    let ways = try Exploration(of: chart, from: end, events: CaseEvent.allNames, bound: 1)
    #expect(ways.nodes.map(\.configuration) == [end])
    #expect(!ways.nodes.contains { workflow.permits(.disclosure, in: $0.configuration) })
    #expect(ways.nodes[0].isFinished && workflow.isFinished(end) && ways.trace(to: 0).isEmpty)
    #expect(throws: ExplorationFault.overBound(10)) {
      try Exploration(of: chart, from: start, events: CaseEvent.allNames, bound: 10)
    }
  }
}
