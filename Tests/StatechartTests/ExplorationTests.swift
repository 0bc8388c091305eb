import Statechart
import Testing

@Suite("Exploration")
struct ExplorationTests {
  private func explore(_ chart: Chart, _ events: String, bound: Int = 100) throws -> Exploration<Int> {
    try Exploration(of: chart, events: words(events), bound: bound, monitor: 0) { monitor, _, _ in [monitor] }
  }

  private func node(_ exploration: Exploration<Int>, _ chart: Chart, _ name: String) throws -> Int {
    let state = try #require(chart.state(named: name))
    return try #require(exploration.nodes.firstIndex { $0.configuration.contains(state) })
  }

  @Test("Every reachable configuration is found once, and the trace to it is a shortest one")
  func shortest() throws {
    let chart = try chart(
      .state("a", on: [on("long", to: "b"), on("short", to: "c")]),
      .state("b", on: [on("long", to: "c")]),
      .state("c", on: [on("on", to: "d")]),
      .final("d"),
      .state("island", on: [on("on", to: "a")])
    )
    let found = try explore(chart, "long short on")
    #expect(found.nodes.count == 4)
    let goal = try node(found, chart, "d")
    #expect(found.trace(to: goal).map(\.event) == [nil, "short", "on"])
    #expect(found.trace(to: goal).flatMap(\.entered).map(chart.name(of:)) == ["a", "c", "d"])
    #expect(found.path(to: goal).count == 3)
    #expect(found.nodes[goal].isFinished && found.nodes[goal].successors.isEmpty)
    #expect(found.enteredStates == Set(chart.states.dropLast().map(\.id)))
    #expect(found.takenTransitions == Set(chart.transitions.dropLast().map(\.id)))
  }

  @Test("A race in the start is found, and leads to the first node")
  func raceAtStart() throws {
    let found = try explore(
      chart(
        .parallel("p", .state("a", on: [always(to: "x")]), .state("b", on: [always(to: "y")])), .state("x"), .state("y")
      ), "e")
    let race = try #require(found.race)
    #expect(race.node == 0 && race.event == nil)
  }

  @Test("An inner transition that takes precedence over an outer one is no race", arguments: [true, false])
  func precedence(isFirst: Bool) throws {
    let inner = StateDefinition.state("a", on: [on("e", to: "a")])
    let plain = StateDefinition.state("b")
    let parallel =
      isFirst
      ? StateDefinition.parallel("p", on: [on("e", to: "x")], inner, plain)
      : .parallel("p", on: [on("e", to: "x")], plain, inner)
    let found = try explore(chart(parallel, .state("x")), "e")
    #expect(found.race == nil && found.takenTransitions.count == 1)
  }

  @Test("Events that are not handled make no edge, and handled events that change nothing make a loop")
  func edges() throws {
    let chart = try chart(.state("a", on: [on("stay"), on("go", to: "b")]), .state("b"))
    let found = try explore(chart, "other stay go")
    #expect(found.nodes[0].successors.map(\.event) == [1, 2])
    #expect(found.nodes[0].successors.map(\.node) == [0, 1])
    #expect(found.nodes[0].parent == nil && found.nodes[1].parent == 0 && found.nodes[1].event == 2)
    #expect(found.step(from: 0, event: 0) == nil)
    #expect(found.step(from: 0, event: 2)?.isHandled == true)
  }

  @Test("For every node the search says whether a goal can still be reached")
  func reachability() throws {
    let chart = try chart(
      .state("a", on: [on("go", to: "b"), on("trap", to: "t")]),
      .state("b", on: [on("go", to: "a"), on("end", to: "f")]),
      .state("t", on: [on("go", to: "u")]),
      .state("u", on: [on("go", to: "t")]),
      .final("f")
    )
    let found = try explore(chart, "go trap end")
    let reaches = found.canReach(\.isFinished)
    for (name, expected) in [("a", true), ("b", true), ("f", true), ("t", false), ("u", false)] {
      #expect(reaches[try node(found, chart, name)] == expected)
    }
    #expect(found.canReach { _ in false }.allSatisfy { !$0 })
  }

  @Test("A monitor distinguishes paths to one configuration, can branch and can refuse a step")
  func monitors() throws {
    let chart = try chart(
      .state("a", on: [on("sign", to: "b"), on("never", to: "c")]),
      .state("b", on: [on("sign", to: "a")]),
      .state("c")
    )
    let found = try Exploration(of: chart, events: ["sign", "never"], bound: 100, monitor: Set<String>()) {
      signers, event, _ in
      switch event {
      case nil: [signers]
      case 0: ["x", "y"].filter { !signers.contains($0) }.map { signers.union([$0]) }
      default: []
      }
    }
    // The monitors are {}, {x}, {y} and {x y}. After both have signed, no further signer is left.
    #expect(found.nodes.map(\.monitor) == [[], ["x"], ["y"], ["x", "y"]])
    #expect(found.nodes.map(\.successors.count) == [2, 1, 1, 0])
    #expect(found.enteredStates.count == 2)
    #expect(found.takenTransitions.map(\.rawValue).sorted() == [0, 2])
    #expect(found.trace(to: 3).map(\.event) == [nil, "sign", "sign"])
  }

