import Statechart
import Testing

@Suite("Selection of transitions")
struct TransitionSelectionTests {
  @Test("The first matching transition in document order is taken")
  func documentOrder() throws {
    var walk = try Walk(.state("a", on: [on("e", to: "b"), on("e", to: "c")]), .state("b"), .state("c"))
    try walk.send("e")
    #expect(walk.active == "b")
  }

  @Test("A descendant's transition has priority over its ancestor's, which comes first in the document")
  func innermost() throws {
    var walk = try Walk(
      .state("a", on: [on("e", to: "c")], .state("b", on: [on("e", to: "b2")]), .state("b2")),
      .state("c")
    )
    try walk.send("e")
    #expect(walk.active == "a b2")
    try walk.send("e")
    #expect(walk.active == "c")
  }

  @Test("Every region takes its own transition for one event")
  func everyRegion() throws {
    var walk = try Walk(
      .parallel(
        "p",
        .state("q", .state("q1", on: [on("e", to: "q2")]), .state("q2")),
        .state("r", .state("r1", on: [on("e", to: "r2")]), .state("r2"))
      )
    )
    try walk.send("e")
    #expect(walk.taken == "q1 r1")
    #expect(walk.exited == "r1 q1")
    #expect(walk.entered == "q2 r2")
  }

  @Test("If transitions of two regions leave the parallel state, the first in document order is taken")
  func preemption() throws {
    var walk = try Walk(
      .parallel("p", .state("q", on: [on("e", to: "a")]), .state("r", on: [on("e", to: "b")])),
      .state("a"),
      .state("b")
    )
    try walk.send("e")
    #expect(walk.taken == "q")
    #expect(walk.active == "a")
  }

  @Test("A transition inside the first region preempts one that leaves from the second")
  func preemptionByInner() throws {
    var walk = try Walk(
      .parallel(
        "p",
        .state("q", .state("q1", on: [on("e", to: "q2")]), .state("q2")),
        .state("r", on: [on("e", to: "a")])
      ),
      .state("a")
    )
    try walk.send("e")
    #expect(walk.taken == "q1")
    #expect(walk.active == "p q q2 r")
  }

  @Test("A descendant's transition preempts an ancestor's, even if another region selected the ancestor's first")
  func preemptionByDescendant() throws {
    var walk = try Walk(
      .parallel(
        "p",
        on: [on("e", to: "a")],
        .state("q"),
        .state("r", .state("r1", on: [on("e", to: "r2")]), .state("r2"))
      ),
      .state("a")
    )
    try walk.send("e")
    #expect(walk.taken == "r1")
    #expect(walk.active == "p q r r2")
  }

  @Test("A transition without a target never conflicts")
  func targetlessNeverConflicts() throws {
    var walk = try Walk(
      .parallel("p", .state("q", on: [on("e")]), .state("r", on: [on("e", to: "a")])),
      .state("a")
    )
    try walk.send("e")
    #expect(walk.taken == "q r")
    #expect(walk.active == "a")
  }

  @Test("An ancestor's transition that several regions select is taken once")
  func sharedAncestor() throws {
    var walk = try Walk(.parallel("p", on: [on("e")], .state("q"), .state("r")))
    try walk.send("e")
    #expect(walk.taken == "p")
  }

  @Test("In() sees the other regions as they were before the step")
  func conditions() throws {
    var walk = try Walk(
      .parallel(
        "p",
        .state("q", .state("q1", on: [on("e", to: "q2")]), .state("q2")),
        .state("r", .state("r1", on: [on("e", to: "r2", in: "q2")]), .state("r2"))
      )
    )
    try walk.send("e")
    #expect(walk.active == "p q q2 r r1")
    try walk.send("e")
    #expect(walk.active == "p q q2 r r2")
    #expect(walk.taken == "r1")
  }

  @Test("If a condition is false, the next transition or the ancestor's is considered")
  func falseConditions() throws {
    var walk = try Walk(
      .state("a", on: [on("e", to: "d")], .state("b", on: [on("e", to: "c", in: "d")]), .state("c")),
      .state("d")
    )
    try walk.send("e")
    #expect(walk.active == "d")
  }

  @Test("An event that enables no transition changes nothing and is not handled")
  func unhandled() throws {
    var walk = try Walk(.state("a", on: [on("e", to: "b")]), .state("b"))
    let before = walk.step.configuration
    try walk.send("other")
    #expect(!walk.step.isHandled && walk.step.configuration == before)
    #expect(walk.step.taken.isEmpty && walk.step.entered.isEmpty && walk.step.exited.isEmpty)
  }
}
