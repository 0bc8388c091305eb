import Casework
import Foundation
import GRDB
import Ledger
import TamperLog

/// The store of one office in SQLite.
///
/// Owns the connection to `office.sqlite`. Every append is one transaction: it writes the entry, its record for the tree,
/// its sealed values and the case's line in the list, or nothing. With synchronous=FULL in WAL mode, an append that has
/// returned survives a loss of power (I12). Both settings are checked when the office is opened, because a library may
/// change them.
public struct SQLiteOffice: OfficeStore {
  public let folder: OfficeFolder
  public let format: LogFormat
  private let database: DatabaseQueue
  private let passes = PassCache()

  /// Opens an existing office.
  ///
  /// - Parameter access: with `.reading` no byte of the office changes, and nothing can be appended.
  /// - Throws: `StoreFault.noOffice` where the folder has no database; `.file` where the database is absent, empty or
  ///   of another program; `.database` where SQLite cannot use it.
  public static func open(
    _ folder: OfficeFolder, for access: OfficeAccess = .acting
  ) throws(StoreFault) -> SQLiteOffice {
    guard folder.exists else {
      // A folder that this account may not enter looks like a folder without an office.
      var isFolder: ObjCBool = false
      let isClosed =
        FileManager.default.fileExists(atPath: folder.url.path, isDirectory: &isFolder) && isFolder.boolValue
        && Foundation.access(folder.url.path, X_OK) != 0
      throw isClosed ? .file(name: folder.url.lastPathComponent, .noPermission) : .noOffice
    }
    let database: DatabaseQueue
    switch access {
    case .reading: database = try ReadOnlyDatabase.open(folder.database)
    case .acting:
      try ReadOnlyDatabase.check(folder.database, for: .acting)
      database = try connect(folder.database, isNew: false)
    }
    let (application, version) = try mapped {
      try database.read {
        (try Int.fetchOne($0, sql: "PRAGMA application_id"), try Int.fetchOne($0, sql: "PRAGMA user_version"))
      }
    }
    guard application == Schema.applicationID, let format = version.flatMap(LogFormat.init(rawValue:)) else {
      throw .file(name: folder.database.lastPathComponent, .foreign)
    }
    // A view in the place of a table could run for ever, so the tables are compared before a row is read.
    guard try mapped({ try database.read { try hasExpectedTables($0, format) } }) else { throw .foreignSchema }
    if access == .acting { try checkDurable(database) }
    return SQLiteOffice(folder: folder, format: format, database: database)
  }

  /// Makes the database of a new office in a folder that has none. Only the founding calls this.
  public static func create(_ folder: OfficeFolder) throws(StoreFault) -> SQLiteOffice {
    guard !folder.exists else { throw .alreadyThere }
    try DurableFile.makePrivate(folder.database)
    let database = try connect(folder.database, isNew: true)
    try checkDurable(database)
    try mapped { try database.write(makeTables) }
    return SQLiteOffice(folder: folder, format: .two, database: database)
  }

  static func makeTables(_ db: Database) throws {
    for statement in Schema.office { try db.execute(sql: statement) }
    try db.execute(
      sql: "PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = \(LogFormat.two.rawValue)")
  }

  private init(folder: OfficeFolder, format: LogFormat, database: DatabaseQueue) {
    self.folder = folder
    self.format = format
    self.database = database
  }

  static func connect(_ file: URL, isNew: Bool) throws(StoreFault) -> DatabaseQueue {
    var configuration = Configuration()
    // WAL mode is stored in the file. Setting it again makes GRDB write and sync an empty transaction at each opening.
    if isNew { configuration.journalMode = .wal }
    configuration.busyMode = .timeout(10)
    configuration.foreignKeysEnabled = true
    return try mapped { try DatabaseQueue(path: file.path, configuration: configuration) }
  }

  /// Sets synchronous=FULL, and checks this setting and the journal mode. Both are needed so that an append survives a
  /// loss of power.
  static func checkDurable(_ database: DatabaseQueue) throws(StoreFault) {
    // In WAL mode GRDB sets NORMAL after its own preparation, so FULL must be set here.
    let settings = try mapped {
      try database.inDatabase { db in
        try db.execute(sql: "PRAGMA synchronous = FULL")
        return (
          try String.fetchOne(db, sql: "PRAGMA journal_mode"), try Int.fetchOne(db, sql: "PRAGMA synchronous")
        )
      }
    }
    guard settings.0 == "wal" else { throw .notDurable(setting: "journal_mode") }
    guard settings.1 == 2 else { throw .notDurable(setting: "synchronous") }
  }

  /// Sets the largest number of pages that the file may have. A test makes the disk full with it.
  package func limitPages(_ count: Int) throws(StoreFault) {
    try mapped { try database.inDatabase { try $0.execute(sql: "PRAGMA max_page_count = \(count)") } }
  }

  // MARK: Reading

  public func index(watching sizes: Set<Int>, upTo limit: Int?) throws(StoreFault) -> LogIndex {
    try read { db in
      if let limit { return try Self.pass(db, format, watching: sizes, upTo: limit) }
      return try passes.index(db, watching: sizes) { try Self.pass(db, format, watching: sizes) }
    }
  }

  public func entries(at places: [Int]) throws(StoreFault) -> [OfficeRows.EntryRow] {
    try read { db in
      let statement = try db.makeStatement(sql: EntryColumns.query(format) + " WHERE sequence = ?")
      return try places.compactMap { place in
        try Row.fetchOne(statement, arguments: [place]).map { OfficeRows.EntryRow(row: $0, format) }
      }
    }
  }

  public func summaries(openOnly: Bool) throws(StoreFault) -> [CaseSummary] {
    try read { openOnly ? try CaseSummary.open($0) : try CaseSummary.all($0) }
  }

  public func sealed(_ commitment: Commitment) throws(StoreFault) -> SealedValue {
    let row = try read { db in
      try Row.fetchOne(
        db, sql: "SELECT key_name, label, box FROM sealed WHERE commitment = ?", arguments: [commitment.description])
    }
    guard let row, let keyName: String = row.lenient("key_name"), let label: String = row.lenient("label") else {
      throw .sealedValue(commitment)
    }
    var box = (row.lenient("box") as Data?).map { Array($0) }
    if box == nil { box = try DurableFile.read(folder.sealedFile(commitment)) }
    guard let box else { throw .sealedValue(commitment) }
    return SealedValue(commitment: commitment, keyName: keyName, label: label, box: box)
  }

  /// Runs a read in one transaction.
  func read<Value>(_ work: (Database) throws -> Value) throws(StoreFault) -> Value {
    try mapped { try database.read(work) }
  }

  /// Runs a write in one transaction, which is undone where the work throws.
  func write<Value>(_ work: (Database) throws -> Value) throws(StoreFault) -> Value {
    try mapped { try database.write(work) }
  }
}
