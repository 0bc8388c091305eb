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
  /// The file of the office's key.
  let keyFile: URL
  /// The office's key; nil where its file is not there and the office is only read.
  let key: OfficeKey?
  /// The marks of the office; nil where there is no key, in an office of format 1, and in an audit.
  let marks: MarkBook?
  let access: OfficeAccess
  /// The history that was verified when the office was opened, and the case that it includes.
  let opened: (history: VerifiedHistory, number: CaseNumber?)

  /// Returns the verified registers, and the acts of a case where a number is given. Where the log has not grown since
  /// `open`, and `open` read this case, the history from `open` is returned.
  func history(of number: CaseNumber? = nil) throws -> VerifiedHistory {
    let index = try index()
    if number == nil || number == opened.number, opened.history.head == index.head {
      return number == nil ? opened.history.withoutActs : opened.history
    }
    return try stored { try office.history(of: number, by: index) }
  }

  /// Returns this desk over one snapshot of the office: everything that it judges, it judges from the same rows.
  ///
  /// - Throws: `StoreFault.headMoved` where the snapshot is not of the log that was compared with the mark.
  func onSnapshot() throws -> Desk {
    let head = try index().head
    return try stored {
      let snapshot = try OfficeSnapshot(of: office)
      let history = try snapshot.history(of: nil)
      guard history.head == head, history.registers.profile == profile else { throw StoreFault.headMoved }
      return Desk(
        office: snapshot, world: world, profile: profile, pack: pack, calendar: calendar, keyFile: keyFile, key: key,
        marks: marks, access: access, opened: (history, nil))
    }
  }

  /// Returns the vault, which has the keys of the office.
  ///
  /// - Throws: `StoreFault.noKey` where the key file is not there, `.wrongKey` where the key is another office's.
  public func vault() throws -> Vault {
    try stored {
      guard let key else { throw StoreFault.noKey }
      return try Vault(
        SQLiteKeys.open(office.folder, for: access), office: profile.id, officeKey: key, randomness: world.randomness)
    }
  }

  /// The largest difference by which the clock may be behind the log, in seconds. The clocks of two machines differ.
  static let clockTolerance: Int64 = 600

  /// Returns the time for the next entry: the clock's time, or the latest entry's where the clock is a little behind it.
  ///
  /// - Throws: `StoreFault.clockBehind` where the clock is further behind and an act is to be entered.
  func now(after history: VerifiedHistory) throws -> Instant { try now(after: history.lastTime) }

  /// Returns the time for the next entry after an entry of this time.
  func now(after last: Instant?) throws -> Instant {
    let clock = world.now()
    guard let last, clock < last else { return clock }
    guard access == .reading || last.seconds - clock.seconds <= Self.clockTolerance else {
      throw ServiceFault.store(.clockBehind(seconds: last.seconds - clock.seconds))
    }
    return last
  }

  /// Returns the facts for a decision now.
  func facts(_ history: VerifiedHistory, for receipt: OrderReceipt?, in number: CaseNumber) throws -> Facts {
    let now = try now(after: history)
    return Facts(
      now: now, today: calendar.day(now), registers: history.registers, bases: try pack.bases(),
      sameOrder: try receipt?.fingerprint.map { try duplicates(of: $0, besides: number) } ?? [])
  }

  /// Returns the cases that make a case with this order a duplicate: each ever received an order with the same
  /// fingerprint, and has disclosed, or came before and may still disclose.
  private func duplicates(of fingerprint: Fingerprint, besides number: CaseNumber) throws -> [CaseNumber] {
    let index = try index()
    return try index.cases(holding: fingerprint).filter { other in
      guard other != number else { return false }
      let history = try stored { try office.history(of: other, by: index) }
      let workflow = try workflow(of: history)
      let subject = try replayed(other, history, workflow)
      return subject.release != nil || (!workflow.isFinished(subject.configuration) && other < number)
    }
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

  /// Rebuilds a case from its acts.
  func replayed(_ number: CaseNumber, _ history: VerifiedHistory, _ workflow: Workflow) throws -> Case {
    do throws(ReplayFault) {
      return try Case.replay(number, history.acts, under: workflow)
    } catch {
      throw ServiceFault.store(.impossible(number, error))
    }
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
