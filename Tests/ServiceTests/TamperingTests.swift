import Audit
import Casework
import Foundation
import Ledger
import Service
import TestSupport
import TestTools
import Testing

/// Whoever can edit the files changes nothing that counts, and is found (I1, I7).
@Suite("Audit finds tampering")
struct TamperingTests {
  /// An office with a disclosed case, one that is approved and waits, an unreadable document and a refused order.
  static let victim: TestOffice = {
    do {
      let office = try TestOffice()
      try office.advance(office.receive("proper"), through: .exported)
      for name in ["truncated", "over-broad"] { _ = try? office.receive(name) }
      guard let number = CaseNumber("1405-0003") else { fatalError("the number is malformed") }
      try office.advance(number, through: .approved)
      return office
    } catch {
      fatalError("the victim cannot be made: \(error)")
    }
  }()

  static let waiting = "1405-0003"

  /// One edit with the `sqlite3` program: the file, and statements.
  struct Edit: Sendable, CustomTestStringConvertible {
    var file: String
    var sql: String
    var testDescription: String { "\(file): \(sql)" }
  }

  private static func rows(_ file: String, _ sql: String) throws -> [String] {
    try Tool.sqlite(victim.office.url.appending(path: file), sql).split(separator: "\n").map(String.init)
  }

  /// Every row of every table: each column changed, the row deleted.
  static func everyEdit() throws -> [Edit] {
    var edits: [Edit] = []
    let tables = [
      ("office.sqlite", "entries", "sequence"), ("office.sqlite", "sealed", "commitment"),
      ("office.sqlite", "head", "id"), ("office.sqlite", "cases", "number"), ("keys.sqlite", "keys", "name"),
    ]
    for (file, table, key) in tables {
      let columns = try rows(file, "SELECT name FROM pragma_table_info('\(table)')")
      for value in try rows(file, "SELECT quote(\(key)) FROM \(table)") {
        for column in columns {
          // What SQLite itself refuses by a check is forced past it, as an attacker would.
          let change = """
            CASE typeof(\(column)) WHEN 'integer' THEN \(column) + 1000 WHEN 'text' THEN \(column) || 'x'
            WHEN 'null' THEN CASE '\(column)' WHEN 'box' THEN x'00' ELSE 'x' END ELSE zeroblob(length(\(column))) END
            """
          edits.append(
            Edit(file: file, sql: "UPDATE \(table) SET \(column) = \(change) WHERE \(key) = \(value)"))
        }
        edits.append(Edit(file: file, sql: "DELETE FROM \(table) WHERE \(key) = \(value)"))
      }
    }
    return edits
  }

  /// Does an edit to a copy, with the triggers out of the way and back again. False where SQLite itself refused it.
  private func apply(_ edit: Edit, to office: TestOffice) throws -> Bool {
    let file = office.office.url.appending(path: edit.file)
    let triggers = try Tool.sqlite(file, "SELECT sql || ';' FROM sqlite_master WHERE type = 'trigger'")
    let names = try Tool.sqlite(file, "SELECT name FROM sqlite_master WHERE type = 'trigger'")
    let drops = names.split(separator: "\n").map { "DROP TRIGGER \($0);" }.joined()
    let printed = try Tool.run(
      "sqlite3",
      [
        "-bail", file.path,
        "PRAGMA ignore_check_constraints = ON;" + drops + edit.sql + "; SELECT changes();" + triggers,
      ], merging: true)
    return printed.status == 0 && printed.output.contains("1")
  }

