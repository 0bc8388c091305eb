import Statechart
import Testing

@Suite("Faults of charts")
struct ChartFaultTests {
  private static let children: [StateDefinition] = [.state("x"), .state("y")]

  private static func chart(initial: InitialDefinition? = nil, _ states: StateDefinition...) -> ChartDefinition {
    ChartDefinition(name: "faulty", initial: initial, states: states, line: 2)
  }

  private static let cases: [(ChartDefinition, Int, ChartFault.Reason)] = [
    (chart(), 2, .emptyChart),
    (chart(.state("", line: 3)), 3, .emptyID),
    (chart(.state("a", line: 3), .state("a", line: 4)), 4, .duplicateID("a")),
    (chart(.state("a", on: [on("e", to: "b", line: 5)])), 5, .unknownTarget("b")),
    (chart(initial: InitialDefinition(targets: ["b"], line: 6), .state("a")), 6, .unknownTarget("b")),
    (chart(.state("a", on: [on("e", in: "b", line: 7)])), 7, .unknownStateInCondition("b")),
    (chart(.state("a", initial: "b", line: 8, .state("c")), .state("b")), 8, .initialNotADescendant("b")),
    (chart(.state("a", initial: "a", line: 9, .state("c"))), 9, .initialNotADescendant("a")),
    (chart(.state("a", initial: "", line: 10, .state("c"))), 10, .initialWithoutTarget),
    (chart(.state("a", initial: "a", line: 11)), 11, .initialOnAtomicState),
    (
      chart(initial: InitialDefinition(targets: ["a"], actions: raise(["e"]), line: 12), .state("a")), 12,
      .chartInitialWithActions
    ),
    (chart(StateDefinition(kind: .final, children: children, line: 13)), 13, .finalWithChildren),
    (chart(StateDefinition(kind: .final, transitions: [on("e")], line: 14)), 14, .finalWithTransitions),
    (
      chart(StateDefinition(kind: .final, initial: InitialDefinition(targets: ["a"], line: 1), line: 15)), 15,
      .finalWithInitial
    ),
    (chart(.parallel("p", .final("f", line: 16))), 16, .finalInParallel),
    (
      chart(
        StateDefinition(
          kind: .parallel,
          initial: InitialDefinition(targets: ["x"], line: 1),
          children: children,
          line: 17
        )
      ), 17, .parallelWithInitial
    ),
    (chart(.parallel("p", line: 18)), 18, .parallelWithoutRegions),
    (
      chart(.state("a", on: [on("e", to: "b c", line: 19)]), .state("b"), .state("c")), 19,
      .illegalTargetCombination(["b", "c"])
    ),
    (
      chart(.parallel("p", .state("q", on: [on("e", to: "q q", line: 20)]), .state("r"))), 20,
      .illegalTargetCombination(["q", "q"])
    ),
    (
      chart(.parallel("p", on: [on("e", to: "r p", line: 21)], .state("q"), .state("r"))), 21,
      .illegalTargetCombination(["r", "p"])
    ),
    (
      chart(.parallel("p", .state("q", on: [on("e", to: "x r y", line: 22)], children[0], children[1]), .state("r"))),
      22, .illegalTargetCombination(["x", "r", "y"])
    ),
    (
      chart(initial: InitialDefinition(targets: ["x", "y"], line: 23), children[0], children[1]), 23,
      .illegalTargetCombination(["x", "y"])
    ),
    (
      chart(.state("a", on: [TransitionDefinition(isInternal: true, actions: raise(["e"]), line: 24)])), 24,
      .transitionWithoutEventConditionOrTarget
    ),
    (chart(.state("a", on: [on("a.*.b", line: 25)])), 25, .malformedDescriptor("a.*.b")),
    (chart(.state("a", on: [TransitionDefinition(events: [""], line: 26)])), 26, .malformedDescriptor("")),
    (chart(.state("a", on: [TransitionDefinition(events: ["a b"], line: 27)])), 27, .malformedDescriptor("a b")),
    (
      chart(StateDefinition(onEntry: [[], [.raise("ok", line: 1), .raise("x.*", line: 28)]], line: 1)), 28,
      .malformedEventName("x.*")
    ),
    (
      chart(.state("a", on: [TransitionDefinition(events: ["e"], actions: [.raise("", line: 29)], line: 1)])), 29,
      .malformedEventName("")
    ),
  ]

  @Test("Each fault has its reason and its line", arguments: cases.indices)
  func fault(index: Int) throws {
    let (definition, line, reason) = Self.cases[index]
    let fault = #expect(throws: ChartFault.self) { try Chart(definition) }
    #expect(fault == ChartFault(line: line, reason: reason))
    #expect(fault?.description.hasPrefix("line \(line): ") == true)
  }

