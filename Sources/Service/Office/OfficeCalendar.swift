import Casework
import Foundation
import Intake

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

  /// Writes a day for people: `11 Azar 1405`, or `2 December 2026`.
  public func text(_ day: Day) -> String {
    let (year, month, date) = isJalali ? WrittenDate.jalali(day) : day.gregorian
    return "\(date) \((isJalali ? Self.jalaliMonths : Self.months)[month - 1]) \(year)"
  }

  /// Writes a moment for people, in the office's zone, to the minute.
  public func text(_ moment: Instant) -> String {
    let offset = Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment.seconds))))
    let clock = Instant(seconds: moment.seconds + offset).description.dropFirst(11).prefix(5)
    return "\(text(day(moment))) \(clock)"
  }

  /// Reads a day as a person types it: Jalali in an office that counts so, else Gregorian.
  public func read(_ text: String) -> Day? { WrittenDate.read(text, isJalali ? .jalali : .gregorian) }

  private static let jalaliMonths = [
    "Farvardin", "Ordibehesht", "Khordad", "Tir", "Mordad", "Shahrivar", "Mehr", "Aban", "Azar", "Dey", "Bahman",
    "Esfand",
  ]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}