  /// The edit is found, an entry is named, and nothing leaves.
  private func check(_ edit: Edit) throws {
    let office = try Self.victim.copied()
    defer { office.remove() }
    guard try apply(edit, to: office) else { return }
    let number = try #require(CaseNumber(Self.waiting))
    // An edit of the founding entry may leave nothing that can be opened as an office: that is found too.
    let desk: Desk
    do {
      desk = try office.desk()
    } catch let fault as ServiceFault {
      #expect(fault.kind == .broken, "\(edit): \(fault)")
      guard case .store(.broken) = fault else {
        Issue.record("names no entry: \(edit): \(fault)")
        return
      }
      return
    }
    let report = try desk.audit()
    #expect(!report.isSound, "not found: \(edit)")
    let namesEntry = report.findings.contains { if case .entry = $0.place { true } else { false } }
    #expect(namesEntry, "names no entry: \(edit): \(report.findings)")
    #expect(throws: ServiceFault.self, "left after: \(edit)") {
      try desk.export(number, to: office.out, key: office.props.key("sara"))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: office.out.path).count == 1)
  }

  @Test("any one row changed or deleted is found, an entry is named, and nothing leaves")
  func everyRowCounts() throws {
    let edits = try Self.everyEdit()
    #expect(edits.count > 250)
    for edit in edits { try check(edit) }
  }

  @Test("entries that change places are found", arguments: [(3, 4), (8, 9), (1, 12)])
  func orderCounts(first: Int, second: Int) throws {
    let columns = ["case_number", "bytes", "signatures", "leaf", "root"]
    let sets = columns.map { column in
      "\(column) = (SELECT \(column) FROM copy WHERE sequence = \(first + second) - entries.sequence)"
    }
    try check(
      Edit(
        file: "office.sqlite",
        sql: """
          CREATE TEMP TABLE copy AS SELECT * FROM entries;
          UPDATE entries SET \(sets.joined(separator: ", ")) WHERE sequence IN (\(first), \(second))
          """))
  }

  @Test("a whole truncation, with head and list made to fit, is found by who kept a checkpoint")
  func checkpointFindsTruncation() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let earlier = try office.copied()
    defer { earlier.remove() }
    try office.receive("proper")
    let report = try office.desk().audit()
    let checkpoint = try office.desk().checkpoint(report)
    // The earlier copy is a sound office: only the checkpoint shows that it is not the whole of it.
    #expect(try earlier.desk().audit().isSound)
    #expect(try !earlier.desk().audit(against: checkpoint).isSound)
    #expect(try office.desk().audit(against: checkpoint).isSound)
    #expect(throws: ServiceFault.self) {
      try office.desk().audit(against: checkpoint.replacing("\n8\n", with: "\n7\n"))
    }
  }

  @Test("a flipped state in the list changes neither what is shown nor what may be disclosed")
  func stateIsReplayed() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let number = try office.receive("proper")
    try Tool.sqlite(office.office.database, "UPDATE cases SET state = 'cleared'")
    #expect(try office.desk().view(number).state.contains("authenticity.open"))
    let fault = try #require(throws: ServiceFault.self) {
      try office.desk().export(number, to: office.out, key: office.props.key("sara"))
    }
    #expect(fault.kind == .broken)
  }

  @Test("a changed file of the pack, a changed envelope and a changed package are found")
  func filesCount() throws {
    let number = try #require(CaseNumber(Self.waiting))
    for folder in ["sealed", "outbox", "pack"] {
      let office = try Self.victim.copied()
      defer { office.remove() }
      for name in try FileManager.default.contentsOfDirectory(atPath: office.office.url.appending(path: folder).path) {
        let file = office.office.url.appending(path: "\(folder)/\(name)")
        var bytes = [UInt8](try Data(contentsOf: file))
        bytes[bytes.count / 2] ^= 1
        try Data(bytes).write(to: file)
      }
      let fault = try #require(throws: ServiceFault.self) {
        try office.desk().export(number, to: office.out, key: office.props.key("sara"))
      }
      #expect(fault.kind == .broken, "\(folder)")
    }
  }

  @Test("each entry verifies with ssh-keygen from the files that an audit writes, and not when a byte is changed")
  func entriesVerifyOutside() throws {
    let folder = try Checkout.temporary("entries")
    _ = try Self.victim.desk().writeEntries(to: folder)
    let whole = try Tool.shell("sh verify.sh", in: folder)
    #expect(whole.status == 0, "\(whole.output)")
    #expect(whole.output.contains("signatures verified"))
    let entries = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }
    #expect(entries.count == (try Self.victim.desk().audit().entries))
    for name in entries {
      let file = folder.appending(path: name)
      let bytes = try Data(contentsOf: file)
      var changed = bytes
      changed[20] ^= 1
      try changed.write(to: file)
      #expect(try Tool.shell("sh verify.sh", in: folder).output.contains("\(name): "))
      try bytes.write(to: file)
    }
  }
}
