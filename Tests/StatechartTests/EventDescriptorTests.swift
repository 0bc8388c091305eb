import Statechart
import Testing

@Suite("Event descriptors")
struct EventDescriptorTests {
  @Test(
    "A descriptor matches if the name begins with its tokens",
    arguments: [
      ("finding.fail", "finding.fail", true),
      ("finding.fail", "finding.fail.authenticity", true),
      ("finding.fail", "finding.failed", false),
      ("finding.fail", "finding", false),
      ("finding.fail", "Finding.fail", false),
      (".*", "finding.pass", true),
      ("finding.*", "finding", true),
      ("finding.*", "finding.pass", true),
      ("finding.*", "findings", false),
      ("finding.", "finding.pass", true),
      ("*", "finding", true),
      ("*", "", true),
      ("a.b.*", "a.b.c.d", true),
      ("a.b", "a..b", false),
      ("گزارش", "گزارش.جعل", true),
      ("", "a", false),
      ("a*", "ab", false),
      ("a.*.b", "a.x.b", false),
    ]
  )
  func matching(descriptor: String, event: String, expected: Bool) throws {
    #expect(Chart.descriptor(descriptor, matches: event) == expected)
    // The chart must give the same result, with other descriptors beside this one. A malformed descriptor is a fault
    // there.
    let transition = TransitionDefinition(events: [descriptor], targets: ["b"], line: 1)
    guard let chart = try? chart(.state("a", on: [on("zzz other.thing", to: "a"), transition]), .state("b")) else {
      #expect(!expected)
      return
    }
    #expect(try chart.step(chart.start().configuration, event).isHandled == expected)
  }

  @Test("Any of several descriptors may match")
  func several() throws {
    let chart = try chart(.state("a", on: [on("x y.z", to: "b")]), .state("b"))
    let start = try chart.start().configuration
    #expect(try chart.step(start, "x").isHandled)
    #expect(try chart.step(start, "y.z.w").isHandled)
    #expect(try !chart.step(start, "y").isHandled)
    #expect(chart.eventDescriptors == ["x", "y.z"])
  }

  @Test("Names with the same matching descriptors share an identifier, and a step by identifier equals a step by name")
  func interning() throws {
    let chart = try chart(.state("a", on: [on("x.y", to: "b"), on("x", to: "c")]), .state("b"), .state("c"))
    #expect(chart.event("x.y") == chart.event("x.y.z"))
    #expect(chart.event("x.q") == chart.event("x"))
    #expect(chart.event("x") != chart.event("x.y"))
    #expect(chart.event("nothing") == chart.event("else"))
    let start = try chart.start().configuration
    for name in ["x", "x.y", "x.z", "y"] {
      #expect(try chart.step(start, name) == chart.step(start, chart.event(name)))
    }
  }

  @Test("A raised event is matched by prefix too")
  func raised() throws {
    var walk = try Walk(
      .state("a", on: [on("e", raises: ["done.with.it"]), on("done.with", to: "b")]),
      .state("b")
    )
    try walk.send("e")
    #expect(walk.active == "b")
  }
}
