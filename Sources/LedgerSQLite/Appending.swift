import Casework
import Foundation
import GRDB
import Ledger
import TamperLog

extension SQLiteOffice {
  public func append(
    _ verified: VerifiedEntry, after head: Head, sealed: [SealedPlacement], summary: CaseSummary?
  ) throws(StoreFault) -> Head {
    try write { db -> Head in
      guard try Self.hasExpectedSchema(db, .two) else { throw StoreFault.foreignSchema }
      // The entries that were verified are those after which this one is appended.
      var index = try Self.pass(db, .two, watching: [])
      guard index.head == head, index.extent == head.size, verified.place == head.size else {
        throw StoreFault.headMoved
      }
      let record = verified.record
      index.take(record)
      try Self.insert(db, record, verified.bytes, verified.signatures, at: verified.place)
      for placement in sealed {
        var box: Data?
        if case .table(let value) = placement { box = Data(value.box) }
        try db.execute(
          sql: "INSERT INTO sealed(commitment, sequence, key_name, label, box) VALUES (?, ?, ?, ?, ?)",
          arguments: [
            placement.value.commitment.description, verified.place, placement.value.keyName, placement.value.label, box,
          ])
      }
      try summary?.save(db)
      return index.head
    }
  }

  static func insert(
    _ db: Database, _ record: LeafRecord, _ bytes: [UInt8], _ signatures: String, at place: Int
  ) throws {
    try db.execute(
      sql: "INSERT INTO leaves(sequence, subject, fingerprint, entry, signatures) VALUES (?, ?, ?, ?, ?)",
      arguments: [
        place, record.subject.description, record.fingerprint.map { Data($0.digest.bytes) }, Data(record.entry.bytes),
        Data(record.signatures.bytes),
      ])
    try db.execute(
      sql: "INSERT INTO entries(sequence, bytes, signatures) VALUES (?, ?, ?)",
      arguments: [place, Data(bytes), signatures])
  }

  public func remove(from place: Int, replacing lines: [CaseSummary]) throws(StoreFault) -> [OfficeRows.EntryRow] {
    try write { db in
      let query = "SELECT * FROM (\(EntryColumns.query(.two)) UNION ALL \(EntryColumns.withoutLeaf))"
      let removed = try Row.fetchAll(
        db, sql: query + " WHERE sequence NOT BETWEEN 0 AND ?" + EntryColumns.order, arguments: [place - 1]
      ).map { OfficeRows.EntryRow(row: $0, .two) }
      // The triggers refuse every removal. They are away for this transaction only.
      let triggers = try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'")
      for name in triggers { try db.execute(literal: "DROP TRIGGER \(sql: name.quotedDatabaseIdentifier)") }
      for table in ["sealed", "entries", "leaves"] {
        try db.execute(sql: "DELETE FROM \(table) WHERE sequence NOT BETWEEN 0 AND ?", arguments: [place - 1])
      }
      try db.execute(sql: "DELETE FROM cases WHERE last_sequence >= ?", arguments: [place])
      for line in lines { try line.save(db) }
      for statement in Schema.office where statement.hasPrefix("CREATE TRIGGER") { try db.execute(sql: statement) }
      guard try Self.hasExpectedSchema(db, .two) else { throw StoreFault.foreignSchema }
      return removed
    }
  }
}
