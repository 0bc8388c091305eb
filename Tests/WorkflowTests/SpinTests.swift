import Casework
import Statechart
import TestTools
import Testing

@Suite("Agreement with spin", .enabled(if: Spin.isHere, "spin or gcc is not here"))
struct SpinTests {
  /// A chart with the prover's result.
  private struct Asked: Sendable {
    let name: String
    let definition: ChartDefinition
    let workflow: Workflow
    let outcome: SpinAgreement.Outcome

    init(_ name: String, _ definition: ChartDefinition) throws {
      self.name = name
      self.definition = definition
      workflow = try ShippedCharts.workflow(of: definition)
      outcome = SpinAgreement.outcome(workflow)
    }
  }

  // The prover runs once for all tests, because it is slow in a debug build.
  private static let shipped = Result {
    try ShippedCharts.names.map { try Asked($0, ShippedCharts.definition(ShippedCharts.text($0))) }
  }
  private static let broken = Result { try BrokenChart.all.map { try Asked($0.name, $0.definition()) } }

  private func agreements(_ asked: [Asked], followingPeople: Bool = false) throws -> [SpinAgreement] {
    let verdicts = try Spin.verdicts(on: asked.map(\.definition), followingPeople: followingPeople)
    return zip(asked, verdicts).map { asked, verdict in
      let agreement = SpinAgreement(asked.workflow, asked.outcome, verdict)
      #expect(agreement.disagreement == nil, "\(asked.name)")
      return agreement
    }
  }

  @Test("spin finds no flaw in a shipped chart, and as many nodes as the prover")
  func shipped() throws {
    let shipped = try Self.shipped.get()
    for (asked, agreement) in zip(shipped, try agreements(shipped)) {
      #expect(agreement.flaw == nil, "\(asked.name)")
      print("\(asked.name): \(agreement.verdict.nodes) nodes, by the prover and by spin")
    }
  }

  @Test("spin and the prover find the same flaw in every broken chart, with the same number of steps")
  func broken() throws {
    let broken = try Self.broken.get()
    let flaws = try agreements(broken).map(\.flaw)
    for (asked, flaw) in zip(broken, flaws) { #expect(flaw != nil, "\(asked.name)") }
    #expect(
      Set(flaws.compactMap(\.?.kind)) == [
        "permitsWithout", "permitsOn", "endsWithout", "spendsTwice", "approvalNotApart", "secondReviewNotApart",
        "cannotClose", "deadState", "deadTransition", "runaway", "never", "spendsUnseen", "race",
      ])
  }

  @Test("the prover gives up exactly if there are more nodes than its bound")
  func bound() throws {
    let chart = try #require(try Self.shipped.get().first { $0.name == "iran/court-order" })
    let verdict = try #require(try Spin.verdicts(on: [chart.definition]).first)
    for bound in [100, verdict.nodes - 1, verdict.nodes] {
      #expect(SpinAgreement(chart.workflow, verdict, bound: bound).disagreement == nil)
    }
  }

  @Test("following persons, spin finds wrong approvals exactly in the charts that the prover refuses for them")
  func people() throws {
    let approving = try Self.shipped.get().filter { $0.workflow.instrument != .preservation }
    let broken = try Self.broken.get().filter { $0.name.contains("approval") || $0.name.contains("review") }
    for agreement in try agreements(approving + broken, followingPeople: true) {
      let isRefused = agreement.flaw.map { ["approvalNotApart", "secondReviewNotApart"].contains($0.kind) } ?? false
      #expect(agreement.verdict.letsWrongPeopleSee == isRefused, "\(agreement.verdict.facts)")
    }
  }
}
