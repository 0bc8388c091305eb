import Statechart
import Testing

@Suite("Histories")
struct HistoryTests {
  private func history(_ id: String, _ depth: HistoryDepth = .deep, to targets: String) -> StateDefinition {
    StateDefinition(id: id, kind: .history(depth), transitions: [on("", to: targets)], line: 1)
  }

  @Test("A shallow history restores the child, a deep one all active descendants")
  func depths() throws {
    for (depth, expected) in [(HistoryDepth.shallow, "m b b1"), (.deep, "m b b2")] {
      var walk = try Walk(
        .state(
          "m", on: [on("out", to: "o")],
          history("h", depth, to: "a"), .state("a", on: [on("go", to: "b2")]), .state("b", .state("b1"), .state("b2"))),
        .state("o", on: [on("back", to: "h")])
      )
      for event in ["go", "out", "back"] { try walk.send(event) }
      #expect(walk.active == expected)
    }
  }

  @Test("A history without a stored value follows its default transition, also as an initial")
  func first() throws {
    var walk = try Walk(
      .state("a", on: [on("e", to: "m")]),
      .state("m", initial: "h", .state("m1"), history("h", to: "m2"), .state("m2"))
    )
    try walk.send("e")
    #expect(walk.active == "m m2")
  }

  // In the following tests Appendix D, taken literally, enters more states. In the second and third its configurations
  // are not legal: see `computeEntrySet` of the transcription.

  @Test("A deep history that leads to a sibling of the source enters only the sibling")
  func withinItsParent() throws {
    var walk = try Walk(
      .state("c", history("h", to: "d2"), .state("d", .state("d1", on: [on("e", to: "h")]), .state("d2")))
    )
    try walk.send("e")
    #expect(walk.exited == "d1" && walk.entered == "d2" && walk.active == "c d d2")
  }

  @Test("A deep history that leads into the source's region does not change the other regions")
  func withinARegion() throws {
    var walk = try Walk(
      .state(
        "c",
        history("h", to: "q2"),
        .parallel(
          "p",
          .state("q", .state("q1", on: [on("e", to: "h")]), .state("q2")),
          .state("r", .state("r1", on: [on("f", to: "r2")]), .state("r2"))
        )
      )
    )
    try walk.send("f")
    try walk.send("e")
    #expect(walk.exited == "q1" && walk.entered == "q2" && walk.active == "c p q q2 r r2")
    #expect(walk.chart.isLegal(walk.step.configuration))
  }

  @Test("A transition enters again what it exits, although the exits change its history")
  func onlyRegion() throws {
    var walk = try Walk(
      .parallel("p", history("h", to: "q"), .state("q", .state("q1", on: [on("e", to: "h")]), .state("q2")))
    )
    try walk.send("e")
    #expect(walk.exited == "q1 q p" && walk.entered == "p q q1")
    #expect(walk.chart.isLegal(walk.step.configuration))
  }
}
