import Casework
import TestTools
import Testing

@testable import Intake

@Suite("Packs that are shipped")
struct ShippedPackTests {
  @Test("the pack is read with its chart under the instrument's name, and a fault names its file")
  func pack() throws {
    let chart = (try Checkout.bytes("Workflows/iran/court-order.scxml"), try digest("a"))
    let matrix = (Array(try ShippedPack.basesBeforeManifests().utf8), try digest("b"))
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

  @Test("a chart cannot be used for an instrument for which it was not proved")
  func misnamed() throws {
    let matrix = (Array(try ShippedPack.basesBeforeManifests().utf8), try digest("b"))
    // A court order requires no clearance. So a chart that was proved for court orders must not be accepted for
    // production orders.
    let production = try Checkout.text("Workflows/european-union/production.scxml")
    let lax = try production.changing("case:instrument=\"production\"", to: "case:instrument=\"court-order\"")
      .changing(" cond=\"In('notification.settled')\"", to: "")
    _ = try ChartReader.workflow(Array(lax.utf8), digest: digest()).prove()
    let chart = (Array(lax.utf8), try digest("a"))
    let fault = try #require(throws: Pack.Fault.self) {
      try Pack(name: "x", files: ["production.scxml": chart, "legal-bases.xml": matrix])
    }
    #expect(fault.file == "production.scxml")
    #expect(fault.fault.line == (try lax.line(of: "case:instrument=")))
    #expect(throws: Never.self) { try Pack(name: "x", files: ["court-order.scxml": chart, "legal-bases.xml": matrix]) }
  }
}
