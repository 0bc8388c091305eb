import Casework
import Foundation
import Intake
import Ledger
import LedgerSQLite
import TamperLog
import Wording

/// An office with somebody at it: where clock, chance, keys and files meet, and the only place where they do.
public struct Desk: Sendable {
  public let office: any OfficeStore
  public let world: World
  public let profile: OfficeProfile
  public let pack: OfficePack
  public let calendar: OfficeCalendar
  private let keyFile: URL
  /// What was read and verified when the office was opened, with the case that was asked for.
  private let opened: (history: VerifiedHistory, number: CaseNumber?)

  /// Opens an office. Its key is read only when something sealed is needed.
  ///
  /// - Parameter number: the case that will be asked for: its acts are verified in the same pass over the log.
  public static func open(
    _ folder: OfficeFolder, keyFile: URL?, world: World, for number: CaseNumber? = nil
  ) throws -> Desk {
    try open(stored { try SQLiteOffice.open(folder) }, keyFile: keyFile, world: world, for: number)
  }

  /// Opens an office in any store.
  static func open(
    _ office: any OfficeStore, keyFile: URL?, world: World, for number: CaseNumber? = nil
  ) throws -> Desk {
    try stored {
      let history = try office.history(of: number)
      guard let profile = history.registers.profile else { throw StoreFault.noOffice }
      let pack = try OfficePack(of: office.folder, pinnedBy: profile)
      guard let calendar = OfficeCalendar(zone: profile.zone, kind: pack.manifest.calendar) else {
        throw ServiceFault.notFound(.timeZone(profile.zone))
      }
      return Desk(
        office: office, world: world, profile: profile, pack: pack, calendar: calendar,
        keyFile: keyFile ?? office.folder.defaultKey, opened: (history, number))
    }
  }

  /// The registers, and a case's acts where a number is given, verified entry by entry: as they were at opening where the
  /// log has not grown since, else read anew.
  func history(of number: CaseNumber? = nil) throws -> VerifiedHistory {
    try stored {
      if number == nil || number == opened.number, let head = opened.history.head, try office.head() == head {
        return number == nil ? opened.history.withoutActs : opened.history
      }
      return try office.history(of: number)
    }
  }

  /// The office's keys.
  ///
  /// - Throws: where the office's key is absent, malformed or another's.
  public func vault() throws -> Vault {
    try stored {
      guard let file = try DurableFile.read(keyFile) else { throw StoreFault.noKey }
      guard let key = Vault.officeKey(file) else {
        throw ServiceFault.malformed(FilePlace(file: keyFile.lastPathComponent, line: 1), .notOfficeKey)
      }
      return try Vault(SQLiteKeys.open(office.folder), office: profile.id, officeKey: key, randomness: world.randomness)
    }
  }

  /// The time that an act is dated with: the clock's, and never before the last entry's.
  func now(after history: VerifiedHistory) -> Instant {
    let clock = world.now()
    return history.lastTime.map { max($0, clock) } ?? clock
  }

  /// The facts of this moment.
  func facts(_ history: VerifiedHistory, for receipt: OrderReceipt?, in number: CaseNumber) throws -> Facts {
    let now = now(after: history)
    let same = try stored {
      try receipt?.fingerprint.map { try office.cases(holding: $0, besides: number) } ?? []
    }
    return Facts(
      now: now, today: calendar.day(now), registers: history.registers, bases: try pack.bases(), sameOrder: same)
  }

  /// Who holds a key, as the register says.
  func actor(_ key: String, _ registers: Registers) throws -> Actor {
    let publicKey = try world.signer.publicKey(key)
    guard let officer = registers.officer(holding: publicKey.description) else {
      throw ServiceFault.signing(.notAnOfficer(file: URL(filePath: key).lastPathComponent))
    }
    return Actor(id: officer.id, role: officer.role)
  }

  /// Who holds the first of some keys: the actor.
  func actor(_ keys: [String], _ registers: Registers) throws -> Actor {
    guard let key = keys.first else { throw ServiceFault.signing(.notGiven) }
    return try actor(key, registers)
  }

  /// Returns the workflow that the entries of a case name, which must be one of the office's pack.
  func workflow(of history: VerifiedHistory) throws -> Workflow {
    guard let chart = history.chart, let workflow = try pack.workflow(chart) else {
      throw ServiceFault.store(.broken(sequence: history.acts.first?.sequence ?? 0, .chartMismatch))
    }
    return workflow
  }

  /// Waits a moment, by chance a longer or a shorter one, so that two acts that collide do not collide again.
  func pause() { usleep(UInt32(world.randomness.bytes(1)[0]) * 200) }
}

/// Turns a store's fault into the desk's.
func stored<Value>(_ work: () throws -> Value) throws -> Value {
  do {
    return try work()
  } catch let fault as StoreFault {
    throw ServiceFault.store(fault)
  }
}
