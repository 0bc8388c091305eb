import Casework
import Intake
import Statechart
import TestTools
import Testing

@Suite("The court order's chart")
struct CourtOrderChartTests {
  let workflow: Workflow

  init() throws {
    workflow = try ChartReader.workflow(Checkout.bytes("Workflows/iran/court-order.scxml"), digest: digest("a"))
  }

  @Test("the chart is read with its digest, and proved")
  func proved() throws {
    #expect(workflow.digest == (try digest("a")))
    #expect(workflow.chart.name == "court-order")
    let proof = try workflow.prove()
    #expect(proof.states == workflow.chart.states.count && proof.transitions == workflow.chart.transitions.count)
    #expect(proof.nodes > 500)
  }

  @Test("the chart claims exactly the assurances that a court order requires, including every rule")
  func assurances() throws {
    let words = workflow.chart.states.flatMap {
      ($0.attributes["assures"] ?? "").split(separator: " ").map(String.init)
    }
    #expect(
      Set(words) == Set(try #require(Instrument.courtOrder.required(for: .disclosure)).assurances.map(\.rawValue)))
    #expect(Set(Rule.allCases.map(\.rawValue)).isSubset(of: words))
  }

  @Test("states and transitions have the lines of the document")
  func lines() throws {
    let text = try Checkout.text("Workflows/iran/court-order.scxml")
    let cleared = try #require(workflow.chart.state(named: "cleared"))
    #expect(workflow.chart.states[cleared.rawValue].line == (try text.line(of: "<state id=\"cleared\"")))
    let spending = workflow.chart.transitions.first { $0.descriptors == ["permit.redeemed"] }
    #expect(spending?.line == (try text.line(of: "event=\"permit.redeemed\"")))
  }
}
