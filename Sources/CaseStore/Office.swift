import Casework
import Foundation
import GRDB
import TamperLog

/// An open office: its log and what is read from it.
///
/// Owns the connection to `office.sqlite`. Every act is one transaction: the entry, its leaf and root, what it sealed,
/// the tree's edge and the case's line in the list, or none of these. synchronous=FULL in WAL mode means that an append
/// which returned survives a loss of power (I12); both are asserted at opening, for a library may set otherwise.
public struct Office: Sendable {
  public let folder: OfficeFolder
  private let database: DatabaseQueue

  /// Opens an office; never makes one.
  public static func open(_ folder: OfficeFolder) throws(StoreFault) -> Office {
    guard folder.exists else { throw .noOffice }
    let database = try connect(folder)
    let format = try mapped {
      try database.read {
        (try Int.fetchOne($0, sql: "PRAGMA application_id"), try Int.fetchOne($0, sql: "PRAGMA user_version"))
      }
    }
    guard format == (Schema.applicationID, Schema.version) else { throw .noOffice }
    return Office(folder: folder, database: database)
  }

  /// Makes the tables of a new office in a folder that has none. `amanat init` alone calls this.
  public static func create(_ folder: OfficeFolder) throws(StoreFault) -> Office {
    guard !folder.exists else { throw .alreadyThere }
    try DurableFile.makePrivate(folder.database)
    let database = try connect(folder)
    try mapped {
      try database.write { db in
        for statement in Schema.office { try db.execute(sql: statement) }
        try db.execute(
          sql: "INSERT INTO head(id, size, root, frontier) VALUES (1, 0, ?, x'')",
          arguments: [Data(Hash.emptyRoot.bytes)])
        try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = \(Schema.version)")
      }
    }
    return Office(folder: folder, database: database)
  }

  private static func connect(_ folder: OfficeFolder) throws(StoreFault) -> DatabaseQueue {
    var configuration = Configuration()
    configuration.journalMode = .wal
    configuration.busyMode = .timeout(10)
    configuration.foreignKeysEnabled = true
    let database = try mapped { try DatabaseQueue(path: folder.database.path, configuration: configuration) }
    // GRDB sets NORMAL in WAL mode after its own preparation: only what is set now stays.
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
    return database
  }

  // MARK: Reading

  /// Returns the tree's head.
  public func head() throws(StoreFault) -> Head {
    try mapped { try database.read { try Self.edge($0) } }.head
  }

  /// Returns the time of the last entry; nil where there is none.
  public func lastTime() throws(StoreFault) -> Instant? { try mapped { try database.read { try Self.lastTime($0) } } }

  private static func lastTime(_ db: Database) throws -> Instant? {
    try Data.fetchOne(db, sql: "SELECT bytes FROM entries ORDER BY sequence DESC LIMIT 1")
      .flatMap { CanonicalJSON.read(Entry.self, Array($0)) }?.time
  }

  private static func edge(_ db: Database) throws -> (head: Head, frontier: Frontier) {
    guard let row = try Row.fetchOne(db, sql: "SELECT size, root, frontier FROM head WHERE id = 1"),
      let size: Int = row["size"], let root: Data = row["root"], let edge: Data = row["frontier"],
      let hash = Hash(root), edge.count % 32 == 0
    else { throw StoreFault.treeHead }
    let peaks = stride(from: 0, to: edge.count, by: 32).compactMap { Hash(edge.dropFirst($0).prefix(32)) }
    guard let frontier = Frontier(size: size, peaks: peaks), frontier.root == hash else { throw StoreFault.treeHead }
    return (Head(size: size, root: Digest(hash)), frontier)
  }

  /// Everything that is known of one case, or of the registers alone, verified entry by entry.
  public struct History: Sendable {
    /// The registers as they stand now.
    public var registers: Registers
    /// The case's acts in order; empty where only registers were asked for.
    public var acts: [Act]
    /// The chart that the case goes under.
    public var chart: Digest?
    /// The tree's head when this was read; nil where the stored edge does not hold: then one may read, and not append.
    public var head: Head?
  }