  @Test("Targets in different regions are legal at any depth")
  func legalTargets() throws {
    _ = try Chart(
      Self.chart(
        .state("a", on: [on("e", to: "s2 q r1")]),
        .parallel(
          "p",
          .state("q"),
          .parallel("n", .state("r", .state("r1")), .state("s", .state("s1"), .state("s2")))
        )
      )
    )
  }
}

@Suite("Hostile charts")
struct HostileChartTests {
  private func nested(_ depth: Int) -> ChartDefinition {
    var state = StateDefinition(id: "s\(depth)", line: depth)
    for level in stride(from: depth - 1, through: 1, by: -1) {
      state = StateDefinition(id: "s\(level)", children: [state], line: level)
    }
    return definition([state])
  }

  @Test("Nesting to the limit is accepted, and one more level is a fault with its line")
  func depth() throws {
    let chart = try Chart(nested(Chart.maximumDepth))
    #expect(try chart.tracedStart().entered.count == Chart.maximumDepth)
    let fault = #expect(throws: ChartFault.self) { try Chart(nested(Chart.maximumDepth + 1)) }
    #expect(fault == ChartFault(line: 129, reason: .tooDeep(limit: 128)))
  }

  @Test("10,000 nested states are a fault, not a crash")
  func veryDeep() {
    let fault = #expect(throws: ChartFault.self) { try Chart(nested(10_000)) }
    #expect(fault?.reason == .tooDeep(limit: Chart.maximumDepth))
  }

  @Test("100,000 states are a fault at the first state beyond the limit")
  func manyStates() {
    let states = (1...100_000).map { StateDefinition(id: "s\($0)", line: $0) }
    let fault = #expect(throws: ChartFault.self) { try Chart(definition(states)) }
    #expect(fault == ChartFault(line: 4_097, reason: .tooMany(.states, limit: 4_096)))
  }

  @Test("Too many transitions, descriptors or actions are faults")
  func manyParts() {
    func state(_ transitions: [TransitionDefinition], entry: [Action] = []) -> ChartDefinition {
      definition([StateDefinition(id: "a", transitions: transitions, onEntry: [entry], line: 9)])
    }
    let crowd = Array(repeating: on("e", to: "a"), count: Chart.maximumTransitions + 1)
    let names = Array(repeating: "e", count: Chart.maximumDescriptors + 1)
    let actions = raise(Array(repeating: "e", count: Chart.maximumActions + 1))
    let faults = [
      #expect(throws: ChartFault.self) { try Chart(state(crowd)) },
      #expect(throws: ChartFault.self) { try Chart(state([TransitionDefinition(events: names, line: 1)])) },
      #expect(throws: ChartFault.self) { try Chart(state([], entry: actions)) },
    ]
    #expect(
      faults.map { $0?.reason } == [
        .tooMany(.transitions, limit: 16_384), .tooMany(.descriptors, limit: 32_768), .tooMany(.actions, limit: 16_384),
      ]
    )
    #expect(faults.allSatisfy { $0?.line == 9 })
  }

  @Test("An event name and a descriptor of 100,000 tokens are compared in full")
  func longNames() throws {
    let long = String(repeating: "a.", count: 100_000) + "a"
    let chart = try chart(.state("a", on: [on(long, to: "b")]), .state("b"))
    let start = try chart.start().configuration
    #expect(try chart.step(start, long).isHandled)
    #expect(try !chart.step(start, String(long.dropLast(2))).isHandled)
  }

  @Test("The widest accepted chart settles")
  func widest() throws {
    let regions = (0..<(Chart.maximumStates - 1) / 2).map {
      StateDefinition(children: [.state("a\($0)", on: [on("e", to: "a\($0)")])], line: 1)
    }
    let chart = try Chart(definition([StateDefinition(id: "p", kind: .parallel, children: regions, line: 1)]))
    let step = try chart.tracedStep(chart.start().configuration, "e")
    #expect(step.taken.count == regions.count)
  }

  @Test("A fault in a definition without lines has line 0, and its text names no line")
  func withoutLine() {
    let fault = #expect(throws: ChartFault.self) {
      try Chart(
        ChartDefinition(
          name: "door",
          states: [
            StateDefinition(id: "closed", transitions: [TransitionDefinition(events: ["open"], targets: ["opend"])])
          ]))
    }
    #expect(fault?.description == "no state has the id 'opend'" && fault?.line == 0)
    #expect(ChartFault(line: 2, reason: .emptyID).description == "line 2: the state's id is empty")
  }
}
