import Casework
import Foundation
import Ledger
import Service
import TamperLog
import TestSupport
import TestTools

/// Writes entries as an insider who has an officer's key and the database. No command would write them. Leaf, root and
/// head are made consistent.
struct Forger {
  let office: TestOffice

  /// The error for a log without an entry to imitate.
  struct NoEntry: Error {}

  /// Rewrites the last entry, signed with the given keys, with a consistent leaf, root and head.
  func rewriteLast(signedBy keys: [String], _ change: (String) -> String) throws {
    let rows = try office.desk().office.rows()
    guard let last = rows.entries.last else { throw NoEntry() }
    try write(change(String(decoding: last.bytes, as: UTF8.self)), at: last.sequence, keys, rows, isNew: false)
  }

  /// Appends a copy of the last register entry, with another `registers` member and the current head.
  func appendRegister(_ registers: String, signedBy keys: [String]) throws {
    let desk = try office.desk()
    let rows = try desk.office.rows()
    let head = try desk.office.head()
    guard let model = rows.entries.last(where: { $0.caseNumber == nil }) else { throw NoEntry() }
    let text = String(decoding: model.bytes, as: UTF8.self).replacing(
      /"head":\{"root":"[0-9a-f]*","size":\d+\}/, with: "\"head\":{\"root\":\"\(head.root)\",\"size\":\(head.size)}"
    )
    .replacing(/"registers":\[.*\],"role"/, with: "\"registers\":[\(registers)],\"role\"")
    .replacing(/"sequence":\d+/, with: "\"sequence\":\(head.size)")
    try write(text, at: head.size, keys, rows, isNew: true)
  }

  private func write(
    _ text: String, at sequence: Int, _ keys: [String], _ rows: OfficeRows, isNew: Bool
  ) throws {
    let bytes = Array(text.utf8)
    let signatures = try keys.map { try office.world.signer.sign(bytes, Entry.namespace, office.props.key($0)) }
      .joined()
    var frontier = Frontier()
    for row in rows.entries.prefix(sequence) {
      if let leaf = Hash(row.leaf) { frontier.append(leaf) }
    }
    let leaf = Entry.leaf(bytes, signatures)
    frontier.append(leaf)
    func hex(_ bytes: [UInt8]) -> String {
      bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
    let file = office.office.database
    let triggers = try Tool.sqlite(file, "SELECT sql || ';' FROM sqlite_master WHERE type = 'trigger'")
    let names = try Tool.sqlite(file, "SELECT name FROM sqlite_master WHERE type = 'trigger'")
    let drops = names.split(separator: "\n").map { "DROP TRIGGER \($0);" }.joined()
    let values =
      "bytes = x'\(hex(bytes))', signatures = '\(signatures)', leaf = x'\(hex(leaf.bytes))', root = x'\(hex(frontier.root.bytes))'"
    let edit =
      isNew
      ? "INSERT INTO entries SELECT \(sequence), NULL, x'', '', leaf, root FROM entries WHERE sequence = 0; " : ""
    let head =
      "UPDATE head SET size = \(frontier.size), root = x'\(hex(frontier.root.bytes))', frontier = x'\(hex(frontier.peaks.flatMap(\.bytes)))';"
    let sql = "\(drops) \(edit) UPDATE entries SET \(values) WHERE sequence = \(sequence); \(head) \(triggers)"
    try Tool.sqlite(file, sql)
  }
}
