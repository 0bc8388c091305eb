import Foundation
import Statechart
import Testing

/// Runs random charts through the compiled interpreter and through the transcription of Appendix D.
@Suite("Agreement with Appendix D")
struct AgreementTests {
  // Set STATECHART_SEED to run a printed seed again.
  private let seed =
    ProcessInfo.processInfo.environment["STATECHART_SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 0...UInt64.max)

  private struct Coverage {
    var handled = 0
    var taken = 0
    var runaways = 0
    var finishes = 0
    var largest = 0
  }

  @Test("Small random charts step exactly as the appendix says")
  func small() throws {
    print("STATECHART_SEED=\(seed)")
    var coverage = Coverage()
    for index in 0..<600 { try compare(seed &+ UInt64(index), size: 18, depth: 5, events: 14, &coverage) }
    // The charts must not be so dull, or so wild, that agreement would mean nothing.
    #expect(coverage.handled > 1_000 && coverage.taken > 1_500)
    #expect(coverage.runaways > 5 && coverage.finishes > 5)
  }

  @Test("Random charts of more states than two words hold step exactly as the appendix says")
  func large() throws {
    print("STATECHART_SEED=\(seed)")
    var coverage = Coverage()
    for index in 0..<8 { try compare(seed &+ UInt64(index), size: 300, depth: 7, events: 6, &coverage) }
    #expect(coverage.largest > 128)
  }

  private func compare(_ seed: UInt64, size: Int, depth: Int, events: Int, _ coverage: inout Coverage) throws {
    var source = RandomChart(seed: seed, size: size, depth: depth)
    let definition = source.definition()
    let bound = 60
    let chart = try Chart(definition, settlingWithin: bound)
    var reference = AppendixD(definition, bound: bound)
    coverage.largest = max(coverage.largest, chart.states.count)

    var step = attempt { try chart.start() }
    var handled: Bool? = (try? reference.start()).map { true }
    var random = SeededGenerator(seed: ~seed)
    for round in 0...events {
      guard let current = step, let isHandled = handled else {
        try #require(step == nil && handled == nil, "seed \(seed), round \(round): one ran away and the other did not")
        coverage.runaways += 1
        return
      }
      try #require(agree(current, isHandled, reference, chart), "seed \(seed), round \(round): they disagree")
      try #require(chart.isLegal(current.configuration), "seed \(seed), round \(round): not a legal configuration")
      #expect(chart.configuration(words: current.configuration.words) == current.configuration)
      if round > 0, isHandled { coverage.handled += 1 }
      coverage.taken += current.taken.count
      if current.isFinished { coverage.finishes += 1 }
      let event = random.pick(RandomChart.events)
      step = attempt { try chart.step(current.configuration, event) }
      handled = try? reference.step(event)
    }
  }

  private func attempt(_ body: () throws -> Step) -> Step? { try? body() }

  private func agree(_ step: Step, _ isHandled: Bool, _ reference: AppendixD, _ chart: Chart) -> Bool {
    func name(_ id: StateID) -> String { chart.states[id.rawValue].name ?? "#\(id.rawValue)" }
    func label(_ id: TransitionID) -> String {
      let source = chart.transitions[id.rawValue].source
      let first = chart.transitions.firstIndex { $0.source == source } ?? 0
      return "\(name(source))/\(id.rawValue - first)"
    }
    return step.isHandled == isHandled && step.isFinished == !reference.running
      && Set(step.configuration.states.map(name)) == Set(reference.configuration.toList)
      && step.taken.map(label) == reference.taken && step.entered.map(name) == reference.entered
      && step.exited.map(name) == reference.exited
  }
}
