import Casework
import Foundation
import Intake
import Ledger
import LedgerSQLite
import TamperLog
import Wording

/// An open office, with its clock, random numbers, signers and key file.
///
/// A desk gives times and random numbers to the other rooms as values, so a test replaces them in one place.
public struct Desk: Sendable {
  public let office: any OfficeStore
  public let world: World
  public let profile: OfficeProfile
  public let pack: OfficePack
  public let calendar: OfficeCalendar
  private let keyFile: URL
  private let access: OfficeAccess
  /// The history that was verified when the office was opened, and the case that it includes.
  private let opened: (history: VerifiedHistory, number: CaseNumber?)

  /// Opens an office. The key file is read only when `vault()` is called.
  ///
  /// - Parameter number: the case whose acts are verified together with the registers; nil for none.
  public static func open(
    _ folder: OfficeFolder, keyFile: URL?, world: World, for number: CaseNumber? = nil,
    to access: OfficeAccess = .acting
  ) throws -> Desk {
    try open(
      stored { try SQLiteOffice.open(folder, for: access) }, keyFile: keyFile, world: world, for: number, to: access)
  }

  /// Opens an office that is kept in any store.
  static func open(
    _ office: any OfficeStore, keyFile: URL?, world: World, for number: CaseNumber? = nil,
    to access: OfficeAccess = .acting
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
        keyFile: keyFile ?? office.folder.defaultKey, access: access, opened: (history, number))
    }
  }

  /// Returns the verified registers, and the acts of a case where a number is given. Where the log has not grown since
  /// `open`, and `open` read this case, the history from `open` is returned.
  func history(of number: CaseNumber? = nil) throws -> VerifiedHistory {
    try stored {
      if number == nil || number == opened.number, let head = opened.history.head, try office.head() == head {
        return number == nil ? opened.history.withoutActs : opened.history
      }
      return try office.history(of: number)
    }
  }

  /// Returns this desk over one snapshot of the office: everything that it judges, it judges from the same rows.
  ///
  /// - Throws: `StoreFault.treeHead` if the rows do not give the stored head.
  func onSnapshot() throws -> Desk {
    try stored {
      let snapshot = try OfficeSnapshot(of: office)
      let history = try snapshot.history(of: nil)
      guard history.head != nil, history.registers.profile == profile else { throw StoreFault.treeHead }
      return Desk(
        office: snapshot, world: world, profile: profile, pack: pack, calendar: calendar, keyFile: keyFile,
        access: access, opened: (history, nil))
    }
  }

  /// Returns the vault, which has the keys of the office.
  ///
  /// - Throws: a `ServiceFault` where the key file is absent or malformed, or belongs to another office.
  public func vault() throws -> Vault {
    try stored {
      let name = keyFile.lastPathComponent
      let strange = ServiceFault.malformed(FilePlace(file: name, line: 1), .notOfficeKey)
      let file: [UInt8]
      do throws(InputFile.Trouble) {
        file = try InputFile.bytes(keyFile.path, limit: InputFile.largestKey)
      } catch {
        throw error.fault(named: name, absent: .store(.noKey), tooLarge: strange)
      }
      guard let key = Vault.officeKey(file) else { throw strange }
      return try Vault(
        SQLiteKeys.open(office.folder, for: access), office: profile.id, officeKey: key, randomness: world.randomness)
    }
  }

  /// Returns the time for the next entry: the clock's time, or the last entry's where the clock is behind it.
  func now(after history: VerifiedHistory) -> Instant {
    let clock = world.now()
    return history.lastTime.map { max($0, clock) } ?? clock
  }

  /// Returns the facts for a decision now.
  func facts(_ history: VerifiedHistory, for receipt: OrderReceipt?, in number: CaseNumber) throws -> Facts {
    let now = now(after: history)
    let same = try stored {
      try receipt?.fingerprint.map { try office.cases(holding: $0, besides: number) } ?? []
    }
    return Facts(
      now: now, today: calendar.day(now), registers: history.registers, bases: try pack.bases(), sameOrder: same)
  }

  /// Returns the active officer who holds a key, from the register.
  func actor(_ key: String, _ registers: Registers) throws -> Actor {
    let publicKey = try world.signer.publicKey(key)
    guard let officer = registers.officer(holding: publicKey.description) else {
      throw ServiceFault.signing(.notAnOfficer(file: URL(filePath: key).lastPathComponent))
    }
    return Actor(id: officer.id, role: officer.role)
  }

  /// Returns the officer who holds the first key. That officer is the actor.
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

  /// Waits for a random time of at most 51 milliseconds, so that two acts that collided do not collide again.
  func pause() { usleep(UInt32(world.randomness.bytes(1)[0]) * 200) }
}

/// Runs work and turns a `StoreFault` into a `ServiceFault`.
func stored<Value>(_ work: () throws -> Value) throws -> Value {
  do {
    return try work()
  } catch let fault as StoreFault {
    throw ServiceFault.store(fault)
  }
}
