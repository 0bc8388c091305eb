import Statechart

let door = ChartDefinition(
  name: "door",
  states: [
    StateDefinition(id: "closed", transitions: [TransitionDefinition(events: ["open"], targets: ["opened"])]),
    StateDefinition(id: "opened", transitions: [TransitionDefinition(events: ["close"], targets: ["closed"])]),
  ]
)
let chart = try Chart(door)

let start = try chart.start()
let step = try chart.step(start.configuration, "open")
print(chart.names(of: step.configuration), step.isHandled)

func region(_ name: String) -> StateDefinition {
  StateDefinition(
    id: name,
    children: [
      StateDefinition(id: "\(name).open"),
      StateDefinition(id: "\(name).passed", kind: .final),
    ],
    transitions: [
      TransitionDefinition(events: ["pass.\(name)"], targets: ["\(name).passed"], isInternal: true),
      TransitionDefinition(events: ["fail.\(name)"], targets: ["\(name).open"], isInternal: true),
    ]
  )
}

func release(onLateFailure late: TransitionDefinition) throws -> Chart {
  try Chart(
    ChartDefinition(
      name: "release",
      states: [
        StateDefinition(
          id: "review",
          kind: .parallel,
          children: [region("authority"), region("authenticity")],
          transitions: [TransitionDefinition(events: ["done.state.review"], targets: ["cleared"])]
        ),
        StateDefinition(
          id: "cleared", transitions: [late, TransitionDefinition(events: ["release"], targets: ["released"])]),
        StateDefinition(id: "released", kind: .final),
      ]
    )
  )
}

let noted = try release(onLateFailure: TransitionDefinition(events: ["fail"]))

let events = ["pass.authority", "fail.authority", "pass.authenticity", "fail.authenticity", "release"]

func search(_ chart: Chart) throws -> Exploration<Set<String>> {
  try Exploration(of: chart, events: events, bound: 1_000, monitor: []) { passed, event, _ in
    guard let event else { return [passed] }
    let words = events[event].split(separator: ".").map(String.init)
    switch words[0] {
    case "pass": return [passed.union([words[1]])]
    case "fail": return [passed.subtracting([words[1]])]
    default: return [passed]
    }
  }
}

func hole(in found: Exploration<Set<String>>) -> Int? {
  let released = found.chart.state(named: "released")!
  return found.nodes.firstIndex {
    $0.configuration.contains(released) && $0.monitor != ["authority", "authenticity"]
  }
}

let first = try search(noted)
if let node = hole(in: first) {
  for step in first.trace(to: node) { print(step) }
}

let returned = try release(onLateFailure: TransitionDefinition(events: ["fail"], targets: ["review"]))
let second = try search(returned)
print(hole(in: second) == nil ? "proved: \(second.nodes.count) nodes" : "a hole")
