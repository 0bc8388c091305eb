import Statechart

/// Builds the chart of `chart.scxml` in Swift. The script compares the two with the help of `listing`.
///
/// Only this file and `Engine` use the types of the library.
enum Matter {
  static let definition = ChartDefinition(
    name: "matter",
    initial: initial("intake"),
    states: [
      state(
        "intake", initial: initial("arrived"),
        children: [
          state("arrived", transitions: [to("registered", on: "register")]),
          state("registered", transitions: [to("arrived", on: "correct"), to("handling", on: "accept")]),
        ]),
      state(
        "handling", .parallel,
        children: [
          state(
            "review", initial: initial("reading"),
            children: [
              state(
                "reading",
                transitions: [
                  to("doubted", on: "question"),
                  to("doubted", on: "approve", while: "held"),
                  to("approved", on: "approve", while: "gathered"),
                ]),
              state("doubted", transitions: [to("reading", on: "answer")]),
              state("approved"),
            ]),
          state(
            "collection", initial: initial("waiting"),
            children: [
              state("waiting", transitions: [to("gathering", on: "collect", while: "reading")]),
              state(
                "gathering",
                transitions: [to("held", on: "found", while: "doubted"), to("gathered", on: "found")]),
              state("held", transitions: [to("gathered", on: "answer", while: "paused")]),
              state("gathered"),
            ]),
          state(
            "clock", initial: initial("ticking"),
            children: [
              state("ticking", transitions: [to("paused", on: "question")]),
              state("paused", transitions: [to("ticking", on: "answer")]),
            ]),
        ],
        transitions: [
          to("handling", on: "revise", while: "approved"),
          to("closing", on: "disclose", while: "approved"),
          to("closing", on: "withdraw"),
        ]),
      state(
        "closing", initial: initial("sealed"),
        children: [
          state("sealed", transitions: [to("delivered", on: "deliver")]),
          state("delivered"),
        ],
        transitions: [to("intake", on: "archive", while: "delivered")]),
    ],
    line: #line)

  private static func initial(_ target: String, line: Int = #line) -> InitialDefinition {
    InitialDefinition(targets: [target], line: line)
  }

  private static func state(
    _ id: String,
    _ kind: StateDefinition.Kind = .state,
    initial: InitialDefinition? = nil,
    children: [StateDefinition] = [],
    transitions: [TransitionDefinition] = [],
    line: Int = #line
  ) -> StateDefinition {
    StateDefinition(id: id, kind: kind, initial: initial, children: children, transitions: transitions, line: line)
  }

  private static func to(
    _ target: String, on event: String, while condition: String? = nil, line: Int = #line
  ) -> TransitionDefinition {
    TransitionDefinition(
      events: [event], condition: condition.map(Condition.inState), targets: [target], line: line)
  }

  /// The definition in the form in which `derive listing` prints the file.
  static var listing: [String] {
    let top = "chart \(definition.name) initial \(written(definition.initial?.targets))"
    return [top] + definition.states.flatMap { lines($0, in: "-") }
  }

  private static func lines(_ state: StateDefinition, in parent: String) -> [String] {
    let name = state.id ?? "-"
    let own = "\(state.kind) \(name) in \(parent) initial \(written(state.initial?.targets))"
    return [own] + state.transitions.map { line($0, in: name) } + state.children.flatMap { lines($0, in: name) }
  }

  private static func line(_ transition: TransitionDefinition, in source: String) -> String {
    let condition =
      switch transition.condition {
      case .inState(let state): "In('\(state)')"
      case .expression(let text): text
      case nil: "-"
      }
    return """
      transition in \(source) event \(written(transition.events)) cond \(condition) \
      target \(written(transition.targets)) type \(transition.isInternal ? "internal" : "external")
      """
  }

  private static func written(_ names: [String]?) -> String {
    guard let names, !names.isEmpty else { return "-" }
    return names.joined(separator: " ")
  }
}
