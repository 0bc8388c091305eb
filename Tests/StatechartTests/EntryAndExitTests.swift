import Statechart
import Testing

@Suite("Entry and exit")
struct EntryAndExitTests {
  @Test("The machine starts in the first state in document order, and in the first child of a compound state")
  func firstChild() throws {
    let walk = try Walk(.state("a", .state("b"), .state("c")), .state("d"))
    #expect(walk.active == "a b")
    #expect(walk.entered == "a b")
    #expect(walk.step.isHandled && !walk.step.isFinished && walk.step.taken.isEmpty)
  }

  @Test("An initial may name descendants at any depth, one in each region")
  func deepInitial() throws {
    let walk = try Walk(
      initial: "q2 r2",
      .state("a"),
      .parallel("p", .state("q", .state("q1"), .state("q2")), .state("r", .state("r1"), .state("r2")), .state("s"))
    )
    #expect(walk.active == "p q q2 r r2 s")
    let inner = try Walk(.state("a", initial: "c2", .state("b"), .state("c", .state("c1"), .state("c2"))))
    #expect(inner.active == "a c c2")
  }

  @Test("All regions of a parallel state are entered in document order and exited in reverse")
  func parallel() throws {
    var walk = try Walk(
      .state("a", on: [on("go", to: "p")]),
      .parallel("p", on: [on("back", to: "a")], .state("q", .state("q1")), .state("r", .state("r1")))
    )
    try walk.send("go")
    #expect(walk.entered == "p q q1 r r1")
    #expect(walk.exited == "a")
    try walk.send("back")
    #expect(walk.exited == "r1 r q1 q p")
    #expect(walk.active == "a")
  }

  @Test("A target inside one region enters the other regions by default")
  func targetInsideRegion() throws {
    var walk = try Walk(
      .state("a", on: [on("go", to: "r2")]),
      .parallel("p", .state("q", .state("q1"), .state("q2")), .state("r", .state("r1"), .state("r2")))
    )
    try walk.send("go")
    #expect(walk.active == "p q q1 r r2")
  }

  @Test("Several targets enter their regions at these states, in document order")
  func severalTargets() throws {
    var walk = try Walk(
      .state("a", on: [on("go", to: "r2 q2")]),
      .parallel("p", .state("q", .state("q1"), .state("q2")), .state("r", .state("r1"), .state("r2")))
    )
    try walk.send("go")
    #expect(walk.entered == "p q q2 r r2")
    #expect(walk.chart.transitions[0].targets.map(\.rawValue) == [7, 4])
  }

  @Test("The domain is the least common compound ancestor: a transition to a sibling keeps the parent active")
  func domain() throws {
    var walk = try Walk(.state("a", .state("b", on: [on("e", to: "c")]), .state("c", on: [on("e", to: "b")])))
    try walk.send("e")
    #expect(walk.exited == "b")
    #expect(walk.entered == "c")
  }

  @Test("A parallel state is never a domain: a transition between its regions exits and enters all of it")
  func domainOfRegions() throws {
    var walk = try Walk(
      .state("a", .parallel("p", .state("q", on: [on("e", to: "r2")]), .state("r", .state("r1"), .state("r2"))))
    )
    try walk.send("e")
    #expect(walk.exited == "r1 r q p")
    #expect(walk.entered == "p q r r2")
  }

  @Test("A transition of a state to itself exits and enters it")
  func selfTransition() throws {
    var walk = try Walk(.state("a", on: [on("e", to: "a")], .state("b"), .state("c", on: [])))
    try walk.send("e")
    #expect(walk.exited == "b a")
    #expect(walk.entered == "a b")
  }

  @Test("An external transition to a descendant exits its source, an internal one does not")
  func internalTransition() throws {
    var external = try Walk(.state("a", on: [on("e", to: "c")], .state("b"), .state("c")))
    try external.send("e")
    #expect(external.exited == "b a")
    #expect(external.entered == "a c")
    var inside = try Walk(.state("a", on: [on("e", to: "c", isInternal: true)], .state("b"), .state("c")))
    try inside.send("e")
    #expect(inside.exited == "b")
    #expect(inside.entered == "c")
  }

  @Test("An internal transition of a parallel state, or to a state outside, is taken as an external one")
  func internalTransitionOtherwise() throws {
    var region = try Walk(
      .state("a", .parallel("p", on: [on("e", to: "q2", isInternal: true)], .state("q", .state("q1"), .state("q2"))))
    )
    try region.send("e")
    #expect(region.exited == "q1 q p")
    #expect(region.entered == "p q q2")
    var outside = try Walk(.state("a", on: [on("e", to: "c", isInternal: true)], .state("b")), .state("c"))
    try outside.send("e")
    #expect(outside.exited == "b a")
  }

  @Test("A transition without a target exits and enters nothing, and its actions run")
  func targetless() throws {
    var walk = try Walk(.state("a", on: [on("e", raises: ["f"]), on("f", to: "b")]), .state("b"))
    try walk.send("e")
    #expect(walk.taken == "a a")
    #expect(walk.exited == "a")
    #expect(walk.active == "b")
  }

  @Test("Exit handlers, transition, entry handlers and initial run in this order, handler by handler")
  func actionOrder() throws {
    let heard = ["x1", "x2", "t", "n1", "n2", "i", "c"]
    // Each event moves the recorder on only in the expected order, so only this order leads to its last state.
    var steps: [StateDefinition] = heard.enumerated().map { index, event in
      .state("h\(index)", on: [on(event, to: "h\(index + 1)"), on("*", to: "wrong")])
    }
    steps += [.state("h\(heard.count)"), .state("wrong")]
    var definition = definition([
      .parallel(
        "p",
        .state(
          "machine",
          .state("a", on: [on("go", to: "b", raises: ["t"])], exit: ["x1", "x2"]),
          .state("b", initial: "b1", initialRaises: ["i"], entry: ["n1", "n2"], .state("b1", entry: ["c"]))
        ),
        .state("recorder")
      )
    ])
    steps[0].transitions.insert(on("go"), at: 0)
    definition.states[0].children[1].children = steps
    var walk = try Walk(Chart(definition))
    try walk.send("go")
    #expect(walk.active == "p machine b b1 recorder h7")
  }

  @Test("An initial's actions do not run when a descendant is entered by name")
  func initialActionsOnlyByDefault() throws {
    var walk = try Walk(
      .state("a", on: [on("deep", to: "b1"), on("shallow", to: "b")]),
      .state("b", initial: "b1", initialRaises: ["i"], on: [on("i", to: "c")], .state("b1")),
      .state("c", on: [on("again", to: "a")])
    )
    try walk.send("deep")
    #expect(walk.active == "b b1")
    walk = try Walk(walk.chart)
    try walk.send("shallow")
    #expect(walk.active == "c")
  }
}
