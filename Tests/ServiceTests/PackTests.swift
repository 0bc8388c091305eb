import Casework
import Foundation
import Ledger
import Service
import TestSupport
import TestTools
import Testing

@Suite("Packs")
struct PackTests {
  private func installed() throws -> URL {
    let prefix = try Checkout.temporary("prefix")
    for name in ["bin", "share/amanat/workflows"] {
      try FileManager.default.createDirectory(at: prefix.appending(path: name), withIntermediateDirectories: true)
    }
    try FileManager.default.copyItem(
      at: Checkout.root.appending(path: "Workflows/iran"),
      to: prefix.appending(path: "share/amanat/workflows/iran"))
    return prefix
  }

  @Test("an installed program finds its packs under its prefix, also through a link")
  func installedProgramFindsPacks() throws {
    let prefix = try installed()
    let program = prefix.appending(path: "bin/amanat")
    try Data().write(to: program)
    let found = try PackFolder.find("iran", environment: [:], program: program)
    #expect(found.path.hasSuffix("share/amanat/workflows/iran"))
    let link = try Checkout.temporary("links").appending(path: "amanat")
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: program)
    #expect(try PackFolder.find("iran", environment: [:], program: link).path == found.path)
    #expect(throws: ServiceFault.self) { try PackFolder.find("nowhere", environment: [:], program: program) }
  }

  @Test("a program in a checkout's build folder finds the checkout's packs")
  func builtProgramFindsPacks() throws {
    let program = Checkout.root.appending(path: ".build/debug/amanat")
    let found = try PackFolder.find("iran", environment: [:], program: program)
    #expect(found.path == Checkout.root.appending(path: "Workflows/iran").path)
  }

  @Test("an office judges under the pack that it was founded with, whatever becomes of the installed one")
  func officeKeepsItsPack() throws {
    let prefix = try installed()
    let pack = prefix.appending(path: "share/amanat/workflows/iran")
    let folder = OfficeFolder(try Checkout.temporary("pinned").appending(path: "office"))
    let props = Props.shared
    let world = World(now: { Instant(seconds: 1_795_336_200) }, randomness: .seeded(5), signer: .openSSH)
    let plan = FoundingPlan(
      name: "S", addressedAs: [], zone: "UTC", pack: pack,
      founders: [Founder(name: "A", key: props.key("leila")), Founder(name: "B", key: props.key("omid"))])
    _ = try Desk.found(folder, keyFile: nil, plan: plan, world: world)
    try FileManager.default.removeItem(at: prefix)
    #expect(
      try Desk.open(folder, keyFile: nil, world: world).pack.workflows.keys.sorted() == ["court-order", "preservation"])
    try "<!-- changed -->".write(
      to: folder.pack.appending(path: "legal-bases.xml"), atomically: true, encoding: .utf8)
    let fault = try #require(throws: ServiceFault.self) { try Desk.open(folder, keyFile: nil, world: world) }
    #expect(fault.exitCode == 4)
  }
}
