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

  @Test("every descriptor of the chart matches an event of a case")
  func noForeignEvents() {
    for descriptor in workflow.chart.eventDescriptors where !descriptor.hasPrefix("done.state.") {
      #expect(CaseEvent.allNames.contains { Chart.descriptor(descriptor, matches: $0) }, "\(descriptor)")
    }
    for descriptor in workflow.chart.eventDescriptors where descriptor.hasPrefix("done.state.") {
      #expect(workflow.chart.state(named: String(descriptor.dropFirst(11))) != nil, "\(descriptor)")
    }
  }

  @Test("every event of a case is matched by a descriptor of the chart", arguments: CaseEvent.allNames)
  func noEventIsForgotten(name: String) {
    #expect(workflow.chart.eventDescriptors.contains { Chart.descriptor($0, matches: name) })
  }

  @Test("every rule and every other assurance is assured somewhere")
  func assurances() {
    let words = workflow.chart.states.flatMap {
      ($0.attributes["assures"] ?? "").split(separator: " ").map(String.init)
    }
    #expect(Set(words) == Set(Assurance.allCases.map(\.rawValue)))
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
