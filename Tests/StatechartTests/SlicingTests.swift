import TestSeed
import Testing

@testable import Statechart

/// Tests that slices give the same results as the whole chart. The random charts have regions that sometimes depend on
/// each other, and are searched both ways.
@Suite("Slices")
struct SlicingTests {
  private static let events = ["a", "b", "c", "d", "e", "out"]

  /// Draws a parallel state of three regions inside a state that can be left and entered again.
  private func draw(_ random: inout SplitMix) -> ChartDefinition {
    let dependence = random.pick([0, 0, 10, 30, 45])
    let hasEnd = random.chance(40)
    var regions: [StateDefinition] = []
    for region in 0..<3 {
      let names = (0..<Int.random(in: 2...3, using: &random)).map { "r\(region)s\($0)" }
      let goals = names + (hasEnd ? ["r\(region)end"] : [])
      var states: [StateDefinition] = []
      for name in names {
        var state = StateDefinition(id: name, line: 1)
        for _ in 0..<Int.random(in: 1...2, using: &random) {
          var transition = TransitionDefinition(events: [random.pick(Array(Self.events.dropLast()))], line: 1)
          transition.targets = [random.pick(goals)]
          if random.chance(dependence) {
            transition.condition = .inState("r\(Int.random(in: 0..<3, using: &random))s1")
          }
          if random.chance(dependence / 2) { transition.targets = ["r\(Int.random(in: 0..<3, using: &random))s1"] }
          if random.chance(dependence / 2) { transition.targets = ["far"] }
          state.transitions.append(transition)
        }
        states.append(state)
      }
      if hasEnd { states.append(StateDefinition(id: "r\(region)end", kind: .final, line: 1)) }
      regions.append(StateDefinition(id: "r\(region)", children: states, line: 1))
    }
    var both = StateDefinition(id: "both", kind: .parallel, children: regions, line: 1)
    both.transitions = [on("out", to: "far")]
    if hasEnd { both.transitions.append(on("done.state.both", to: "end")) }
    if random.chance(dependence) { both.transitions.append(on(random.pick(Self.events), to: "far")) }
    let far = StateDefinition.state("far", on: [on("out", to: "both"), on("a", to: "end")])
    return definition([both, far, .final("end")])
  }

  @Test("Slices enter, take and can still reach the same as the whole chart", .seeded)
  func agreement() throws {
    let seed = Seed.value
    var random = SplitMix(seed: seed)
    var cut = 0
    var whole = 0
    for round in 0..<150 {
      let chart = try Chart(draw(&random), settlingWithin: 100)
      let slices = chart.slices(mattering: { _ in false }, { _ in false })
      if slices.count > 1 { cut += 1 } else { whole += 1 }
      let all = try search(chart)
      var entered: Set<StateID> = []
      var taken: Set<TransitionID> = []
      for slice in slices {
        let found = try search(slice.chart)
        entered.formUnion(found.enteredStates.map { slice.states[$0.rawValue] })
        taken.formUnion(found.takenTransitions.map { slice.transitions[$0.rawValue] })
      }
      #expect(entered == all.enteredStates, "seed \(seed), round \(round)")
      #expect(taken == all.takenTransitions, "seed \(seed), round \(round)")
      let core = try search(slices[0].chart)
      func rest(_ nodes: [Exploration<Int>.Node], _ states: (StateID) -> StateID, _ closes: [Bool]) -> Set<[Int]> {
        let kept = Set(slices[0].states)
        return Set(
          zip(nodes, closes).map { node, closes in
            node.configuration.states.map(states).filter(kept.contains).map(\.rawValue) + [closes ? -1 : -2]
          })
      }
      let short = rest(Array(core.nodes), { slices[0].states[$0.rawValue] }, core.canReach(\.isFinished))
      #expect(short == rest(Array(all.nodes), { $0 }, all.canReach(\.isFinished)), "seed \(seed), round \(round)")
    }
    // Both kinds of charts must occur, because otherwise the test would prove little.
    #expect(cut > 20 && whole > 20, "\(cut) cut, \(whole) whole")
  }

  private func search(_ chart: Chart) throws -> Exploration<Int> {
    try Exploration(of: chart, events: Self.events, bound: 10_000, monitor: 0) { monitor, _, _ in [monitor] }
  }

  @Test("Six regions of fifty states are searched one at a time")
  func large() throws {
    let regions = (0..<6).map { region in
      StateDefinition(
        id: "r\(region)",
        children: (0..<50).map { place in
          StateDefinition(
            id: "r\(region)s\(place)", transitions: [on("step.\(region)", to: "r\(region)s\((place + 1) % 50)")],
            line: 1)
        }, line: 1)
    }
    let both = StateDefinition(
      id: "both", kind: .parallel, children: regions, transitions: [on("end", to: "end")], line: 1)
    let chart = try Chart(definition([both, .final("end")]))
    let slices = chart.slices(mattering: { _ in false }, { _ in false })
    #expect(slices.count == 6)
    let events = (0..<6).map { "step.\($0)" } + ["end"]
    for slice in slices {
      let found = try Exploration(of: slice.chart, events: events, bound: 10_000, monitor: 0) { known, _, _ in [known] }
      #expect(found.nodes.count <= 50 * 50 + 1)
    }
  }

  @Test("A slice keeps every state that matters to the caller")
  func mattering() throws {
    let chart = try chart(
      .parallel("p", .state("r", .state("r1", on: [on("a", to: "r2")]), .state("r2")), .state("s", .state("s1"))),
      .state("t"))
    #expect(chart.slices(mattering: { _ in false }, { _ in false })[0].chart.states.count < chart.states.count)
    let kept = chart.slices(mattering: { _ in true }, { _ in false })
    #expect(kept.count == 1 && kept[0].chart.states.count == chart.states.count)
  }
}
