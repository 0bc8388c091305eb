import Statechart
import TestSeed
import Testing

/// Runs random charts with data through the compiled engine and through the transcription of Appendix D.
@Suite("Agreement with Appendix D under a data model")
struct ValueAgreementTests {
  private let seed = Seed.value

  @Test("Random charts with data take exactly the steps of the appendix, and leave the same data", .seeded)
  func values() throws {
    var coverage = Coverage()
    for index in 0..<400 { try compare(seed &+ UInt64(index), size: 16, depth: 5, events: 12, &coverage) }
    coverage.expect([
      "handled": 1_000, "taken": 1_800, "runaways": 20, "end": 6, "effect at the end": 3, "results": 2,
      "history restored": 300, "assign": 900, "data": 800, "late data": 150, "done data": 50, "round": 300,
      "parameter": 250, "faulty parameter": 60, "faulty condition": 100, "error.execution": 1_000,
      "error.communication": 40, "block ended": 600, "send": 400, "cancel": 150, "log": 400, "branch": 250,
    ])
  }

  private func compare(_ seed: UInt64, size: Int, depth: Int, events: Int, _ coverage: inout Coverage) throws {
    var source = RandomChart(seed: seed, size: size, depth: depth, values: true)
    let definition = source.definition()
    let bound = 60
    let interpreter = try Interpreter(definition, IntegerModel(), settlingWithin: bound)
    let chart = interpreter.chart
    var reference = AppendixD(definition, IntegerModel(), session: "me", bound: bound, moment: chart.moment)
    var met: [String: Int] = [:]
    defer { coverage.add(met) }
    var expected = reference.account()
    var actual = try? interpreter.start(session: "me")
    var random = SplitMix(seed: ~seed)
    // A sent event may be received later, with all its fields.
    var underway: [Event<IntegerValue>] = []
    for round in 0...events {
      let place = "seed \(seed), round \(round)"
      guard let expectation = expected, let step = actual else {
        try #require(expected == nil && actual == nil, "\(place): only one ran away")
        coverage["runaways"] += 1
        return
      }
      try #require(chart.account(step).differences(from: expectation) == [], "\(place)")
      try #require(step.state.store.differences(from: reference.store) == [], "\(place)")
      try #require(chart.isLegal(step.state.configuration), "\(place): not a legal configuration")
      met = reference.tally
      if round > 0, expectation.isHandled { coverage["handled"] += 1 }
      coverage["taken"] += expectation.taken.count
      if expectation.result != nil { coverage["results"] += 1 }

      for case .send(let dispatch) in step.effects { underway.append(dispatch.event) }
      let event = random.chance(40) && !underway.isEmpty ? underway.removeFirst() : fresh(&random)
      expected = reference.account(event)
      actual = try? interpreter.step(step.state, event)
    }
  }

  private func fresh(_ random: inout SplitMix) -> Event<IntegerValue> {
    let data: IntegerValue? = random.pick([nil, .number(1), .list([.number(2), .text("a")])])
    return Event(random.pick(RandomChart.events), sendID: random.chance(20) ? "theirs" : nil, data: data)
  }
}
