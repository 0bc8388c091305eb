import Casework
import Foundation
import Ledger
import Service
import TamperLog
import TestSupport
import TestTools

/// Writes entries as an insider who has an officer's key and the database. No command would write them. The record of
/// the tree is made consistent, and the mark too where the insider also has the office's key.
struct Forger {
  let office: TestOffice
  /// Writes the mark and its journal anew, as a person can who has the office's key.
  var hasOfficeKey = true

  /// The error for a log without an entry to imitate.
  struct NoEntry: Error {}

  /// Rewrites the last entry, signed with the given keys.
  func rewriteLast(signedBy keys: [String], _ change: (String) -> String) throws {
    let rows = try rows()
    guard let last = rows.last else { throw NoEntry() }
    try write(Array(change(String(decoding: last.bytes, as: UTF8.self)).utf8), at: last.sequence, keys)
    try remark(at: rows.count)
  }

  /// Appends a change to the registers after the last entry.
  func appendRegister(_ event: RegisterEvent, signedBy keys: [String]) throws {
    let rows = try rows()
    guard let model = rows.last(where: { $0.subject == Subject.registers.description }),
      var entry = CanonicalJSON.read(Entry.self, model.bytes), var links = entry.claim.links
    else { throw NoEntry() }
    var frontier = Frontier()
    for row in rows { if let leaf = Hash(row.leaf) { frontier.append(leaf) } }
    links.registers = Hash(model.leaf).map { Digest($0) }
    links.seen = Head(size: rows.count, root: Digest(frontier.root))
    entry.claim = .linked(links)
    entry.registers = [event]
    try write(try CanonicalJSON.bytes(entry), at: rows.count, keys)
    try remark(at: rows.count + 1)
  }

  private func rows() throws -> [OfficeRows.EntryRow] {
    try Desk.open(office.office, keyFile: nil, world: office.world, to: .reading, isAudit: true).office.rows().entries
  }

  /// Writes the row of an entry, in the place of one that is there.
  func write(_ bytes: [UInt8], at sequence: Int, _ keys: [String]) throws {
    let signatures = try keys.map { try office.world.signer.sign(bytes, Entry.namespace, office.props.key($0)) }
      .joined()
    guard let record = try ReadEntry(reading: SignedEntry(bytes: bytes, signatures: signatures)).record else {
      throw NoEntry()
    }
    func hex(_ bytes: [UInt8]) -> String {
      bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
    let fingerprint = record.fingerprint.map { "x'\(hex($0.digest.bytes))'" } ?? "NULL"
    try office.edit(
      """
      INSERT OR REPLACE INTO leaves VALUES (\(sequence), '\(record.subject)', \(fingerprint),
        x'\(record.entry.hex)', x'\(record.signatures.hex)');
      INSERT OR REPLACE INTO entries VALUES (\(sequence), x'\(hex(bytes))', '\(signatures)');
      """)
  }

  /// Writes mark and journal for the present log.
  private func remark(at size: Int) throws {
    let file = office.office.defaultKey
    guard hasOfficeKey, let bytes = try DurableFile.read(file), let key = OfficeKey(reading: bytes), let pin = key.pin
    else { return }
    let read = ReadEntry.read(try rows())
    let records = try read.map { try $0.get().record }.compactMap(\.self)
    var frontier = Frontier()
    for record in records { frontier.append(record.leaf) }
    let head = Head(size: frontier.size, root: Digest(frontier.root))
    _ = try MarkFolder(pin.folder(beside: file)).begin(
      Mark(office: pin.office, founding: pin.founding, restores: 0, head: head, journal: 0), records, key.bytes)
  }
}

extension TestOffice {
  /// Edits the office's database as a person who can write its file: without triggers and checks, which are there again
  /// afterwards.
  ///
  /// - Returns: what `sqlite3` printed.
  @discardableResult
  func edit(_ sql: String, file name: String = "office.sqlite") throws -> String {
    let file = office.url.appending(path: name)
    let triggers = try Tool.sqlite(file, "SELECT sql || ';' FROM sqlite_master WHERE type = 'trigger'")
    let names = try Tool.sqlite(file, "SELECT name FROM sqlite_master WHERE type = 'trigger'")
    let drops = names.split(separator: "\n").map { "DROP TRIGGER \($0);" }.joined()
    return try Tool.sqlite(file, "PRAGMA ignore_check_constraints = ON; \(drops) \(sql); \(triggers)")
  }
}
