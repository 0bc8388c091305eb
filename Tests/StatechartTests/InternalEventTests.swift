import Statechart
import Testing

@Suite("Internal events and the macrostep")
struct InternalEventTests {
  @Test("Raised events are handled in the order in which they were raised, within the same step")
  func raiseOrder() throws {
    var walk = try Walk(
      .state("a", on: [on("e", to: "b", raises: ["x", "y"])]),
      .state("b", on: [on("y", to: "wrong"), on("x", to: "c")]),
      .state("c", on: [on("y", to: "d")]),
      .state("d"),
      .state("wrong")
    )
    try walk.send("e")
    #expect(walk.active == "d")
    #expect(walk.taken == "a b c")
    #expect(walk.step.isHandled)
  }

  @Test("Eventless transitions go before internal events")
  func eventlessFirst() throws {
    var walk = try Walk(
      .state("a", on: [on("e", to: "b", raises: ["x"])]),
      .state("b", on: [on("x", to: "wrong"), always(to: "c")]),
      .state("c", on: [on("x", to: "d")]),
      .state("d"),
      .state("wrong")
    )
    try walk.send("e")
    #expect(walk.active == "d")
  }

  @Test("A raised event that enables no transition is dropped, and not kept for a later step")
  func dropped() throws {
    var walk = try Walk(
      .state("a", on: [on("e", to: "b", raises: ["x"])]),
      .state("b", on: [on("f", to: "c")]),
      .state("c", on: [on("x", to: "wrong")]),
      .state("wrong")
    )
    try walk.send("e")
    try walk.send("f")
    #expect(walk.active == "c")
  }

  @Test("Eventless transitions wait for their condition")
  func eventlessCondition() throws {
    var walk = try Walk(
      .parallel(
        "p",
        .state("q", .state("q1", on: [on("e", to: "q2")]), .state("q2")),
        .state("r", .state("r1", on: [always(to: "r2", in: "q2")]), .state("r2"))
      )
    )
    #expect(walk.active == "p q q1 r r1")
    try walk.send("e")
    #expect(walk.active == "p q q2 r r2")
  }

  @Test("Eventless transitions and raised events after the start belong to the start")
  func start() throws {
    let walk = try Walk(
      .state("a", on: [on("x", to: "b")], entry: ["x"]),
      .state("b", on: [always(to: "c")]),
      .state("c")
    )
    #expect(walk.active == "c")
    #expect(walk.entered == "a b c")
    #expect(walk.taken == "a b")
  }

  @Test("The final child of a compound state raises done.state for it")
  func doneCompound() throws {
    var walk = try Walk(
      .state("a", on: [on("done.state.a", to: "b")], .state("a1", on: [on("e", to: "af")]), .final("af")),
      .state("b")
    )
    try walk.send("e")
    #expect(walk.active == "b")
    #expect(walk.entered == "af b")
  }

  @Test("A parallel state is done when all its regions are, in any order, after the event of the last region")
  func doneParallel() throws {
    func region(_ name: String) -> StateDefinition {
      .state(name, .state("\(name)1", on: [on("\(name).end", to: "\(name)f")]), .final("\(name)f"))
    }
    for order in [["q.end", "r.end"], ["r.end", "q.end"]] {
      var walk = try Walk(.parallel("p", on: [on("done.state.p", to: "b")], region("q"), region("r")), .state("b"))
      try walk.send(order[0])
      #expect(walk.active != "b")
      try walk.send(order[1])
      #expect(walk.active == "b")
    }
    var walk = try Walk(
      .parallel("p", on: [on("done.state.q", raises: ["region"]), on("done.state.p", to: "b")], region("q")),
      .state("b", on: [on("region", to: "wrong")]),
      .state("wrong")
    )
    try walk.send("q.end")
    #expect(walk.taken == "q1 p p b")
  }

  @Test("A parallel state with a region that has no final state is never done")
  func neverDone() throws {
    var walk = try Walk(
      .parallel(
        "p",
        on: [on("done.state.p", to: "b")],
        .state("q", .state("q1", on: [on("e", to: "qf")]), .final("qf")),
        .state("r")
      ),
      .state("b")
    )
    try walk.send("e")
    #expect(walk.active == "p q qf r")
  }

  @Test("A nested parallel state counts as a done region, but its own end does not end the outer state")
  func nestedParallel() throws {
    func region(_ name: String) -> StateDefinition {
      .state(name, .state("\(name)1", on: [on("\(name).end", to: "\(name)f")]), .final("\(name)f"))
    }
    func walk() throws -> Walk {
      try Walk(
        .parallel("outer", on: [on("done.state.outer", to: "b")], .parallel("inner", region("q")), region("r")),
        .state("b")
      )
    }
    var outerLast = try walk()
    try outerLast.send("q.end")
    try outerLast.send("r.end")
    #expect(outerLast.active == "b")
    var innerLast = try walk()
    try innerLast.send("r.end")
    try innerLast.send("q.end")
    #expect(innerLast.active == "outer inner q qf r rf")
  }

  @Test("The end of a state without a name matches done.state and no longer name")
  func unnamedDone() throws {
    var walk = try Walk(
      .state(
        "s",
        on: [on("done.state.s", to: "wrong"), on("done.state", to: "b")],
        .state(nil, .state("a1", on: [on("e", to: "af")]), .final("af"))
      ),
      .state("b"),
      .state("wrong")
    )
    try walk.send("e")
    #expect(walk.active == "b")
  }

  @Test("A top-level final state ends the machine: raised events are dropped, and no later event is handled")
  func finish() throws {
    var walk = try Walk(
      .state("a", on: [on("e", to: "f", raises: ["x"])]),
      .final("f", entry: ["y"]),
      .state("wrong")
    )
    try walk.send("e")
    #expect(walk.step.isFinished && walk.active == "f")
    try walk.send("e")
    #expect(walk.step.isFinished && !walk.step.isHandled && walk.active == "f")
    #expect(try Walk(.final("f")).step.isFinished)
  }

  @Test("Eventless transitions that enable each other run away, and the fault lists their states")
  func eventlessLoop() throws {
    let loop = try chart(
      .state("a", on: [on("e", to: "b")]),
      .state("b", on: [always(to: "c")]),
      .state("c", on: [always(to: "b")])
    )
    let start = try loop.start()
    let fault = #expect(throws: ChartRunaway.self) { try loop.tracedStep(start.configuration, "e") }
    #expect(fault?.bound == 200)
    #expect(fault?.states.map { loop.states[$0.rawValue].name } == ["b", "c"])
    #expect(fault?.transitions.map(\.rawValue) == [0, 1, 2])
  }

  @Test("Events that raise themselves once or twice run away")
  func raisingLoop() throws {
    let echo = try chart(.state("a", on: [on("e", raises: ["e"])]))
    let double = try chart(.state("a", on: [on("e", raises: ["e", "e"])]))
    let unheard = try chart(.state("a", on: [always(in: "a", raises: ["x"])]))
    for chart in [echo, double] {
      let start = try chart.start()
      #expect(throws: ChartRunaway.self) { try chart.step(start.configuration, "e") }
    }
    #expect(throws: ChartRunaway.self) { try unheard.start() }
  }
}
