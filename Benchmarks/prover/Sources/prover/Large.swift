import Statechart

/// Builds charts of 300 states in six parallel regions. Together the regions have 50 to the power of six
/// configurations, too many to search.
enum Large {
  /// A chart whose regions are independent, so that each can be searched alone.
  static var apart: ChartDefinition { chart(joined: false) }

  /// A chart that ends only when all six regions are done, so that no region can be sliced off.
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
