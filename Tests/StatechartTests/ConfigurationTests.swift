import Statechart
import Testing

@Suite("Configurations")
struct ConfigurationTests {
  private func wide(_ regions: Int) throws -> Chart {
    let states = (0..<regions).map { index -> StateDefinition in
      .state("r\(index)", .state("a\(index)", on: [on("e\(index)", to: "b\(index)")]), .state("b\(index)"))
    }
    return try Chart(definition([StateDefinition(id: "p", kind: .parallel, children: states, line: 1)]))
  }

  @Test("Charts on both sides of every word boundary work", arguments: [1, 20, 21, 22, 42, 43, 63, 64, 65, 200])
  func widths(regions: Int) throws {
    let chart = try wide(regions)
    var step = try chart.tracedStart()
    for index in 0..<regions {
      step = try chart.tracedStep(step.configuration, "e\(index)")
      let target = try #require(chart.state(named: "b\(index)"))
      #expect(step.entered == [target] && step.configuration.contains(target))
    }
    #expect(step.configuration.states.count == 1 + 2 * regions)
    #expect(chart.isLegal(step.configuration))
    #expect(chart.configuration(words: chart.words(step.configuration)) == step.configuration)
  }

  @Test("Words that do not encode a legal configuration are refused")
  func illegalWords() throws {
    let chart = try chart(
      .state("a", .state("a1"), .state("a2")),
      .parallel("p", .state("q"), .state("r")),
      .state("b")
    )
    func read(_ names: String) -> Configuration? {
      let states = words(names).compactMap { chart.state(named: $0)?.rawValue }
      return chart.configuration(words: [states.reduce(0) { $0 | 1 << UInt64($1) }])
    }
    #expect(read("b") != nil && read("a a2") != nil && read("p q r") != nil)
    for names in ["", "a", "a1", "a a1 a2", "p q", "a a1 b", "b q", "p q r b"] { #expect(read(names) == nil) }
    #expect(chart.configuration(words: [1 << 40]) == nil)
    #expect(chart.configuration(words: [0, 0, 0, 0, 1]) == nil)
    #expect(chart.configuration(words: [1 << 6]) != nil && chart.configuration(words: [1 << 6, 0]) == nil)
  }

  @Test("A state that the chart does not have is not active")
  func outside() throws {
    let configuration = try chart(.state("a")).start().configuration
    #expect(!configuration.contains(StateID(rawValue: 100_000)) && !configuration.contains(StateID(rawValue: -1)))
  }

  @Test("A chart lists its states and transitions in document order")
  func description() throws {
    var inner = StateDefinition.state("b", on: [on("x", to: "c", in: "a", isInternal: true, line: 7)], line: 6)
    inner.attributes = ["assures": "scope"]
    let chart = try chart(.state("a", line: 5, inner, .final("c")), .parallel("p", .state("q"), .state(nil)))
    #expect(chart.states.map(\.name) == ["a", "b", "c", "p", "q", nil])
    #expect(chart.states.map(\.kind) == [.compound, .atomic, .final, .parallel, .atomic, .atomic])
    #expect(chart.states.map(\.depth) == [0, 1, 1, 0, 1, 1])
    #expect(chart.states.map(\.parent?.rawValue) == [nil, 0, 0, nil, 3, 3])
    #expect(chart.states[0].children.map(\.rawValue) == [1, 2])
    #expect(chart.states[1].attributes == ["assures": "scope"] && chart.states[1].line == 6)
    let transition = try #require(chart.transitions.first)
    #expect(transition.source == chart.state(named: "b") && transition.condition == .inState("a"))
    #expect(transition.isInternal && transition.line == 7 && transition.descriptors == ["x"])
    #expect(chart.state(named: "nowhere") == nil)
  }
}
