import Casework
import Statechart
import Testing

@testable import Intake

@Suite("The court order's chart")
struct ChartTests {
  let workflow: Workflow

  init() throws {
    workflow = try ChartReader.workflow(Checkout.bytes("Workflows/iran/court-order.scxml"), digest: digest("a"))
  }

  @Test("it is read, bears its digest, and is proved")
  func proved() throws {
    #expect(workflow.digest == (try digest("a")))
    #expect(workflow.chart.name == "court-order")
    let proof = try workflow.prove()
    #expect(proof.states == workflow.chart.states.count && proof.transitions == workflow.chart.transitions.count)
    #expect(proof.nodes > 500)
  }

  @Test("every rule, and everything else that a court order needs, is assured somewhere")
  func assurances() throws {
    let words = workflow.chart.states.flatMap {
      ($0.attributes["assures"] ?? "").split(separator: " ").map(String.init)
    }
    #expect(
      Set(words) == Set(try #require(Instrument.courtOrder.required(for: .disclosure)).assurances.map(\.rawValue)))
    #expect(Set(Rule.allCases.map(\.rawValue)).isSubset(of: words))
  }

  @Test("lines of states and transitions are those of the document")
  func lines() throws {
    let text = try Checkout.text("Workflows/iran/court-order.scxml")
    let cleared = try #require(workflow.chart.state(named: "cleared"))
    #expect(workflow.chart.states[cleared.rawValue].line == (try text.line(of: "<state id=\"cleared\"")))
    let spending = workflow.chart.transitions.first { $0.descriptors == ["permit.redeemed"] }
    #expect(spending?.line == (try text.line(of: "event=\"permit.redeemed\"")))
  }

  @Test("the pack is read with its chart under the instrument's name, and tells the file of a fault")
  func pack() throws {
    let chart = (try Checkout.bytes("Workflows/iran/court-order.scxml"), try digest("a"))
    let matrix = (try Checkout.bytes("Workflows/iran/legal-bases.xml"), try digest("b"))
    let pack = try Pack(
      name: "iran", files: ["court-order.scxml": chart, "legal-bases.xml": matrix, "README": ([], try digest())])
    #expect(Array(pack.workflows.keys) == ["court-order"] && pack.bases.digest == matrix.1 && pack.name == "iran")
    func fault(_ files: [String: (bytes: [UInt8], digest: Digest)]) -> Pack.Fault? {
      do {
        _ = try Pack(name: "iran", files: files)
        return nil
      } catch { return error }
    }
    #expect(fault(["court-order.scxml": chart])?.file == "legal-bases.xml")
    #expect(fault(["legal-bases.xml": ([], matrix.1)])?.file == "legal-bases.xml")
    #expect(fault(["legal-bases.xml": matrix, "x.scxml": (Array("<a>\n".utf8), chart.1)])?.file == "x.scxml")
    #expect(fault(["legal-bases.xml": matrix, "x.scxml": (Array("\n<a/>".utf8), chart.1)])?.fault.line == 2)
  }
}