  @Test("If the monitor refuses the start, the search has no nodes")
  func refusedStart() throws {
    let chart = try chart(.state("a"))
    let found = try Exploration(of: chart, events: ["e"], bound: 1, monitor: 0) { _, _, _ in [] }
    #expect(found.nodes.isEmpty && found.enteredStates.isEmpty)
  }

  @Test("More nodes than the bound are a fault, and exactly the bound is not")
  func bound() throws {
    let chart = try chart(.state("a", on: [on("e", to: "b")]), .state("b", on: [on("e", to: "c")]), .state("c"))
    #expect(try explore(chart, "e", bound: 3).nodes.count == 3)
    let fault = #expect(throws: ExplorationFault.self) { try explore(chart, "e", bound: 2) }
    #expect(fault == .overBound(2))
  }

  @Test("A runaway is reported with the shortest trace to it")
  func runaway() throws {
    let chart = try chart(
      .state("a", on: [on("e", to: "b")]),
      .state("b", on: [on("f", to: "c")]),
      .state("c", on: [always(to: "d")]),
      .state("d", on: [always(to: "c")])
    )
    let fault = #expect(throws: ExplorationFault.self) { try explore(chart, "e f") }
    guard case .runaway(let runaway, let trace, let event) = fault else {
      Issue.record("not a runaway")
      return
    }
    #expect(trace.map(\.event) == [nil, "e"] && event == "f")
    #expect(runaway.states.map(chart.name(of:)) == ["c", "d"])
    let atOnce = try Chart(definition([.state("a", on: [always(in: "a")])]))
    let startFault = #expect(throws: ExplorationFault.self) { try explore(atOnce, "e") }
    guard case .runaway(_, let none, event: nil) = startFault else {
      Issue.record("not a runaway at the start")
      return
    }
    #expect(none.isEmpty)
  }

  @Test("A search from a configuration finds what can still happen, and its traces begin there")
  func fromConfiguration() throws {
    let chart = try chart(
      .state("a", on: [on("go", to: "b")]), .state("b", on: [on("go", to: "c"), on("back", to: "a")]), .final("c"))
    let b = try chart.step(chart.start().configuration, "go").configuration
    let found = try Exploration(of: chart, from: b, events: ["go", "back"], bound: 3)
    #expect(found.nodes.map { chart.names(of: $0.configuration) } == [["b"], ["c"], ["a"]])
    #expect(found.nodes.map(\.isFinished) == [false, true, false])
    #expect(found.trace(to: 0).isEmpty && found.trace(to: 2).map(\.description) == ["back → a"])
    #expect(found.distances(to: \.isFinished) == [1, 0, 2])
    let end = try Exploration(of: chart, from: found.nodes[1].configuration, events: ["go", "back"], bound: 1)
    #expect(end.nodes.count == 1 && end.nodes[0].isFinished && end.nodes[0].successors.isEmpty)
    #expect(throws: ExplorationFault.overBound(2)) {
      try Exploration(of: chart, from: b, events: ["go", "back"], bound: 2)
    }
  }

  @Test("A trace prints the names of the states that each step enters")
  func traces() throws {
    let chart = try chart(
      .state("a", on: [on("stay"), on("go", to: "b c")]), .parallel("p", .state("b"), .state("c"), .state(nil)))
    let found = try explore(chart, "stay go")
    #expect("\(found.trace(to: 1))" == "[(start) → a, go → p, b, c, (unnamed)]")
    let stays = try #require(found.step(from: 0, event: 0))
    #expect(TraceStep("stay", stays, in: chart).description == "stay → (stays)")
  }

  @Test("Many monitors at one configuration are distinguished")
  func manyMonitors() throws {
    let chart = try chart(.state("a", on: [on("up"), on("down")]))
    let found = try Exploration(of: chart, events: ["up", "down"], bound: 200, monitor: 0) { count, event, _ in
      [event == nil ? 0 : (count + (event == 0 ? 1 : 99)) % 100]
    }
    #expect(found.nodes.count == 100 && found.configurationCount == 1)
    #expect(Set(found.nodes.map(\.monitor)).count == 100)
  }

  @Test("A search that the caller ends early keeps its nodes, and its queries still work")
  func until() throws {
    let chart = try chart(
      .state("a", on: [on("go", to: "b"), on("other", to: "c")]), .state("b", on: [on("go", to: "c")]), .state("c"))
    let found = try Exploration(
      of: chart, events: ["go", "other"], bound: 10, monitor: 0, until: { $0 == 1 },
      advance: { count, event, _ in [event == nil ? 0 : count + 1] })
    #expect(found.nodes.map(\.monitor) == [0, 1])
    #expect(found.nodes.allSatisfy { $0.successors.isEmpty })
    #expect(found.canReach { $0.monitor == 1 } == [false, true])
    #expect(found.trace(to: 1).map(\.event) == [nil, "go"])
  }
}
