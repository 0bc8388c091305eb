import Casework
import TestTools
import Testing

@testable import Intake

@Suite("Packs, read")
struct PackReadingTests {
  private func fault(
    _ name: String = "iran", _ files: [String: (bytes: [UInt8], digest: Digest)]
  ) -> Pack.Fault? {
    do {
      _ = try Pack(name: name, files: files)
      return nil
    } catch { return error }
  }

  private func code(_ files: [String: (bytes: [UInt8], digest: Digest)]) -> ReadingFault? {
    fault("iran", files)?.fault.code
  }

  @Test("a pack is read with its manifest, its legal bases and one chart for each instrument")
  func whole() throws {
    var files = try ShippedPack.files("iran")
    files["README"] = ([], try digest())
    let pack = try Pack(name: "iran", files: files)
    #expect(Set(pack.workflows.keys) == ["court-order", "preservation"] && pack.hasManifest)
    #expect(pack.bases.classes == pack.manifest.classes && pack.manifest.firstInstrument == "court-order")
  }

  @Test("a pack without a manifest is read with the classes of its legal bases")
  func withoutManifest() throws {
    var files = try ShippedPack.files("iran")
    files["pack.xml"] = nil
    #expect(fault("iran", files)?.fault.code == .noClasses)
    files["legal-bases.xml"] = (Array(try ShippedPack.basesBeforeManifests().utf8), try digest("b"))
    let pack = try Pack(name: "iran", files: files)
    #expect(!pack.hasManifest && pack.manifest == .assumed(ofPack: "iran"))
    #expect(pack.bases.classes == (try ShippedPack.iran.get()).bases.classes)
    #expect(pack.bases.rows == (try ShippedPack.iran.get()).bases.rows)
    let order = try Checkout.bytes("Fixtures/Orders/proper.xml")
    #expect(try pack.orders.order(order, digest: digest()) == readOrder(order))
  }

  @Test("classes in two files are refused, and so are legal bases of another pack")
  func matrix() throws {
    var files = try ShippedPack.files("iran")
    let old = try ShippedPack.basesBeforeManifests()
    files["legal-bases.xml"] = (Array(old.utf8), try digest("b"))
    let found = try #require(fault("iran", files))
    #expect(found.file == "legal-bases.xml" && found.fault.code == .classesInManifest)
    #expect(found.fault.line == (try old.line(of: "<classes>")))
    let matrix = try Checkout.text("Workflows/iran/legal-bases.xml")
    let other = try matrix.changing("pack=\"iran\"", to: "pack=\"ours\"")
    files["legal-bases.xml"] = (Array(other.utf8), try digest("b"))
    #expect(code(files) == .packName)
    let row = "<basis id=\"cpc-671-contact\" instrument=\"court-order\""
    let unlisted = try matrix.changing(row, to: row.replacingOccurrences(of: "court-order", with: "production"))
    files["legal-bases.xml"] = (Array(unlisted.utf8), try digest("b"))
    #expect(code(files) == .notDeclared(element: "basis", attribute: "instrument"))
  }

  @Test("a chart that the manifest does not list is refused, and so is a listed chart without a file")
  func charts() throws {
    var files = try ShippedPack.files("iran")
    files["preservation.scxml"] = nil
    #expect(code(files) == .chartAbsent(instrument: "preservation") && fault("iran", files)?.file == "pack.xml")
    files = try ShippedPack.files("iran")
    let manifest = try Checkout.text("Workflows/iran/pack.xml")
    let shorter = try manifest.changing("<chart instrument=\"preservation\"/>", to: "")
    files["pack.xml"] = (Array(shorter.utf8), try digest())
    #expect(code(files) == .chartNotListed && fault("iran", files)?.file == "preservation.scxml")
  }

  @Test("a fault names its file")
  func files() throws {
    var files = try ShippedPack.files("iran")
    files["legal-bases.xml"] = nil
    #expect(fault("iran", files)?.file == "legal-bases.xml" && code(files) == .noLegalBases)
    files = try ShippedPack.files("iran")
    files["pack.xml"] = ([], try digest())
    #expect(fault("iran", files)?.file == "pack.xml" && code(files) == .empty)
    files = try ShippedPack.files("iran")
    files["court-order.scxml"] = (Array("\n<a/>".utf8), try digest())
    #expect(fault("iran", files)?.file == "court-order.scxml" && fault("iran", files)?.fault.line == 2)
  }

  @Test("the pack of the European Union is refused, because it has no legal bases yet")
  func europeanUnion() throws {
    let files = try ShippedPack.files("european-union")
    #expect(files.keys.filter { $0.hasSuffix(".scxml") }.count == 3)
    let found = try #require(fault("european-union", files))
    #expect(found.file == Pack.basesFile && found.fault.code == .noLegalBases)
  }

  @Test("only the rooms Intake and Wording contain names of a jurisdiction")
  func knowsNone() throws {
    for word in ["Tehran", "\"98\"", "\"iran\""] {
      let files = try Sources.holding(word)
      #expect(!files.isEmpty, "\(word) is in no source, so the search finds nothing")
      #expect(files.allSatisfy { $0.hasPrefix("Intake/") || $0.hasPrefix("Wording/") }, "\(word): \(files)")
    }
  }
}
