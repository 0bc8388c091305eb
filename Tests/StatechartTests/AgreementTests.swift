import Statechart
import TestSeed
import Testing

/// Runs random charts without data through every entry point of the compiled engine, and through the transcription of
/// Appendix D.
@Suite("Agreement with Appendix D")
struct AgreementTests {
  private let seed = Seed.value

  @Test("Small random charts take exactly the steps of the appendix", .seeded)
  func small() throws {
    var coverage = Coverage()
    for index in 0..<500 { try compare(seed &+ UInt64(index), size: 18, depth: 5, events: 14, &coverage) }
    // The charts must do enough, and settle often enough, for agreement to prove something.
    coverage.expect([
      "handled": 1_500, "taken": 3_000, "runaways": 20, "end": 15, "effect at the end": 8, "history restored": 500,
      "default history": 100, "default history content": 60, "event.internal": 800, "event.platform": 250,
      "error.communication": 300, "error.execution": 150, "branch": 500, "send": 700, "cancel": 250, "log": 900,
    ])
  }

  @Test("Random charts with more than 128 states take exactly the steps of the appendix", .seeded)
  func large() throws {
    var coverage = Coverage()
    // Large charts often run away at once. So at least eight are drawn, and then more until enough events were handled.
    var index: UInt64 = 0
    while index < 8 || coverage["handled"] < 4 && index < 200 {
      try compare(seed &+ index, size: 300, depth: 7, events: 6, &coverage)
      index += 1
    }
    coverage.expect(["largest": 129, "handled": 4, "taken": 5])
  }

  private func compare(_ seed: UInt64, size: Int, depth: Int, events: Int, _ coverage: inout Coverage) throws {
    var source = RandomChart(seed: seed, size: size, depth: depth, values: false)
    let definition = source.definition()
    let bound = 60
    let chart = try Chart(definition, settlingWithin: bound)
    let interpreter = try Interpreter(definition, NullDataModel(), settlingWithin: bound)
    coverage["largest"] = max(coverage["largest"], chart.states.count)

    var reference = AppendixD(
      definition, NullDataModel(), session: nil, bound: bound, moment: chart.moment)
    // Events of a macrostep that does not settle are not counted, because they are not compared.
    var met: [String: Int] = [:]
    defer { coverage.add(met) }
    var expected = reference.account()
    var plain = try? chart.start()
    var traced = try? chart.tracedStart()
    var whole = try? interpreter.start(session: "me")
    var random = SplitMix(seed: ~seed)
    for round in 0...events {
      let place = "seed \(seed), round \(round)"
      guard let expectation = expected, let step = plain, let trace = traced, let full = whole else {
        try #require(
          expected == nil && plain == nil && traced == nil && whole == nil, "\(place): only some ran away")
        coverage["runaways"] += 1
        return
      }
      let differences = chart.account(trace).differences(from: expectation)
      try #require(differences == [], "\(place)")
      try #require(
        step.configuration == trace.configuration && step.effects == trace.effects
          && step.isHandled == trace.isHandled && step.isFinished == trace.isFinished,
        "\(place): a plain step is not a traced one")
      try #require(chart.isLegal(step.configuration), "\(place): not a legal configuration")
      #expect(chart.configuration(words: chart.words(step.configuration)) == step.configuration)
      var account = chart.account(full)
      account.effects = account.effects.map(anonymous)
      try #require(account.differences(from: expectation) == [], "\(place), interpreter")
      met = reference.tally
      if round > 0, expectation.isHandled { coverage["handled"] += 1 }
      coverage["taken"] += expectation.taken.count

      let event = random.pick(RandomChart.events)
      expected = reference.account(Event(event))
      plain = try? chart.step(step.configuration, event)
      traced = try? chart.tracedStep(step.configuration, event)
      whole = try? interpreter.step(full.state, Event(event))
    }
  }

  /// Removes the session's address from a sent event, because a chart without a session has none.
  private func anonymous(_ effect: Effect<Never>) -> Effect<Never> {
    guard case .send(var dispatch) = effect else { return effect }
    dispatch.event.origin = nil
    return .send(dispatch)
  }
}
