import Audit
import Casework
import Foundation
import Ledger
import Service
import TestSupport
import TestTools
import Testing

/// Tests that an edit of the office's files is found, and that nothing is exported after it (I1, I7).
@Suite("Audit finds tampering")
struct TamperingTests {
  /// An office with a disclosed case, an approved case that is not exported, and an unreadable document.
  static let victim: TestOffice = {
    do {
      let office = try TestOffice()
      try office.advance(office.receive("proper"), through: .exported)
      for name in ["truncated", "over-broad"] { try office.log(name) }
      guard let number = CaseNumber("1405-0003") else { fatalError("the number is malformed") }
      try office.advance(number, through: .approved)
      return office
    } catch {
      fatalError("the victim cannot be made: \(error)")
    }
  }()

  static let waiting = "1405-0003"

  /// One edit with the program `sqlite3`: the file and the statements.
  struct Edit: Sendable, CustomTestStringConvertible {
    var file: String
    var sql: String
    var testDescription: String { "\(file): \(sql)" }
  }

  private static func rows(_ file: String, _ sql: String) throws -> [String] {
    try Tool.sqlite(victim.office.url.appending(path: file), sql).split(separator: "\n").map(String.init)
  }

  /// Returns edits of every row of every table: one for each column, and one that deletes the row.
  static func everyEdit() throws -> [Edit] {
    var edits: [Edit] = []
    let tables = [
      ("office.sqlite", "entries", "sequence"), ("office.sqlite", "sealed", "commitment"),
      ("office.sqlite", "leaves", "sequence"), ("office.sqlite", "cases", "number"), ("keys.sqlite", "keys", "name"),
    ]
    for (file, table, key) in tables {
      let columns = try rows(file, "SELECT name FROM pragma_table_info('\(table)')")
      for value in try rows(file, "SELECT quote(\(key)) FROM \(table)") {
        for column in columns {
          // SQLite's check constraints are switched off in `apply`, as an attacker would do.
          let change = """
            CASE typeof(\(column)) WHEN 'integer' THEN \(column) + 1000 WHEN 'text' THEN \(column) || 'x'
            WHEN 'null' THEN CASE '\(table).\(column)' WHEN 'sealed.box' THEN x'00' WHEN 'leaves.fingerprint'
            THEN zeroblob(32) ELSE 'x' END ELSE zeroblob(length(\(column))) END
            """
          edits.append(
            Edit(file: file, sql: "UPDATE \(table) SET \(column) = \(change) WHERE \(key) = \(value)"))
        }
        edits.append(Edit(file: file, sql: "DELETE FROM \(table) WHERE \(key) = \(value)"))
      }
    }
    return edits
  }

  /// Applies an edit to a copy, with the triggers removed before and restored after. Returns the number of changed rows.
  private func apply(_ edit: Edit, to office: TestOffice) throws -> Int? {
    let printed = try office.edit(edit.sql + "; SELECT changes()", file: edit.file)
    return Int(printed.trimmingCharacters(in: .whitespacesAndNewlines))
  }

  /// Checks that the edit changes this number of rows, that it is found, that a finding names an entry, and that nothing
  /// is exported.
  private func check(_ edit: Edit, changing rows: Int = 1) throws {
    let office = try Self.victim.copied()
    defer { office.remove() }
    #expect(try apply(edit, to: office) == rows, "\(edit)")
    let number = try #require(CaseNumber(Self.waiting))
    let report: AuditReport
    do {
      report = try office.audit()
    } catch let fault as ServiceFault {
      // After an edit of the founding entry the office does not open, which also counts as found.
      guard case .store(.broken(sequence: 0, _)) = fault else {
        Issue.record("names no entry: \(edit): \(fault)")
        return
      }
      return
    }
    #expect(!report.isSound, "not found: \(edit)")
    let namesEntry = report.findings.contains { if case .entry = $0.place { true } else { false } }
    #expect(namesEntry, "names no entry: \(edit): \(report.findings)")
    let fault = try #require(throws: ServiceFault.self, "left after: \(edit)") {
      try office.desk().export(number, to: office.out, key: office.props.key("sara"))
    }
    #expect(fault.kind == .broken, "\(edit): \(fault)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: office.out.path).count == 1)
  }

  @Test("every change or removal of one row is found, with the entry, and nothing is exported")
  func everyRowCounts() throws {
    let edits = try Self.everyEdit()
    #expect(edits.count > 250)
    for edit in edits { try check(edit) }
  }

  @Test("exchanged entries are found", arguments: [(3, 4), (8, 9), (1, 12)])
  func orderCounts(first: Int, second: Int) throws {
    let columns = ["bytes", "signatures"]
    let sets = columns.map { column in
      "\(column) = (SELECT \(column) FROM copy WHERE sequence = \(first + second) - entries.sequence)"
    }
    try check(
      Edit(
        file: "office.sqlite",
        sql: """
          CREATE TEMP TABLE copy AS SELECT * FROM entries;
          UPDATE entries SET \(sets.joined(separator: ", ")) WHERE sequence IN (\(first), \(second))
          """), changing: 2)
  }

  @Test("a consistent truncation of the log is found with a checkpoint")
  func checkpointFindsTruncation() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let earlier = try office.copied()
    defer { earlier.remove() }
    try office.receive("proper")
    let report = try office.desk().audit()
    let checkpoint = try office.desk().checkpoint(report)
    // The earlier copy is consistent in itself. Only the checkpoint shows that entries are missing.
    #expect(try earlier.audit().isSound)
    #expect(try !earlier.audit(against: [checkpoint]).isSound)
    #expect(try office.audit(against: [checkpoint]).isSound)
    let changed = try office.audit(against: [checkpoint.changing("\n8\n", to: "\n7\n")])
    #expect(changed.findings.map(\.problem) == [.checkpointOfAnother])
    let fault = try #require(throws: ServiceFault.self) { try office.audit(against: [checkpoint + "more\n"]) }
    guard case .malformed(_, .notCheckpoint) = fault else {
      Issue.record("ended otherwise: \(fault)")
      return
    }
  }

  @Test("a changed state in the list of cases does not change the view, and blocks the export")
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

  @Test("after a change of a pack file or a package, the export is refused")
  func filesCount() throws {
    let number = try #require(CaseNumber(Self.waiting))
    for folder in ["sealed", "pack"] {
      let office = try Self.victim.copied()
      defer { office.remove() }
      let names = try FileManager.default.contentsOfDirectory(atPath: office.office.url.appending(path: folder).path)
      #expect(!names.isEmpty, "\(folder)")
      for name in names {
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

  @Test("ssh-keygen verifies each entry from the files of an audit, and refuses it after a change of one byte")
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
      let refused = try Tool.shell("sh verify.sh", in: folder)
      #expect(refused.status != 0 && refused.output.contains("\(name): "), "\(refused.output)")
      #expect(!whole.output.contains("\(name): "))
      try bytes.write(to: file)
    }
  }
}
