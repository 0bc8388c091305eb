import Casework
import Foundation
import Ledger
import LedgerSQLite
import Service
import TamperLog
import TestSupport
import TestTools
import Testing

@Suite("The store")
struct StoreTests {
  @Test("the triggers refuse every change and removal of entries, their records and sealed values (I7)")
  func historyOnlyGrows() throws {
    let office = try TestOffice()
    defer { office.remove() }
    try office.receive("proper")
    let file = office.office.database
    let before = try Tool.sqlite(file, "SELECT sha256 FROM (SELECT group_concat(hex(bytes)) AS sha256 FROM entries)")
    for sql in [
      "UPDATE entries SET signatures = ''", "DELETE FROM entries WHERE sequence = 2",
      "INSERT OR REPLACE INTO entries SELECT * FROM entries WHERE sequence = 1",
      "INSERT INTO entries SELECT 99, bytes, signatures FROM entries WHERE sequence = 1",
      "UPDATE leaves SET subject = 'registers'", "DELETE FROM leaves WHERE sequence = 2",
      "INSERT OR REPLACE INTO leaves SELECT * FROM leaves WHERE sequence = 1",
      "INSERT INTO leaves SELECT 99, subject, fingerprint, entry, signatures FROM leaves WHERE sequence = 1",
      "UPDATE sealed SET label = 'x'", "DELETE FROM sealed",
    ] {
      let result = try Tool.run("sqlite3", [file.path, sql], merging: true)
      #expect(result.status != 0, "\(sql) went through")
    }
    let after = try Tool.sqlite(file, "SELECT sha256 FROM (SELECT group_concat(hex(bytes)) AS sha256 FROM entries)")
    #expect(before == after)
    #expect(try office.desk().audit().isSound)
  }

  @Test("opening an office does not create one")
  func nothingIsMadeImplicitly() throws {
    let folder = OfficeFolder(try Checkout.temporary("none").appending(path: "office"))
    #expect(throws: StoreFault.noOffice) { try SQLiteOffice.open(folder) }
    #expect(!FileManager.default.fileExists(atPath: folder.url.path))
  }

  @Test("another SQLite file is not opened as an office")
  func foreignFileIsRefused() throws {
    let folder = OfficeFolder(try Checkout.temporary("foreign"))
    try Tool.sqlite(folder.database, "CREATE TABLE entries(x)")
    #expect(throws: StoreFault.file(name: "office.sqlite", .foreign)) { try SQLiteOffice.open(folder) }
  }

  @Test("the database is in WAL mode, and all its tables are strict")
  func settingsHold() throws {
    let office = try TestOffice()
    defer { office.remove() }
    #expect(try Tool.sqlite(office.office.database, "PRAGMA journal_mode") == "wal\n")
    #expect(
      try Tool.sqlite(
        office.office.database,
        "SELECT count(*) FROM pragma_table_list WHERE strict = 0 AND type = 'table' AND name NOT LIKE 'sqlite%'")
        == "0\n")
    #expect(try Tool.sqlite(office.office.keys, "PRAGMA journal_mode") == "delete\n")
  }

  @Test("an entry signed over an older head is not appended")
  func olderHeadIsRefused() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let desk = try office.desk()
    let history = try desk.office.history()
    let number = try #require(CaseNumber("1405-0009"))
    let actor = try #require(history.registers.officers.values.first { $0.officer.role == .legalOfficer }?.officer)
    let workflow = try #require(try desk.pack.workflow(of: "court-order"))
    let vault = try desk.vault()
    let sealed = try vault.seal([1, 2, 3], label: "order", keyName: number.description, makesKey: true)
    let facts = Facts(
      now: office.clock.time, today: Day(number: 20_000), registers: history.registers, bases: try desk.pack.bases(),
      sameOrder: [])
    let decision = try Case.decide(
      opening: .unreadable(UnreadableDocument(document: sealed.commitment, line: 1, fault: "none")),
      by: Actor(id: actor.id, role: actor.role), facts: facts, workflow: workflow, number: number)
    let entry = Entry(
      office: desk.profile.id, claim: history.ends.claim(of: number, on: history.head, at: facts.now), time: facts.now,
      actor: Actor(id: actor.id, role: actor.role),
      case: number, chart: workflow.digest, decision: decision)
    let bytes = try CanonicalJSON.bytes(entry)
    let key = try #require(
      ["sara", "dara"].first { name in
        (try? office.world.signer.publicKey(office.props.key(name)).description) == actor.key
      })
    let signature = try office.world.signer.sign(bytes, Entry.namespace, office.props.key(key))
    let verified = try VerifiedEntry(
      checking: SignedEntry(bytes: bytes, signatures: signature), at: history.head.size, after: history.ends,
      registers: history.registers)
    try office.receive("proper")
    #expect(throws: StoreFault.headMoved) {
      try desk.office.append(verified, after: history.head, sealed: [], summary: nil)
    }
    #expect(try office.desk().audit().isSound)
  }

  @Test("two desks that act at the same time both succeed, one after the other")
  func concurrentActsAreSerialised() async throws {
    let office = try TestOffice()
    defer { office.remove() }
    let names = ["proper", "two-persons-one-number", "proper", "two-persons-one-number"]
    await withTaskGroup(of: Void.self) { group in
      for (index, name) in names.enumerated() {
        group.addTask { _ = try? office.receive(name, by: index % 2 == 0 ? "sara" : "dara") }
      }
    }
    let report = try office.desk().audit()
    #expect(report.isSound, "\(report.findings)")
    #expect(report.cases == 4)
  }
}
