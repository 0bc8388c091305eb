import Foundation
import GRDB
import Ledger

/// The wrapped keys of an office in `keys.sqlite`. The file has secure_delete and no WAL, so that no copy of a deleted
/// row remains in it.
public struct SQLiteKeys: KeyTable {
  private let database: DatabaseQueue

  /// Opens the keys of an existing office.
  ///
  /// - Parameter access: with `.reading` no byte of the file changes, and no key can be made.
  public static func open(
    _ folder: OfficeFolder, for access: OfficeAccess = .acting
  ) throws(StoreFault) -> SQLiteKeys {
    guard FileManager.default.fileExists(atPath: folder.keys.path) else { throw .wrongKey }
    if access == .reading { return SQLiteKeys(database: try ReadOnlyDatabase.open(folder.keys)) }
    try ReadOnlyDatabase.check(folder.keys, for: .acting)
    return SQLiteKeys(database: try connect(folder))
  }

  /// Makes `keys.sqlite` for a new office.
  public static func create(_ folder: OfficeFolder) throws(StoreFault) -> SQLiteKeys {
    try DurableFile.makePrivate(folder.keys)
    let database = try connect(folder)
    try mapped { try database.writeWithoutTransaction { try $0.execute(sql: Schema.keys) } }
    return SQLiteKeys(database: database)
  }

  private static func connect(_ folder: OfficeFolder) throws(StoreFault) -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA secure_delete = ON; PRAGMA synchronous = EXTRA")
    }
    return try mapped { try DatabaseQueue(path: folder.keys.path, configuration: configuration) }
  }

  public func wrapped(_ name: String) throws(StoreFault) -> [UInt8]? {
    try mapped {
      try database.read { try Data.fetchOne($0, sql: "SELECT wrapped FROM keys WHERE name = ?", arguments: [name]) }
    }.map { Array($0) }
  }

  public func insert(_ wrapped: [UInt8], _ name: String) throws(StoreFault) {
    try mapped {
      try database.write { db in
        try db.execute(
          sql: "INSERT OR IGNORE INTO keys(name, wrapped) VALUES (?, ?)", arguments: [name, Data(wrapped)])
      }
    }
  }

  public func hasExpectedSchema() throws(StoreFault) -> Bool {
    try mapped {
      try database.read { try String.fetchAll($0, sql: "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL") }
    }.map(Schema.normalized) == [Schema.normalized(Schema.keys)]
  }

  public func names() throws(StoreFault) -> [String] {
    try mapped { try database.read { try String.fetchAll($0, sql: "SELECT name FROM keys") } }
  }
}
