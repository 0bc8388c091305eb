import Audit
import Casework
import Foundation
import Ledger
import Service
import TamperLog
import TestSupport
import TestTools
import Testing

/// Tests a person who can write the office's folder, and neither its key file nor its marks (I7, I10).
@Suite("Marks")
struct MarkTests {
  /// Puts a folder in the place of an office's folder.
  private func replace(_ office: TestOffice, by other: URL) throws {
    try FileManager.default.removeItem(at: office.office.url)
    try FileManager.default.copyItem(at: other, to: office.office.url)
  }

  private func fault(_ work: () throws -> Void) throws -> ServiceFault {
    try #require(throws: ServiceFault.self) { try work() }
  }

  @Test("a log that others rewrote under the same office id is refused, and found by the audit")
  func anotherFounding() throws {
    let office = try TestOffice()
    defer { office.remove() }
    try office.receive("proper")
    // The same random numbers give the same office id. The founders are others.
    let folder = OfficeFolder(try Checkout.temporary("other").appending(path: "office"))
    var world = office.world
    world.randomness = .seeded(1)
    let plan = FoundingPlan(
      name: TestOffice.serviceName, addressedAs: [], zone: "Asia/Tehran",
      pack: Checkout.root.appending(path: "Workflows/iran"),
      founders: ["dara", "nobody"].map { Founder(name: "A", key: office.props.key($0)) })
    _ = try Desk.found(folder, keyFile: nil, plan: plan, world: world)
    let id = try office.desk().profile.id
    #expect(try Desk.open(folder, keyFile: nil, world: world).profile.id == id)
    try replace(office, by: folder.url)
    #expect(try fault { _ = try office.desk() }.ofStore == .anotherFounding)
    let reading = try fault { _ = try Desk.open(office.office, keyFile: nil, world: office.world, to: .reading) }
    #expect(reading.ofStore == .anotherFounding && reading.kind == .broken)
    let problems = try office.audit().findings.map(\.problem)
    #expect(problems.contains(.notKeyFiles) && problems.contains(.notMarks))
  }

