import Audit
import Casework
import Foundation
import Ledger
import Service
import TestSupport
import TestTools
import Testing

/// Tests attacks by a person who can write the office's folder: what the audit finds, and what its files for OpenSSH say.
@Suite("Attacks on the log")
struct LogAttackTests {
  private func entries(_ office: TestOffice) throws -> URL {
    let folder = try Checkout.temporary("entries")
    _ = try Desk.open(office.office, keyFile: nil, world: office.world, to: .reading, isAudit: true)
      .writeEntries(to: folder)
    return folder
  }

  @Test("a signature whose armour has other lines is found")
  func rewrappedArmour() throws {
    let office = try TestOffice()
    defer { office.remove() }
    try office.receive("proper")
    let rows = try office.desk().office.rows().entries
    let last = try #require(rows.last)
    let lines = last.signatures.split(separator: "\n")
    let base64 = lines.dropFirst().dropLast().joined()
    let other = "\(lines[0])\n\(base64)\n\(lines[lines.count - 1])\n"
    try office.edit("UPDATE entries SET signatures = '\(other)' WHERE sequence = \(last.sequence)")
    let problems = try office.audit().findings.map(\.problem)
    #expect(problems.contains(.signaturesUnreadable))
  }

  @Test("a trigger in the file of the keys is found")
  func triggerInKeys() throws {
    let office = try TestOffice()
    defer { office.remove() }
    #expect(try office.audit().isSound)
    _ = try Tool.sqlite(
      office.office.keys, "CREATE TRIGGER copies AFTER INSERT ON keys BEGIN SELECT RAISE(IGNORE); END")
    let findings = try office.desk().audit().findings
    #expect(findings.map(\.problem) == [.schema] && findings.map(\.place) == [.file("keys.sqlite")])
  }

  @Test("a row that is no entry adds no signer, and verify.sh names it and fails")
  func rowOfRubbish() throws {
    let office = try TestOffice()
    defer { office.remove() }
    try office.receive("proper")
    let sound = try entries(office)
    #expect(try Tool.shell("sh verify.sh", in: sound).status == 0)
    let key = try String(contentsOfFile: office.props.key("nobody") + ".pub", encoding: .utf8)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    let rows = try office.desk().office.rows().entries
    let model = try #require(rows.last.map { String(decoding: $0.bytes, as: UTF8.self) })
    let officer = Officer(
      id: try #require(OfficerID("o-00000001")), role: .manager, key: key, name: Commitment(.of([])))
    let registers = String(decoding: try CanonicalJSON.bytes(RegisterEvent.officerEnrolled(officer)), as: UTF8.self)
    let forged = model.replacing(/"role":/, with: "\"registers\":[\(registers)],\"role\":")
    #expect(CanonicalJSON.read(Entry.self, Array(forged.utf8)) != nil)
    try forged.write(to: office.folder.appending(path: "forged.json"), atomically: true, encoding: .utf8)
    try office.edit(
      """
      INSERT INTO leaves SELECT \(rows.count), subject, fingerprint, entry, signatures FROM leaves
        WHERE sequence = \(rows.count - 1);
      INSERT INTO entries SELECT \(rows.count), readfile('\(office.folder.path)/forged.json'), signatures FROM entries
        WHERE sequence = \(rows.count - 1)
      """)
    let folder = try entries(office)
    let signers = try String(contentsOf: folder.appending(path: "allowed_signers"), encoding: .utf8)
    #expect(!signers.contains("o-00000001"))
    let verified = try Tool.shell("sh verify.sh", in: folder)
    let name = String(format: "%06d", rows.count)
    #expect(verified.status == 1 && verified.output.contains("\(name).json: no entry of this office"))
  }

  @Test("a retired officer's signature verifies as of its entry, and not as of a later time")
  func retiredOfficer() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let number = try office.receive("proper")
    try office.advance(number, through: .approved)
    let reza = try #require(try office.desk().view(number).approvedBy)
    let approval = try #require(try office.desk().history(number).last?.sequence)
    office.clock.time = Instant(seconds: office.clock.time.seconds + 3_600)
    try office.desk().retire(reza, keys: office.custodians)
    let folder = try entries(office)
    #expect(try Tool.shell("sh verify.sh", in: folder).status == 0)
    let name = String(format: "%06d", approval)
    func verified(at time: String) throws -> Int32 {
      try Tool.shell(
        "ssh-keygen -Y verify -f allowed_signers -n amanat-entry -I \(reza) -O verify-time=\(time) -s \(name).sig "
          + "<\(name).json", in: folder
      ).status
    }
    #expect(try verified(at: "20261122083000Z") == 0)
    #expect(try verified(at: "20261122100000Z") != 0)
    #expect(try verified(at: "20261121083000Z") != 0)
  }

  @Test(
    "values of another type in the store's columns are found, and end nothing",
    arguments: [
      ("cases", "closed"), ("cases", "state"), ("sealed", "commitment"), ("entries", "bytes"),
      ("leaves", "subject"), ("leaves", "entry"),
    ])
  func otherTypes(table: String, column: String) throws {
    let office = try TestOffice()
    defer { office.remove() }
    try office.receive("proper")
    let value = column == "state" || column == "bytes" ? "7" : "x'ff00'"
    let edit = """
      CREATE TABLE other AS SELECT * FROM \(table); PRAGMA foreign_keys = OFF; DROP TABLE \(table);
      ALTER TABLE other RENAME TO \(table); UPDATE \(table) SET \(column) = \(value);
      """
    _ = try Tool.sqlite(office.office.database, edit)
    for access in [OfficeAccess.reading, .acting] {
      let fault = try #require(throws: ServiceFault.self) {
        _ = try Desk.open(office.office, keyFile: nil, world: office.world, to: access)
      }
      #expect(fault.ofStore == .foreignSchema)
    }
  }

  @Test(
    "a pipe in the place of a file of SQLite is refused", arguments: ["office.sqlite-journal", "office.sqlite-wal"])
  func pipe(name: String) throws {
    let office = try TestOffice()
    defer { office.remove() }
    #expect(try Tool.shell("rm -f \(name) && mkfifo \(name)", in: office.office.url).status == 0)
    for access in [OfficeAccess.reading, .acting] {
      let fault = try #require(throws: ServiceFault.self) {
        _ = try Desk.open(office.office, keyFile: nil, world: office.world, to: access)
      }
      guard case .store(.file(name: name, .notRegular)) = fault else {
        Issue.record("\(fault)")
        continue
      }
    }
  }

  @Test("a folder for the lock that is gone is not taken for an export that runs")
  func lockFolderIsGone() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let number = try office.receive("proper")
    try office.advance(number, through: .approved)
    try FileManager.default.removeItem(at: office.office.outbox)
    let fault = try #require(throws: ServiceFault.self) {
      try office.desk().export(number, to: office.out, key: office.props.key("sara"))
    }
    guard case .store(.file(name: "outbox", .absent)) = fault else {
      Issue.record("\(fault)")
      return
    }
  }
}
