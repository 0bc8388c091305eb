import Casework
import Foundation
import Intake
import Wording

/// How an office counts and writes days: in its zone, and in its pack's calendar.
public struct OfficeCalendar: Sendable {
  private let zone: TimeZone
  public let isJalali: Bool

  /// Makes a calendar; nil where the zone is unknown.
  public init?(zone: String, pack: String) {
    guard let zone = TimeZone(identifier: zone) else { return nil }
    self.zone = zone
    isJalali = pack == "iran"
  }

  /// Returns the day that a moment falls on.
  public func day(_ moment: Instant) -> Day {
    let offset = Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment.seconds))))
    return Instant(seconds: moment.seconds + offset).day
  }

  /// The year that a case opened on a day is numbered under.
  public func year(of day: Day) -> Int { isJalali ? WrittenDate.jalali(day).year : day.gregorian.year }

  /// Counts a day in the office's calendar, for a language to write.
  public func written(_ day: Day) -> WrittenDay {
    let (year, month, date) = isJalali ? WrittenDate.jalali(day) : day.gregorian
    return WrittenDay(isJalali ? .jalali : .gregorian, year: year, month: month, day: date)
  }

  /// Counts a moment in the office's calendar and zone, to the minute, for a language to write.
  public func written(_ moment: Instant) -> WrittenMoment {
    let offset = Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment.seconds))))
    let minutes = Int(((moment.seconds + offset) % 86_400 + 86_400) % 86_400 / 60)
    return WrittenMoment(written(day(moment)), hour: minutes / 60, minute: minutes % 60)
  }

  /// Reads a day as a person types it: Jalali in an office that counts so, else Gregorian.
  public func read(_ text: String) -> Day? { WrittenDate.read(text, isJalali ? .jalali : .gregorian) }
}