  @Test("after the folder from before an export is put back, nothing is exported again and nothing is tidied")
  func olderFolder() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let number = try office.receive("proper")
    try office.advance(number, through: .approved)
    let before = try office.copied()
    defer { before.remove() }
    let size = try office.desk().office.head().size
    let sara = office.props.key("sara")
    _ = try office.desk().export(number, to: office.out, key: sara)
    try replace(office, by: before.office.url)
    let stray = office.office.url.appending(path: "sealed/\(String(repeating: "0a", count: 32)).sealed")
    try Data("x".utf8).write(to: stray)
    let expected = StoreFault.behindMark(size: size, mark: size + 2)
    #expect(try fault { _ = try office.desk().export(number, to: office.out, key: sara) }.ofStore == expected)
    #expect(try fault { _ = try office.desk().tidy() }.ofStore == expected)
    #expect(try fault { _ = try office.receive("over-broad") }.ofStore == expected)
    let reading = try fault { _ = try Desk.open(office.office, keyFile: nil, world: office.world, to: .reading) }
    #expect(reading.ofStore == expected)
    #expect(FileManager.default.fileExists(atPath: stray.path))
    #expect(try FileManager.default.contentsOfDirectory(atPath: office.out.path).count == 1)
    let findings = try office.audit().findings
    #expect(findings.map(\.problem) == [.beyondMark(size: size + 2)] && findings.map(\.place) == [.entry(size)])
  }

  /// Rows that a person without any key writes behind the last entry. `§` stands for the number of entries.
  static let rubbish = [
    "INSERT INTO leaves VALUES (§, 'registers', NULL, zeroblob(32), zeroblob(32)); INSERT INTO entries VALUES (§, x'7b7d', 'x')",
    "INSERT INTO leaves VALUES (§, 'registers', NULL, zeroblob(32), zeroblob(32))",
    "INSERT INTO leaves VALUES (§, 'x', NULL, zeroblob(1), zeroblob(32))",
    "INSERT INTO entries VALUES (§, x'7b7d', 'x')",
    "INSERT INTO entries VALUES (§ + 7, x'7b7d', 'x')",
    "INSERT INTO leaves VALUES (-3, 'registers', NULL, zeroblob(32), zeroblob(32)); INSERT INTO entries VALUES (-3, x'00', '')",
    """
    INSERT INTO leaves SELECT §, subject, fingerprint, entry, signatures FROM leaves WHERE sequence = § - 1;
    INSERT INTO entries SELECT §, bytes, signatures FROM entries WHERE sequence = § - 1;
    UPDATE cases SET last_sequence = §
    """,
  ]

  @Test("rows of rubbish behind the last entry are put into quarantine, and nobody signs on top", arguments: rubbish)
  func rubbishRow(sql: String) throws {
    let office = try TestOffice()
    defer { office.remove() }
    let number = try office.receive("proper")
    let head = try office.desk().office.head()
    try office.edit(sql.replacing("§", with: "\(head.size)"))
    #expect(try !office.audit().isSound)
    let reading = try fault {
      _ = try Desk.open(office.office, keyFile: nil, world: office.world, for: number, to: .reading)
    }
    #expect(reading.ofStore == .notAcknowledged(entry: head.size), "\(reading)")
    let notices = Notices()
    var world = office.world
    world.notice = { notices.take("\($0)") }
    // The case that the act is about is read after the quarantine.
    let desk = try Desk.open(office.office, keyFile: nil, world: world, for: number)
    #expect(try desk.history(number).count == 1)
    #expect(notices.all.count == 1)
    #expect(try desk.office.head() == head)
    try office.advance(number, through: .exported)
    let report = try office.audit()
    #expect(report.isSound, "\(report.findings)")
    #expect(report.unfinished.contains { $0.file?.hasPrefix("quarantine/") == true })
    let next = try #require(try desk.office.entries(at: [head.size]).first)
    let entry = try #require(CanonicalJSON.read(Entry.self, next.bytes))
    #expect(entry.claim.links?.seen == head)
  }

  @Test("an officer's entry that no mark acknowledges and no rule allows is put into quarantine", arguments: [0, 1, 2])
  func unacknowledged(kind: Int) throws {
    let office = try TestOffice()
    defer { office.remove() }
    let number = try office.receive("proper")
    let rows = try office.desk().office.rows().entries
    let last = try #require(rows.last)
    var entry = try #require(CanonicalJSON.read(Entry.self, last.bytes))
    var links = try #require(entry.claim.links)
    links.subject = Hash(last.leaf).map { Digest($0) }
    links.seen = try office.desk().office.head()
    switch kind {
    case 0: entry.time = try #require(Instant("9999-01-01T00:00:00Z"))
    case 1: links.subject = nil
    default:
      entry.events = [.disclosureDelivered(Release(package: .init(.of([])), envelope: .of([]), recipient: .of([])))]
    }
    links.until = Instant(seconds: entry.time.seconds + 60)
    entry.claim = .linked(links)
    try Forger(office: office).write(try CanonicalJSON.bytes(entry), at: rows.count, ["sara"])
    try office.advance(number, through: .exported)
    #expect(try office.audit().isSound)
    #expect(try FileManager.default.contentsOfDirectory(atPath: office.office.quarantine.path).count == 2)
  }

  @Test("a mark that is gone, changed or of another key stops every act")
  func strangeMarks() throws {
    let base = try TestOffice()
    defer { base.remove() }
    try base.receive("proper")
    for kind in ["gone", "changed", "other", "folder"] {
      let office = try base.copied()
      defer { office.remove() }
      let mark = office.folder.appending(path: "office.marks/mark")
      let text = try String(contentsOf: mark, encoding: .utf8)
      switch kind {
      case "gone": try FileManager.default.removeItem(at: mark)
      case "changed": try Data(text.replacing(/size \d+/, with: "size 3").utf8).write(to: mark)
      case "folder": try FileManager.default.removeItem(at: mark.deletingLastPathComponent())
      default:
        let other = try TestOffice(seed: 2)
        defer { other.remove() }
        try Data(contentsOf: other.folder.appending(path: "office.marks/mark")).write(to: mark)
      }
      let fault = try fault { _ = try office.desk() }
      #expect(fault.ofStore == (["gone", "folder"].contains(kind) ? .noMark : .strangeMark), "\(kind)")
      #expect(fault.kind == .broken)
      #expect(try !office.audit().isSound)
    }
  }

  @Test("with an older mark the newer entries are verified again, and the mark rises; a lost journal is written anew")
  func olderMark() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let marks = office.folder.appending(path: "office.marks")
    let number = try office.receive("proper")
    let old = try Data(contentsOf: marks.appending(path: "mark"))
    try office.advance(number, through: .reviewed)
    let journal = try Data(contentsOf: marks.appending(path: "journal"))
    try old.write(to: marks.appending(path: "mark"))
    try FileManager.default.removeItem(at: marks.appending(path: "journal"))
    _ = try office.desk()
    #expect(try Data(contentsOf: marks.appending(path: "journal")) == journal)
    try office.advance(number, through: .exported)
    let report = try office.audit()
    #expect(report.isSound && report.compared == [.keyFile, .mark(size: report.entries)])
  }

  @Test("the root in the mark is that of the journal's lines, and the journal is that of the log")
  func journalIsTheLog() throws {
    let office = try TestOffice()
    defer { office.remove() }
    try office.advance(office.receive("proper"), through: .exported)
    let text = try String(contentsOf: office.folder.appending(path: "office.marks/journal"), encoding: .utf8)
    let lines = text.split(separator: "\n").map { JournalLine($0) }
    let rows = try office.desk().office.rows().entries
    #expect(lines.map { $0?.record.leaf.bytes } == rows.map(\.leaf))
  }

  @Test("two acts at the same time take turns, and a turn that is kept too long is named")
  func turns() async throws {
    let office = try TestOffice()
    defer { office.remove() }
    let results = await withTaskGroup(of: Bool.self) { group in
      for index in 0..<8 {
        group.addTask { (try? office.log("proper", by: index % 2 == 0 ? "sara" : "dara")) != nil }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(results.allSatisfy { $0 })
    let report = try office.audit()
    #expect(report.isSound && report.cases == 8, "\(report.findings)")
  }
}

/// What a desk noticed.
private final class Notices: @unchecked Sendable {
  private let lock = NSLock()
  private var texts: [String] = []

  var all: [String] { lock.withLock { texts } }
  func take(_ text: String) { lock.withLock { texts.append(text) } }
}
