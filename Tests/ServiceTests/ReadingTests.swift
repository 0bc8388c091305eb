import Casework
import Foundation
import Ledger
import LedgerSQLite
import Service
import TestSupport
import TestTools
import Testing

/// Tests that reading an office changes no byte of it, and that damage is told apart.
@Suite("Reading")
struct ReadingTests {
  /// Returns the bytes of every file in the folder but the index of the WAL, which SQLite makes anew.
  private func bytes(_ folder: URL) throws -> [String: [UInt8]] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    var files: [String: [UInt8]] = [:]
    for name in names where !name.hasSuffix("-shm") {
      let file = folder.appending(path: name)
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue else {
        continue
      }
      let bytes = Array(try Data(contentsOf: file))
      // An empty WAL is the same as none.
      if !name.hasSuffix("-wal") || !bytes.isEmpty { files[name] = bytes }
    }
    return files
  }

  /// Returns a copy of an office as a crash leaves it: with acts that are in the WAL alone.
  private func crashed() throws -> (TestOffice, CaseNumber) {
    let office = try TestOffice()
    let open = try office.desk()
    let number = try office.receive("proper")
    try office.advance(number, through: .approved)
    let copy = try office.copied()
    let size = try FileManager.default.attributesOfItem(atPath: copy.office.database.path + "-wal")[.size] as? Int ?? 0
    #expect(size > 0, "nothing is in the WAL")
    withExtendedLifetime(open) {}
    office.remove()
    return (copy, number)
  }

  private func read(_ office: TestOffice, _ number: CaseNumber) throws {
    let desk = try Desk.open(office.office, keyFile: nil, world: office.world, for: number, to: .reading)
    #expect(try desk.list().map(\.number) == [number.description])
    #expect(try desk.view(number).approvedBy != nil)
    #expect(try desk.history(number).count == 5)
    #expect(try desk.officers().count == 6)
    #expect(try desk.authorities().count == 2)
    #expect(try desk.audit().isSound)
    _ = try desk.explain(number, key: nil)
    try desk.rehearseExport(number, to: office.out, key: office.props.key("sara"))
    _ = try desk.rehearse(.close(number, as: .refused([]), because: "a reason"), office.props.key("sara"))
  }

  @Test("reading, auditing and trials change no byte, with acts in the WAL and without")
  func nothingChanges() throws {
    let (office, number) = try crashed()
    defer { office.remove() }
    let before = try bytes(office.office.url)
    try read(office, number)
    #expect(try bytes(office.office.url) == before)
    // Opening the office for acts moves the WAL into the database.
    _ = try office.desk().list()
    let moved = try bytes(office.office.url)
    #expect(moved != before && moved.keys.allSatisfy { !$0.hasSuffix("-wal") })
    try read(office, number)
    #expect(try bytes(office.office.url) == moved)
  }

  @Test("a file in the place of the folder is no office")
  func fileInPlaceOfFolder() throws {
    let file = try Checkout.temporary("file").appending(path: "office")
    try Data("junk".utf8).write(to: file)
    for access in [OfficeAccess.reading, .acting] {
      #expect(throws: StoreFault.noOffice) { try SQLiteOffice.open(OfficeFolder(file), for: access) }
    }
  }

  @Test("an office that is opened for reading enters no act")
  func noAct() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let desk = try Desk.open(office.office, keyFile: nil, world: office.world, to: .reading)
    let fault = try #require(throws: ServiceFault.self) {
      _ = try desk.receive(office.order("proper"), key: office.props.key("sara"))
    }
    guard case .store(.database(.noPermission)) = fault else {
      Issue.record("ended otherwise: \(fault)")
      return
    }
  }

  @Test(
    "an office file that is absent, empty, of another program or damaged is told apart",
    arguments: [
      ("rm office.sqlite", StoreFault.noOffice), (": >office.sqlite", .file(name: "office.sqlite", .empty)),
      ("rm office.sqlite && sqlite3 office.sqlite 'CREATE TABLE t(a)'", .file(name: "office.sqlite", .foreign)),
      ("sqlite3 office.sqlite 'PRAGMA user_version = 9'", .file(name: "office.sqlite", .foreign)),
      ("head -c 100000 /dev/zero >office.sqlite", .database(.damaged)), ("rm keys.sqlite", .wrongKey),
      (": >keys.sqlite", .file(name: "keys.sqlite", .empty)),
    ])
  func damage(command: String, expected: StoreFault) throws {
    let office = try TestOffice()
    defer { office.remove() }
    #expect(try Tool.shell(command, in: office.office.url).status == 0)
    for access in [OfficeAccess.reading, .acting] {
      let fault = try #require(throws: ServiceFault.self) {
        _ = try Desk.open(office.office, keyFile: nil, world: office.world, to: access).vault()
      }
      guard case .store(expected) = fault else {
        Issue.record("\(command), \(access): \(fault)")
        continue
      }
    }
  }
}
