import Casework
import Foundation
import GRDB
import Ledger
import TamperLog

/// The store of one office in SQLite.
///
/// Owns the connection to `office.sqlite`. Every append is one transaction: it writes the entry, its leaf and root, its
/// sealed values, the tree's frontier and the case's line in the list, or nothing. With synchronous=FULL in WAL mode,
/// an append that has returned survives a loss of power (I12). Both settings are checked when the office is opened,
/// because a library may change them.
public struct SQLiteOffice: OfficeStore {
  public let folder: OfficeFolder
  private let database: DatabaseQueue

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
      database = try connect(folder, isNew: false)
    }
    let format = try mapped {
      try database.read {
        (try Int.fetchOne($0, sql: "PRAGMA application_id"), try Int.fetchOne($0, sql: "PRAGMA user_version"))
      }
    }
    guard format == (Schema.applicationID, Schema.version) else {
      throw .file(name: folder.database.lastPathComponent, .foreign)
    }
    if access == .acting { try checkDurable(database) }
    return SQLiteOffice(folder: folder, database: database)
  }

  /// Makes the database of a new office in a folder that has none. Only the founding calls this.
  public static func create(_ folder: OfficeFolder) throws(StoreFault) -> SQLiteOffice {
    guard !folder.exists else { throw .alreadyThere }
    try DurableFile.makePrivate(folder.database)
    let database = try connect(folder, isNew: true)
    try checkDurable(database)
    try mapped {
      try database.write { db in
        for statement in Schema.office { try db.execute(sql: statement) }
        try db.execute(
          sql: "INSERT INTO head(id, size, root, frontier) VALUES (1, 0, ?, x'')",
          arguments: [Data(Hash.emptyRoot.bytes)])
        try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = \(Schema.version)")
      }
    }
    return SQLiteOffice(folder: folder, database: database)
  }

  private static func connect(_ folder: OfficeFolder, isNew: Bool) throws(StoreFault) -> DatabaseQueue {
    var configuration = Configuration()
    // WAL mode is stored in the file. Setting it again makes GRDB write and sync an empty transaction at each opening.
    if isNew { configuration.journalMode = .wal }
    configuration.busyMode = .timeout(10)
    configuration.foreignKeysEnabled = true
    let database = try mapped { try DatabaseQueue(path: folder.database.path, configuration: configuration) }
    return database
  }

  /// Sets synchronous=FULL, and checks this setting and the journal mode. Both are needed so that an append survives a
  /// loss of power.
  private static func checkDurable(_ database: DatabaseQueue) throws(StoreFault) {
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

  // MARK: Reading

  public func head() throws(StoreFault) -> Head {
    try mapped { try database.read { try Self.edge($0) } }.head
  }

  private static func lastTime(_ db: Database) throws -> Instant? {
    try Data.fetchOne(db, sql: "SELECT bytes FROM entries ORDER BY sequence DESC LIMIT 1")
      .flatMap { CanonicalJSON.read(Entry.self, Array($0)) }?.time
  }

  private static func edge(_ db: Database) throws -> (head: Head, frontier: Frontier) {
    guard let row = try Row.fetchOne(db, sql: "SELECT size, root, frontier FROM head WHERE id = 1"),
      let size: Int = row.lenient("size"), let root: Data = row.lenient("root"),
      let edge: Data = row.lenient("frontier"),
      let hash = Hash(root), edge.count % 32 == 0
    else { throw StoreFault.treeHead }
    let peaks = stride(from: 0, to: edge.count, by: 32).compactMap { Hash(edge.dropFirst($0).prefix(32)) }
    guard let frontier = Frontier(size: size, peaks: peaks), frontier.root == hash else { throw StoreFault.treeHead }
    return (Head(size: size, root: Digest(hash)), frontier)
  }

  public func history(of number: CaseNumber?) throws(StoreFault) -> VerifiedHistory {
    let (rows, head, lastTime) = try mapped {
      try database.read { db in
        let sql = """
          SELECT sequence, case_number, bytes, signatures, leaf, root FROM entries
          WHERE case_number IS NULL OR case_number = ? ORDER BY sequence
          """
        return (
          try Row.fetchAll(db, sql: sql, arguments: [number?.description]).map(OfficeRows.EntryRow.init(row:)),
          try? Self.edge(db).head, try Self.lastTime(db)
        )
      }
    }
    let history = try VerifiedHistory(verifying: rows, head: head, lastTime: lastTime)
    if let number, history.acts.isEmpty { throw .noSuchCase(number) }
    return history
  }

  public func summaries(openOnly: Bool) throws(StoreFault) -> [CaseSummary] {
    try mapped { try database.read { openOnly ? try CaseSummary.open($0) : try CaseSummary.all($0) } }
  }

  public func cases(
    holding fingerprint: Fingerprint, besides number: CaseNumber
  ) throws(StoreFault) -> [CaseNumber] {
    try mapped {
      try database.read { db in
        try Row.fetchAll(
          db, sql: "SELECT * FROM cases WHERE fingerprint = ?", arguments: [fingerprint.description]
        ).map(CaseSummary.init(row:))
      }
    }.compactMap { $0.duplicate(of: number) }.sorted()
  }

  public func nextNumber(year: Int) throws(StoreFault) -> CaseNumber {
    let last = try mapped {
      try database.read { db in
        try String.fetchAll(
          db, sql: "SELECT DISTINCT case_number FROM entries WHERE case_number GLOB ?",
          arguments: [String(CaseNumber(year: year, serial: 1).description.prefix(5)) + "*"])
      }
    }.compactMap { CaseNumber($0)?.serial }.max()
    return CaseNumber(year: year, serial: (last ?? 0) + 1)
  }

  public func sealed(_ commitment: Commitment) throws(StoreFault) -> SealedValue {
    let row = try mapped {
      try database.read { db in
        try Row.fetchOne(
          db, sql: "SELECT key_name, label, box FROM sealed WHERE commitment = ?", arguments: [commitment.description])
      }
    }
    guard let row, let keyName: String = row.lenient("key_name"), let label: String = row.lenient("label") else {
      throw .sealedValue(commitment)
    }
    var box = (row.lenient("box") as Data?).map { Array($0) }
    if box == nil { box = try DurableFile.read(folder.sealedFile(commitment)) }
    guard let box else { throw .sealedValue(commitment) }
    return SealedValue(commitment: commitment, keyName: keyName, label: label, box: box)
  }

  /// Runs a read on the connection, for `rows()`.
  func read<Value>(_ work: (Database) throws -> Value) throws(StoreFault) -> Value {
    try mapped { try database.read(work) }
  }

  // MARK: Appending

  public func append(
    _ verified: VerifiedEntry, sealed: [SealedPlacement], summary: CaseSummary?
  ) throws(StoreFault) -> Head {
    try mapped {
      try database.write { db -> Head in
        var (head, frontier) = try Self.edge(db)
        guard verified.entry.head == head else { throw StoreFault.headMoved }
        if head.size > 0 {
          // Nobody signs on top of an entry that cannot be read.
          guard let last = try Self.lastTime(db) else {
            throw StoreFault.broken(sequence: head.size - 1, .unreadable)
          }
          guard last <= verified.entry.time else { throw StoreFault.clockBehind }
        }
        frontier.append(verified.leaf)
        try db.execute(
          sql: "INSERT INTO entries(sequence, case_number, bytes, signatures, leaf, root) VALUES (?, ?, ?, ?, ?, ?)",
          arguments: [
            verified.entry.sequence, verified.entry.case?.description, Data(verified.bytes), verified.signatures,
            Data(verified.leaf.bytes), Data(frontier.root.bytes),
          ])
        try db.execute(
          sql: "UPDATE head SET size = ?, root = ?, frontier = ? WHERE id = 1",
          arguments: [frontier.size, Data(frontier.root.bytes), Data(frontier.peaks.flatMap(\.bytes))])
        for placement in sealed {
          var box: Data?
          if case .table(let value) = placement { box = Data(value.box) }
          try db.execute(
            sql: "INSERT INTO sealed(commitment, sequence, key_name, label, box) VALUES (?, ?, ?, ?, ?)",
            arguments: [
              placement.value.commitment.description, verified.entry.sequence, placement.value.keyName,
              placement.value.label, box,
            ])
        }
        try summary?.save(db)
        return Head(size: frontier.size, root: Digest(frontier.root))
      }
    }
  }
}
