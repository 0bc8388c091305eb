import Statechart
import TestSeed
import Testing

/// Compares every edge that a search finds in random charts with a traced step of the machine.
@Suite("Edges of a search")
struct EdgeTests {
  @Test("Every edge of a search is a step of the machine, and every step of the machine is an edge", .seeded)
  func edges() throws {
    var coverage = Coverage()
    for index in 0..<400 {
      var source = RandomChart(seed: Seed.value &+ UInt64(index), size: 18, depth: 5, values: false)
      try compare(source.definition(), "chart \(index)", &coverage)
    }
    // Large charts are searched by another method than small ones.
    for index in 0..<40 {
      var source = RandomChart(seed: Seed.value &+ UInt64(index), size: 200, depth: 6, values: false)
      try compare(source.definition(), "large chart \(index)", &coverage)
    }
    for index in 0..<300 {
      var random = SplitMix(seed: Seed.value &+ UInt64(index))
      try compare(Self.plainChart(&random), "plain chart \(index)", &coverage)
    }
    coverage.expect([
      "edges": 5_000, "moves": 5_000, "loops": 500, "several taken": 200, "ends": 100, "large": 5,
      "completes a parallel state": 50,
    ])
  }

  /// Draws a chart without content. It has regions with final states, guards, and transitions of the outer states.
  private static func plainChart(_ random: inout SplitMix) -> ChartDefinition {
    let events = ["a", "b", "c", "d"]
    func transition(_ targets: [String], _ random: inout SplitMix) -> TransitionDefinition {
      on(
        random.pick(events), to: random.chance(85) ? random.pick(targets) : "",
        in: random.chance(20) ? "r\(Int.random(in: 0..<3, using: &random))s0" : nil, isInternal: random.chance(40))
    }
    var regions: [StateDefinition] = []
    for region in 0..<3 {
      let names = ["r\(region)s0", "r\(region)s1", "r\(region)end"]
      var children: [StateDefinition] = []
      for name in names.dropLast() {
        let own = (0..<2).map { _ in transition(names + ["out"], &random) }
        children.append(StateDefinition(id: name, transitions: own))
      }
      children.append(StateDefinition(id: names[2], kind: .final))
      let own = random.chance(60) ? [transition(names, &random)] : []
      regions.append(StateDefinition(id: "r\(region)", children: children, transitions: own))
    }
    var both = StateDefinition(id: "both", kind: .parallel, children: regions)
    if random.chance(60) { both.transitions.append(on("done.state.both", to: "out")) }
    if random.chance(30) { both.transitions.append(on("done.state.r1", to: "end")) }
    if random.chance(40) { both.transitions.append(transition(["out", "end"], &random)) }
    let out = StateDefinition.state("out", on: [on("a", to: "both"), on("b", to: "end"), on("c", to: "r0end r1s1")])
    return definition([both, out, .final("end")])
  }

  private func compare(_ definition: ChartDefinition, _ name: String, _ coverage: inout Coverage) throws {
    let chart = try Chart(definition, settlingWithin: 60)
    let events = RandomChart.events + ["d"]
    // Some random charts do not settle, or are too large.
    let found = try? Exploration(of: chart, events: events, bound: 300, monitor: 0) { _, _, _ in [0] }
    guard let found else { return }
    if chart.states.count > 128 { coverage["large"] += 1 }
    for node in found.nodes {
      var left = node.successors[...]
      for (index, event) in events.enumerated() {
        let step = try chart.tracedStep(node.configuration, event)
        guard step.isHandled else {
          #expect(left.first?.event != index, "\(name), \(event)")
          continue
        }
        let first = left.popFirst()
        let edge = try #require(first, "\(name), \(event)")
        let reached = found.nodes[edge.node]
        #expect(edge.event == index && reached.configuration == step.configuration, "\(name), \(event)")
        #expect(reached.isFinished == step.isFinished, "\(name), \(event)")
        coverage["edges"] += 1
        if step.configuration == node.configuration { coverage["loops"] += 1 }
        if step.taken.count > 1 { coverage["several taken"] += 1 }
        if step.isFinished { coverage["ends"] += 1 }
        if step.taken.contains(where: { chart[$0].descriptors == ["done.state.both"] }) {
          coverage["completes a parallel state"] += 1
        }
      }
      #expect(left.isEmpty, "\(name)")
    }
    try compareMoves(chart, events, name, &coverage)
  }

  /// Compares the taken transitions and entered states of each move with a traced step.
  private func compareMoves(
    _ chart: Chart, _ events: [String], _ name: String, _ coverage: inout Coverage
  ) throws {
    var compared = 0
    _ = try Exploration(of: chart, events: events, bound: 300, monitor: chart.start().configuration) {
      before, event, move in
      guard let event else { return [move.configuration] }
      guard let step = try? chart.tracedStep(before, events[event]) else {
        Issue.record("\(name), \(event): only the search comes to rest")
        return [move.configuration]
      }
      #expect(Set(move.taken) == Set(step.taken) && Set(move.entered) == Set(step.entered), "\(name), \(event)")
      #expect(move.isFinished == step.isFinished, "\(name), \(event)")
      compared += 1
      return [move.configuration]
    }
    coverage["moves"] += compared
  }
}
