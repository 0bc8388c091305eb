import Statechart
import Testing

// The code of the article "From two states to a proved workflow", run. RoomsTests holds the article's code against this
// file, line by line, so neither can change alone.

@Suite("From two states to a proved workflow")
struct ArticleTests {
  private func door() throws -> Chart {
    let door = ChartDefinition(
      name: "door",
      states: [
        StateDefinition(
          id: "closed", transitions: [TransitionDefinition(events: ["open"], targets: ["opened"], line: 2)], line: 1),
        StateDefinition(
          id: "opened", transitions: [TransitionDefinition(events: ["close"], targets: ["closed"], line: 4)], line: 3),
      ],
      line: 1
    )
    let chart = try Chart(door)
    return chart
  }

  @Test("a chart of two states is stepped")
  func twoStates() throws {
    let chart = try door()
    let start = try chart.start()
    let step = try chart.step(start.configuration, "open")
    let names = step.configuration.states.map { chart.states[$0.rawValue].name }
    #expect(names == ["opened"] && step.isHandled)
    let other = try chart.step(step.configuration, "open")
    #expect(other.configuration == step.configuration && !other.isHandled)
  }

  @Test("a name that is not there is a fault on its line")
  func fault() throws {
    let broken = ChartDefinition(
      name: "door",
      states: [
        StateDefinition(
          id: "closed", transitions: [TransitionDefinition(events: ["open"], targets: ["opend"], line: 2)], line: 1)
      ],
      line: 1
    )
    let fault = #expect(throws: ChartFault.self) { try Chart(broken) }
    #expect(fault?.description == "line 2: no state has the id 'opend'")
  }

  private func region(_ name: String, line: Int) -> StateDefinition {
    StateDefinition(
      id: name,
      children: [
        StateDefinition(id: "\(name).open", line: line + 1),
        StateDefinition(id: "\(name).passed", kind: .final, line: line + 2),
      ],
      transitions: [
        TransitionDefinition(events: ["pass.\(name)"], targets: ["\(name).passed"], isInternal: true, line: line + 3),
        TransitionDefinition(events: ["fail.\(name)"], targets: ["\(name).open"], isInternal: true, line: line + 4),
      ],
      line: line
    )
  }

  private func release(_ doubt: TransitionDefinition?) -> ChartDefinition {
    ChartDefinition(
      name: "release",
      states: [
        StateDefinition(
          id: "review",
          kind: .parallel,
          children: [region("authority", line: 10), region("authenticity", line: 20)],
          transitions: [TransitionDefinition(events: ["done.state.review"], targets: ["cleared"], line: 30)],
          line: 9
        ),
        StateDefinition(
          id: "cleared",
          transitions: [doubt, TransitionDefinition(events: ["release"], targets: ["released"], line: 42)]
            .compactMap { $0 },
          line: 40
        ),
        StateDefinition(id: "released", kind: .final, line: 50),
      ],
      line: 1
    )
  }

  private func search(_ chart: Chart) throws -> Exploration<Set<String>> {
    let events = ["pass.authority", "fail.authority", "pass.authenticity", "fail.authenticity", "release"]
    let search = try Exploration(of: chart, events: events, bound: 1_000, monitor: Set<String>()) { known, event, _ in
      guard let event else { return [known] }
      let words = events[event].split(separator: ".").map(String.init)
      switch words[0] {
      case "pass": return [known.union([words[1]])]
      case "fail": return [known.subtracting([words[1]])]
      default: return [known]
      }
    }
    return search
  }

  @Test("a hole is found, with the shortest way through it, and closed")
  func proof() throws {
    // A doubt that is noted once everything has passed, and leads nowhere.
    let deaf = TransitionDefinition(events: ["fail"], line: 41)
    let chart = try Chart(release(deaf))
    let found = try search(chart)
    let released = try #require(chart.state(named: "released"))
    let hole = try #require(
      found.nodes.firstIndex { $0.configuration.contains(released) && $0.monitor != ["authority", "authenticity"] })
    #expect(
      found.trace(to: hole).compactMap(\.event)
        == ["pass.authority", "pass.authenticity", "fail.authority", "release"])

    let back = TransitionDefinition(events: ["fail"], targets: ["review"], line: 41)
    let mended = try Chart(release(back))
    let proof = try search(mended)
    let end = try #require(mended.state(named: "released"))
    let isClean = proof.nodes.allSatisfy {
      !$0.configuration.contains(end) || $0.monitor == ["authority", "authenticity"]
    }
    #expect(isClean)
  }
}
