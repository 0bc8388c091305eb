import Casework
import Foundation
import Service
import TestSupport
import TestTools
import Testing

/// Tests that tidying removes what a crash left, and nothing else.
@Suite("Tidying")
struct TidyingTests {
  private static let digest = String(repeating: "0a", count: 32)

  /// Returns an office with a recorded package and envelope, stray files of each kind, and foreign files.
  private func office() throws -> (TestOffice, strays: [String], foreign: [String]) {
    let office = try TestOffice()
    try office.advance(office.receive("proper"), through: .exported)
    let strays = [
      "sealed/\(Self.digest).sealed", "sealed/\(Self.digest).sealed.partial", "outbox/\(Self.digest).cms",
    ]
    let foreign = ["outbox/\(Self.digest).sealed", "sealed/README", "sealed/\(Self.digest.uppercased()).sealed"]
    for path in strays + foreign { try Data("x".utf8).write(to: office.office.url.appending(path: path)) }
    return (office, strays.sorted(), foreign.sorted())
  }

  private func files(_ office: TestOffice) throws -> Set<String> {
    Set(try FileManager.default.subpathsOfDirectory(atPath: office.office.url.path).filter { !$0.contains("sqlite") })
  }

  @Test("stray files are removed, recorded and foreign files are kept, and the office stays sound")
  func straysGo() throws {
    let (office, strays, foreign) = try office()
    defer { office.remove() }
    let before = try files(office)
    #expect(try office.desk().tidy(dryRun: true).removed.sorted() == strays)
    #expect(try files(office) == before)
    let tidied = try office.desk().tidy()
    #expect(tidied.removed.sorted() == strays && tidied.left.sorted() == foreign)
    #expect(try files(office) == before.subtracting(strays))
    let report = try office.desk().audit()
    #expect(report.isSound && report.unfinished.compactMap(\.file).sorted() == foreign)
    #expect(try office.desk().tidy().removed.isEmpty)
  }

  @Test("an office whose audit fails is not changed")
  func unsound() throws {
    let (office, _, _) = try office()
    defer { office.remove() }
    try office.edit("UPDATE entries SET signatures = '' WHERE sequence = 6")
    let before = try files(office)
    let fault = try #require(throws: ServiceFault.self) { try office.desk().tidy() }
    #expect(fault.kind == .broken)
    #expect(try files(office) == before)
  }

  @Test("nothing is removed during a collection or an export", arguments: ["sealed", "outbox"])
  func underWay(folder: String) throws {
    let (office, _, _) = try office()
    defer { office.remove() }
    let before = try files(office)
    let held = open(office.office.url.appending(path: folder).path, O_RDONLY | O_DIRECTORY)
    defer { close(held) }
    #expect(flock(held, folder == "sealed" ? LOCK_SH : LOCK_EX) == 0)
    let fault = try #require(throws: ServiceFault.self) { try office.desk().tidy() }
    switch (folder, fault) {
    case ("sealed", .collectionUnderWay), ("outbox", .exportUnderWay): break
    default: Issue.record("ended otherwise: \(fault)")
    }
    #expect(try files(office) == before)
    flock(held, LOCK_UN)
    #expect(try office.desk().tidy().removed.count == 3)
  }

  @Test("a package stays while its entry is being signed")
  func collecting() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let number = try office.receive("proper")
    try office.advance(number, through: .granted)
    let other = try office.desk()
    var world = office.world
    let tidyings = Tidyings()
    world.reached = { milestone in
      if milestone == .packageSealed { tidyings.tryOne(other) }
    }
    let desk = try Desk.open(office.office, keyFile: nil, world: world)
    _ = try desk.collect(
      number, from: office.props.shop.path, annotation: Checkout.fixture("Shop/shop.yml").path,
      key: office.props.key("sara"))
    #expect(tidyings.refusals == [true])
    #expect(try office.desk().tidy().removed.isEmpty)
    #expect(try office.desk().audit().isSound)
  }
}

/// Tidies an office while it collects, and records whether each attempt was refused because of the collection.
private final class Tidyings: @unchecked Sendable {
  private let lock = NSLock()
  private var recorded: [Bool] = []

  var refusals: [Bool] { lock.withLock { recorded } }

  func tryOne(_ desk: Desk) {
    var isRefused = false
    do {
      _ = try desk.tidy()
    } catch ServiceFault.collectionUnderWay {
      isRefused = true
    } catch {
      Issue.record("ended otherwise: \(error)")
    }
    lock.withLock { recorded.append(isRefused) }
  }
}