  /// Reads the registers, and a case's acts if a number is given, checking every entry against the registers of its time.
  public func history(of number: CaseNumber? = nil) throws(StoreFault) -> History {
    let (rows, head) = try mapped {
      try database.read { db in
        let sql = """
          SELECT sequence, case_number, bytes, signatures, leaf FROM entries
          WHERE case_number IS NULL OR case_number = ? ORDER BY sequence
          """
        return (try Row.fetchAll(db, sql: sql, arguments: [number?.description]), try? Self.edge(db).head)
      }
    }
    var history = History(registers: Registers(), acts: [], chart: nil, head: head)
    for row in rows {
      let sequence: Int = row["sequence"] ?? -1
      do throws(EntryFault) {
        let signed = SignedEntry(bytes: Array((row["bytes"] as Data?) ?? Data()), signatures: row["signatures"] ?? "")
        let verified = try VerifiedEntry(checking: signed, at: sequence, registers: history.registers)
        guard (row["leaf"] as Data?).map(Array.init) == verified.leaf.bytes else { throw .leafMismatch }
        guard (row["case_number"] as String?) == verified.entry.case?.description else { throw .caseMismatch }
        try history.take(verified.entry)
      } catch {
        throw .broken(sequence: sequence, error)
      }
    }
    if let number, history.acts.isEmpty { throw .noSuchCase(number) }
    return history
  }

  /// Lists the cases, from the read model.
  public func summaries() throws(StoreFault) -> [CaseSummary] {
    try mapped { try database.read { try CaseSummary.fetchAll($0, sql: "SELECT * FROM cases ORDER BY number") } }
  }

  /// Returns the other cases with an order of that fingerprint that have disclosed, or came before and still may. A case
  /// that was closed without disclosure does not count: a forged copy that came first must not shut out the true order.
  public func cases(
    holding fingerprint: Fingerprint, besides number: CaseNumber
  ) throws(StoreFault) -> [CaseNumber] {
    try mapped {
      try database.read { db in
        try CaseSummary.fetchAll(
          db, sql: "SELECT * FROM cases WHERE fingerprint = ?", arguments: [fingerprint.description])
      }
    }.compactMap { summary in
      guard let other = CaseNumber(summary.number), other != number else { return nil }
      return summary.isReleased || (!summary.isClosed && other < number) ? other : nil
    }.sorted()
  }

  /// Returns the number after the last one given in a year.
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

  /// Returns a sealed value: from its table, or for packages from its file.
  public func sealed(_ commitment: Commitment) throws(StoreFault) -> SealedValue {
    let row = try mapped {
      try database.read { db in
        try Row.fetchOne(
          db, sql: "SELECT key_name, label, box FROM sealed WHERE commitment = ?", arguments: [commitment.description])
      }
    }
    guard let row, let keyName: String = row["key_name"], let label: String = row["label"] else {
      throw .sealedValue(commitment)
    }
    var box = (row["box"] as Data?).map { Array($0) }
    if box == nil { box = try DurableFile.read(sealedFile(commitment)) }
    guard let box else { throw .sealedValue(commitment) }
    return SealedValue(commitment: commitment, keyName: keyName, label: label, box: box)
  }

  /// The file of a sealed package.
  public func sealedFile(_ commitment: Commitment) -> URL { folder.sealed.appending(path: "\(commitment).sealed") }

  /// The file of an envelope.
  public func envelopeFile(_ digest: Digest) -> URL { folder.outbox.appending(path: "\(digest).cms") }

  /// Runs a read on the connection; for the raw reading of an audit.
  func read<Value>(_ work: (Database) throws -> Value) throws(StoreFault) -> Value {
    try mapped { try database.read(work) }
  }

  // MARK: Appending

  /// Where a sealed value's box goes.
  public enum Placement: Sendable, Hashable {
    case table(SealedValue)
    /// Already on disk under `sealedFile`.
    case file(SealedValue)

    var value: SealedValue {
      switch self {
      case .table(let value), .file(let value): value
      }
    }
  }

  /// Appends a verified entry, in one transaction with all that goes with it.
  ///
  /// - Throws: `StoreFault.headMoved` where the log is no longer what the signer saw: nothing was appended.
  public func append(
    _ verified: VerifiedEntry, sealed: [Placement], summary: CaseSummary?
  ) throws(StoreFault) {
    try mapped {
      try database.write { db in
        var (head, frontier) = try Self.edge(db)
        guard verified.entry.head == head else { throw StoreFault.headMoved }
        guard try Self.lastTime(db).map({ $0 <= verified.entry.time }) ?? true else { throw StoreFault.clockBehind }
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
      }
    }
  }
}

extension Office.History {
  mutating func take(_ entry: Entry) throws(EntryFault) {
    for event in entry.registers ?? [] { registers.evolve(event, at: entry.sequence) }
    guard let events = entry.events, let digest = entry.chart else { return }
    guard chart == nil || chart == digest else { throw .chartMismatch }
    chart = digest
    acts.append(
      Act(sequence: entry.sequence, time: entry.time, actor: Actor(id: entry.actor, role: entry.role), events: events))
  }
}
