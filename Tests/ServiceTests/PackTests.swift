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

  @Test("an installed program finds its packs under its prefix, even if it is started through a link")
  func installedProgramFindsPacks() throws {
    let prefix = try installed()
    let program = prefix.appending(path: "bin/amanat")
    try Data().write(to: program)
    let found = try PackFolder.find("iran", packs: nil, program: program)
    #expect(found.path.hasSuffix("share/amanat/workflows/iran"))
    let link = try Checkout.temporary("links").appending(path: "amanat")
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: program)
    #expect(try PackFolder.find("iran", packs: nil, program: link).path == found.path)
    let fault = try #require(throws: ServiceFault.self) {
      try PackFolder.find("nowhere", packs: nil, program: program)
    }
    #expect(fault.kind == .notFound, "\(fault)")
  }

  @Test("a program in a checkout's build folder finds the checkout's packs")
  func builtProgramFindsPacks() throws {
    let program = Checkout.root.appending(path: ".build/debug/amanat")
    let found = try PackFolder.find("iran", packs: nil, program: program)
    #expect(found.path == Checkout.root.appending(path: "Workflows/iran").path)
  }

  @Test("an office keeps the pack with which it was founded, even if the installed pack is removed")
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
    let workflows = try Desk.open(folder, keyFile: nil, world: world).pack.workflows()
    #expect(workflows.keys.sorted() == ["court-order", "preservation"])
    try "<!-- changed -->".write(
      to: folder.pack.appending(path: "legal-bases.xml"), atomically: true, encoding: .utf8)
    let fault = try #require(throws: ServiceFault.self) { try Desk.open(folder, keyFile: nil, world: world) }
    #expect(fault.ofStore == .packChanged(file: "legal-bases.xml") && fault.kind == .broken, "\(fault)")
  }

  private func plan(_ pack: URL, zone: String? = nil) -> FoundingPlan {
    FoundingPlan(
      name: "S", addressedAs: [], zone: zone, pack: pack,
      founders: [
        Founder(name: "A", key: Props.shared.key("leila")), Founder(name: "B", key: Props.shared.key("omid")),
      ])
  }

  private let world = World(now: { Instant(seconds: 1_795_336_200) }, randomness: .seeded(6), signer: .openSSH)

  @Test("founding on a pack without a manifest or legal bases is refused, and nothing is written")
  func incompletePacks() throws {
    let folder = OfficeFolder(try Checkout.temporary("unfounded").appending(path: "office"))
    let pack = try installed().appending(path: "share/amanat/workflows/iran")
    try FileManager.default.removeItem(at: pack.appending(path: "pack.xml"))
    try FileManager.default.removeItem(at: pack.appending(path: "legal-bases.xml"))
    try FileManager.default.copyItem(
      at: Checkout.root.appending(path: "Fixtures/Packs/without-manifest/legal-bases.xml"),
      to: pack.appending(path: "legal-bases.xml"))
    let europeanUnion = Checkout.root.appending(path: "Workflows/european-union")
    for (url, file, missing) in [
      (pack, "pack.xml", ReadingFault.noManifest), (europeanUnion, "legal-bases.xml", .noLegalBases),
    ] {
      let fault = try #require(throws: ServiceFault.self) {
        try Desk.found(folder, keyFile: nil, plan: plan(url), world: world)
      }
      guard case .malformed(let place, .reading(let reading)) = fault else {
        Issue.record("\(fault)")
        continue
      }
      #expect(place.file == .named(file) && reading == missing && fault.kind == .malformed)
    }
    #expect(!FileManager.default.fileExists(atPath: folder.url.path))
  }

  @Test("an office without a zone uses the pack's zone and calendar, and pins the pack's manifest")
  func manifestIsUsed() throws {
    let folder = OfficeFolder(try Checkout.temporary("founded").appending(path: "office"))
    let pack = try installed().appending(path: "share/amanat/workflows/iran")
    let file = pack.appending(path: "pack.xml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try text.replacingOccurrences(of: "calendar=\"jalali\"", with: "calendar=\"gregorian\"")
      .replacingOccurrences(of: "Asia/Tehran", with: "Europe/Rome")
      .write(to: file, atomically: true, encoding: .utf8)
    _ = try Desk.found(folder, keyFile: nil, plan: plan(pack), world: world)
    let desk = try Desk.open(folder, keyFile: nil, world: world)
    #expect(desk.profile.zone == "Europe/Rome" && desk.calendar.kind == .gregorian)
    #expect(try desk.calendar.year(of: world.now()) == 2026)
    #expect(desk.profile.packFiles["pack.xml"] != nil)
    try "<!-- changed -->".write(
      to: folder.pack.appending(path: "pack.xml"), atomically: true, encoding: .utf8)
    let fault = try #require(throws: ServiceFault.self) { try Desk.open(folder, keyFile: nil, world: world) }
    #expect(fault.ofStore == .packChanged(file: "pack.xml") && fault.kind == .broken, "\(fault)")
  }
}
