import Audit
import Casework
import Foundation
import Ledger
import LedgerSQLite
import Service
import TestSupport
import TestTools
import Testing

/// Tests that an office of format 1 is carried on, also after a crash, and that nobody puts it back.
@Suite("Upgrading")
struct UpgradingTests {
  private struct Old {
    var folder: URL
    var office: OfficeFolder { OfficeFolder(folder.appending(path: "office")) }
    var keys: [String] { ["leila", "omid"].map { folder.appending(path: "keys/\($0)").path } }
    var key: URL { folder.appending(path: "office.key") }

    init() throws {
      folder = try Checkout.temporary("format-1")
      try Tool.run("tar", ["-xzf", Checkout.fixture("Offices/format-1/office.tar.gz").path], in: folder)
    }

    func upgrade() throws { try Desk.upgrade(office, keyFile: nil, world: .live, keys: keys) }
    func audit() throws -> AuditReport {
      let note = try String(contentsOf: folder.appending(path: "checkpoint"), encoding: .utf8)
      return try Desk.open(office, keyFile: nil, world: .live, to: .reading, isAudit: true).audit(against: [note])
    }
  }

  @Test("after an upgrade the old checkpoint still counts, and the old database does not come back")
  func carriedOn() throws {
    let old = try Old()
    defer { try? FileManager.default.removeItem(at: old.folder) }
    let before = try Data(contentsOf: old.office.database)
    let acting = try #require(throws: ServiceFault.self) { try Desk.open(old.office, keyFile: nil, world: .live) }
    #expect(acting.ofStore == .olderFormat && acting.kind == .refused)
    let entries = try old.audit().entries
    try old.upgrade()
    let report = try old.audit()
    #expect(report.isSound && report.entries == entries + 1, "\(report.findings)")
    _ = try Desk.open(old.office, keyFile: nil, world: .live)
    #expect(try #require(throws: ServiceFault.self) { try old.upgrade() }.kind == .usage)
    try before.write(to: old.office.database)
    for access in [OfficeAccess.reading, .acting] {
      let back = try #require(throws: ServiceFault.self) {
        try Desk.open(old.office, keyFile: nil, world: .live, to: access)
      }
      #expect(back.ofStore == .olderThanKeyFile && back.kind == .broken)
    }
    #expect(try !old.audit().isSound)
  }

  @Test("an upgrade that was interrupted is finished by the same call, and only with its own database")
  func interrupted() throws {
    let (old, done) = (try Old(), try Old())
    defer { for office in [old, done] { try? FileManager.default.removeItem(at: office.folder) } }
    try done.upgrade()
    // The state after the key file was written and before the database took its place.
    let files = FileManager.default
    try Data(contentsOf: done.key).write(to: old.key)
    try files.copyItem(at: done.folder.appending(path: "office.marks"), to: old.folder.appending(path: "office.marks"))
    try Data("rubbish".utf8).write(to: old.office.upgrading)
    #expect(try #require(throws: ServiceFault.self) { try old.upgrade() }.kind == .broken)
    try files.removeItem(at: old.office.upgrading)
    #expect(try #require(throws: ServiceFault.self) { try old.upgrade() }.ofStore == .olderThanKeyFile)
    try files.copyItem(at: done.office.database, to: old.office.upgrading)
    try old.upgrade()
    #expect(!files.fileExists(atPath: old.office.upgrading.path))
    #expect(try old.office.exists && SQLiteOffice.open(old.office).format == .two)
  }

  @Test("a key file from before the upgrade opens nothing")
  func olderKeyFile() throws {
    let old = try Old()
    defer { try? FileManager.default.removeItem(at: old.folder) }
    let key = try Data(contentsOf: old.key)
    try old.upgrade()
    try key.write(to: old.key)
    let fault = try #require(throws: ServiceFault.self) { try Desk.open(old.office, keyFile: nil, world: .live) }
    #expect(fault.ofStore == .olderKeyFile)
  }
}
