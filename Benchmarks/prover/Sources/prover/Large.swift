import Statechart

/// Builds charts of 300 states in six regions beside each other: together they have 50 to the power of six
/// configurations, which nobody can search.
enum Large {
  /// Nothing outside a region depends on it, so each can be searched alone.
  static var apart: ChartDefinition { chart(joined: false) }

  /// What follows waits for all six to be done, so none can be cut off.
  static var joined: ChartDefinition { chart(joined: true) }

  private static func chart(joined: Bool) -> ChartDefinition {
    let regions = (0..<6).map { region(String($0)) }
    let out = TransitionDefinition(
      events: [joined ? "done.state.all" : "case.refused"], targets: ["end"], attributes: ["role": "manager"], line: 3)
    return ChartDefinition(
      name: "large",
      states: [
        StateDefinition(id: "all", kind: .parallel, children: regions, transitions: [out], line: 2),
        StateDefinition(id: "end", kind: .final, line: 4),
      ],
      line: 1
    )
  }

  private static func region(_ name: String) -> StateDefinition {
    let states = (0..<49).map { place in
      StateDefinition(
        id: "r\(name).\(place)",
        kind: place == 48 ? .final : .state,
        transitions: place == 48
          ? [] : [TransitionDefinition(events: ["on.\(name)"], targets: ["r\(name).\(place + 1)"], line: 1)],
        line: 1)
    }
    return StateDefinition(id: "r\(name)", children: states, line: 1)
  }
}
