import Casework
import Foundation
import Ledger
import LedgerSQLite
import TamperLog
import Wording

extension Desk {
  /// Carries an office of format 1 on in the present format. Two custodians sign an entry with the head that the log had,
  /// so that old checkpoints still count. No program of an older version may use the office meanwhile.
  ///
  /// The new database is written beside the old one first, then the marks, then the key file, and then the database takes
  /// its place. After a crash the same call finishes the work.
  ///
  /// - Parameters:
  ///   - marks: the folder of the marks; nil takes the one beside the key file.
  ///   - keys: the key files of the two custodians.
  public static func upgrade(
    _ folder: OfficeFolder, keyFile: URL?, marks: URL? = nil, world: World, keys: [String], dryRun: Bool = false
  ) throws {
    let file = keyFile ?? folder.defaultKey
    guard var key = try readKey(file, isNeeded: true) else { throw ServiceFault.store(.noKey) }
    if let pin = key.pin {
      guard !dryRun else { return }
      return try finishUpgrade(folder, MarkBook(key.bytes, pin, beside: file))
    }
    let marksURL = marks ?? defaultMarks(file)
    guard let pin = try prepareUpgrade(folder, key, file, marksURL, world, keys, dryRun) else { return }
    key.pin = pin
    try OutputPlace.write(key.file, to: file, named: file.path, mode: 0o600)
    world.reached(.committed)
    try stored { try SQLiteOffice.installUpgrade(in: folder) }
  }

  /// Writes the new database and the marks. Returns what the key file is to pin; nil where nothing is to be written.
  private static func prepareUpgrade(
    _ folder: OfficeFolder, _ key: OfficeKey, _ file: URL, _ marks: URL, _ world: World, _ keys: [String],
    _ dryRun: Bool
  ) throws -> OfficeKey.Pin? {
    let desk = try open(folder, keyFile: file, world: world, to: .reading)
    // Marks of this office are there after an upgrade that was interrupted before the key file named them.
    let left = try? MarkFolder(marks).read(key.bytes)
    if left?.office != desk.profile.id { try checkMarks(marks, outside: folder) }
    let snapshot = try stored { try OfficeSnapshot(of: desk.office) }
    let report = try desk.audit(of: snapshot)
    guard report.isSound else { throw ServiceFault.unsound(report) }
    guard let (office, records) = snapshot.upgraded() else { throw ServiceFault.store(.olderKeyFile) }
    let history = try stored { try office.history() }
    guard let founding = history.ends.founding else { throw ServiceFault.store(.noOffice) }
    let upgrade = UpgradedLog(size: report.head.size, root: report.head.root)
    let draft = try desk.draft(RegisterChange(events: [.officeUpgraded(upgrade)]), history, keys: keys)
    if dryRun { return nil }
    let verified = try desk.verified(draft, try desk.sign(draft, with: keys))
    try stored {
      try Vault(
        SQLiteKeys.open(folder), office: desk.profile.id, officeKey: key, randomness: world.randomness
      ).keepFingerprintKey()
      try SQLiteOffice.prepareUpgrade(in: folder, office.rows(), records, adding: verified)
      try OutputPlace.makeFolder(marks, mode: 0o700)
      var frontier = Frontier()
      for record in records + [verified.record] { frontier.append(record.leaf) }
      let head = Head(size: frontier.size, root: Digest(frontier.root))
      _ = try MarkFolder(marks).begin(
        Mark(office: desk.profile.id, founding: founding, restores: 0, head: head, journal: 0),
        records + [verified.record], key.bytes)
    }
    world.reached(.marked)
    return OfficeKey.Pin(office: desk.profile.id, founding: founding, marks: Self.marks(marks, beside: file))
  }

  /// Puts the database of an upgrade that was interrupted in its place. The mark tells that it is that database.
  private static func finishUpgrade(_ folder: OfficeFolder, _ marks: MarkBook) throws {
    try stored {
      guard try SQLiteOffice.open(folder, for: .reading).format == .one else {
        throw ServiceFault.usage(.nothingToUpgrade)
      }
      guard try SQLiteOffice.preparedUpgrade(in: folder) == marks.mark().head else { throw StoreFault.olderThanKeyFile }
      try SQLiteOffice.installUpgrade(in: folder)
    }
  }
}
