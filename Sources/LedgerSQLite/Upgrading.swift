import Casework
import Foundation
import GRDB
import Ledger
import TamperLog

/// The steps by which the database of an office of format 1 becomes one of the present format. The new database is
/// written beside the old one, and takes its place in one step. A crash leaves one of the two.
extension SQLiteOffice {
  /// Writes the database of the present format beside the old one.
  ///
  /// - Parameters:
  ///   - rows: the rows of the old database in the present format.
  ///   - records: the records of the entries.
  ///   - verified: the entry that carries the log on.
  public static func prepareUpgrade(
    in folder: OfficeFolder, _ rows: OfficeRows, _ records: [LeafRecord], adding verified: VerifiedEntry
  ) throws(StoreFault) {
    unlink(folder.upgrading.path)
    try DurableFile.makePrivate(folder.upgrading)
    let database = try connect(folder.upgrading, isNew: true)
    try checkDurable(database)
    try mapped {
      try database.write { db in
        try makeTables(db)
        for (row, record) in zip(rows.entries, records) {
          try insert(db, record, row.bytes, row.signatures, at: row.sequence)
        }
        try insert(db, verified.record, verified.bytes, verified.signatures, at: verified.place)
        for row in rows.sealed {
          try db.execute(
            sql: "INSERT INTO sealed(commitment, sequence, key_name, label, box) VALUES (?, ?, ?, ?, ?)",
            arguments: [row.commitment, row.sequence, row.keyName, row.label, row.box.map { Data($0) }])
        }
        for line in rows.cases { try line.save(db) }
      }
      try database.close()
    }
  }

  /// Returns the head of the database that waits to take the place of the old one; nil where there is none.
  public static func preparedUpgrade(in folder: OfficeFolder) throws(StoreFault) -> Head? {
    guard FileManager.default.fileExists(atPath: folder.upgrading.path) else { return nil }
    let database = try connect(folder.upgrading, isNew: false)
    return try mapped {
      let head = try database.read { db -> Head? in
        guard try hasExpectedSchema(db, .two) else { return nil }
        return try pass(db, .two, watching: []).head
      }
      try database.close()
      return head
    }
  }

  /// Puts the prepared database in the place of the old one.
  public static func installUpgrade(in folder: OfficeFolder) throws(StoreFault) {
    let old = try connect(folder.database, isNew: false)
    try mapped {
      // Changes of the old database that are in its WAL would otherwise be applied to the new one.
      try old.writeWithoutTransaction { db in
        _ = try db.checkpoint(.truncate)
        try db.execute(sql: "PRAGMA journal_mode = DELETE")
      }
      try old.close()
    }
    try DurableFile.rename(folder.upgrading, to: folder.database)
  }
}
