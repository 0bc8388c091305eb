import Casework
import Foundation
import Intake
import Ledger
import LedgerSQLite
import Wording

extension Desk {
  /// Opens an office.
  ///
  /// The log is compared with the key file and the mark, where they are there: an older copy, and another history of the
  /// office, are refused (I7). To act, both must be there. What came after the mark is then verified in full, and what
  /// does not verify is put into quarantine, before anything is judged or signed (I8).
  ///
  /// - Parameters:
  ///   - keyFile: the key file; nil for the default one, without which an office can be read.
  ///   - number: the case whose acts are verified together with the registers; nil for none.
  ///   - isAudit: leaves the comparison to the audit, which names everything that is wrong.
  public static func open(
    _ folder: OfficeFolder, keyFile: URL?, world: World, for number: CaseNumber? = nil,
    to access: OfficeAccess = .acting, isAudit: Bool = false
  ) throws -> Desk {
    try open(
      stored { try SQLiteOffice.open(folder, for: access) }, keyFile: keyFile, world: world, for: number, to: access,
      isAudit: isAudit)
  }

  /// Opens an office that is kept in any store.
  static func open(
    _ office: any OfficeStore, keyFile: URL?, world: World, for number: CaseNumber? = nil,
    to access: OfficeAccess = .acting, isAudit: Bool = false
  ) throws -> Desk {
    try stored {
      let file = keyFile ?? office.folder.defaultKey
      let key = try readKey(file, isNeeded: keyFile != nil || access == .acting)
      if access == .acting || key?.pin != nil, !isAudit { try check(key, fits: office.format) }
      let marks = isAudit ? nil : key.flatMap { key in key.pin.map { MarkBook(key.bytes, $0, beside: file) } }
      let (history, number) = try openedHistory(of: office, marks, number, access, isAudit: isAudit)
      guard let profile = history.registers.profile else { throw StoreFault.broken(sequence: 0, .unreadable) }
      if let pin = key?.pin, !isAudit {
        guard pin.office == profile.id else { throw StoreFault.wrongKey }
        guard pin.founding == history.ends.founding else { throw StoreFault.anotherFounding }
      }
      let pack = try OfficePack(of: office.folder, pinnedBy: profile)
      guard let calendar = OfficeCalendar(zone: profile.zone, kind: pack.manifest.calendar) else {
        throw ServiceFault.notFound(.timeZone(profile.zone))
      }
      let desk = Desk(
        office: office, world: world, profile: profile, pack: pack, calendar: calendar, keyFile: file, key: key,
        marks: marks, access: access, opened: (history, number))
      if access == .acting { _ = try desk.index() }
      return desk
    }
  }

  /// Reads the registers and the case with which an office is opened. Where the log is longer than its mark, these are the
  /// registers up to the mark, because what comes after it is not verified yet.
  ///
  /// - Returns: the history, and the case that it includes.
  private static func openedHistory(
    of office: any OfficeStore, _ marks: MarkBook?, _ number: CaseNumber?, _ access: OfficeAccess, isAudit: Bool
  ) throws -> (VerifiedHistory, CaseNumber?) {
    if isAudit {
      do throws(StoreFault) {
        return (try office.history(), nil)
      } catch .broken(let sequence, _) where sequence > 0 {
        // The audit names this entry, and everything else that is wrong.
        return (try office.history(of: nil, by: try office.index(watching: [], upTo: sequence)), nil)
      }
    }
    let index: LogIndex
    if let marks {
      let compared: (mark: Mark, index: LogIndex)
      do throws(StoreFault) {
        compared = try marks.compared(office)
      } catch .noMark where access == .reading {
        return (try office.history(of: number), number)
      }
      let size = compared.mark.head.size
      index = compared.index
      if access == .acting, index.extent > size {
        return (try office.history(of: nil, by: try office.index(watching: [], upTo: size)), nil)
      }
      guard index.extent == index.head.size else { throw StoreFault.notAcknowledged(entry: index.head.size) }
      do throws(StoreFault) {
        return (try office.history(of: number, by: index), number)
      } catch .broken(let sequence, _) where sequence >= size {
        throw StoreFault.notAcknowledged(entry: sequence)
      }
    } else {
      index = try office.index()
    }
    return (try office.history(of: number, by: index), number)
  }

  /// Reads the key file.
  ///
  /// - Parameter isNeeded: throws where there is no file; otherwise nil is returned, also where this account may not
  ///   read it.
  static func readKey(_ file: URL, isNeeded: Bool) throws -> OfficeKey? {
    let name = file.lastPathComponent
    let strange = ServiceFault.malformed(FilePlace(file: name, line: 1), .notOfficeKey)
    let bytes: [UInt8]
    do throws(InputFile.Trouble) {
      bytes = try InputFile.bytes(file.path, limit: InputFile.largestKey)
    } catch {
      if !isNeeded, [.absent, .unreadable(.noPermission)].contains(error) { return nil }
      throw error.fault(named: name, absent: .store(.noKey), tooLarge: strange)
    }
    guard let key = OfficeKey(reading: bytes) else { throw strange }
    return key
  }

  /// Refuses to act in an office of format 1, and an office or a key file that is older than the other one.
  private static func check(_ key: OfficeKey?, fits format: LogFormat) throws(StoreFault) {
    switch (format, key?.pin) {
    case (.one, nil): throw .olderFormat
    case (.one, _?): throw .olderThanKeyFile
    case (.two, nil): throw .olderKeyFile
    case (.two, _?): break
    }
  }
}
