import Casework
import Foundation

/// How an office counts and writes days: in its zone, and in its pack's calendar.
public struct OfficeCalendar: Sendable {
  private let zone: TimeZone
  /// The pack's calendar.
  public let kind: CalendarKind

  /// Makes a calendar; nil where the zone is unknown.
  public init?(zone: String, kind: CalendarKind) {
    guard let zone = TimeZone(identifier: zone) else { return nil }
    self.zone = zone
    self.kind = kind
  }

  /// Returns the day that a moment falls on.
  public func day(_ moment: Instant) -> Day { local(moment).day }

  /// Returns a moment as the office counts it.
  public func time(_ now: Instant) -> OfficeTime { OfficeTime(now: now, calendar: kind, day: day) }

  /// The year that a case opened at a moment is numbered under.
  ///
  /// - Throws: `DeskFault.usage` where the calendar does not count that year: the clock is wrong.
  public func year(of moment: Instant) throws -> Int {
    let day = day(moment)
    guard let date = kind.date(of: day) else {
      throw DeskFault.usage("the \(kind) calendar is not counted for \(day): is the clock right?")
    }
    return date.year
  }

  /// Returns the date of a day in the pack's calendar, or in the Gregorian where that does not count so far.
  public func date(_ day: Day) -> CalendarDate {
    if let date = kind.date(of: day) { return date }
    let (year, month, date) = day.gregorian
    return CalendarDate(calendar: .gregorian, year: year, month: month, day: date)
  }

  /// Writes a day for people: `11 Azar 1405`, or `2 December 2026`.
  public func text(_ day: Day) -> String {
    let date = date(day)
    return "\(date.day) \(Self.months(date.calendar)[date.month - 1]) \(date.year)"
  }

  /// Writes a moment for people, in the office's zone, to the minute.
  public func text(_ moment: Instant) -> String {
    "\(text(day(moment))) \(local(moment).description.dropFirst(11).prefix(5))"
  }

  /// Reads a day as a person types it, in the office's calendar.
  public func read(_ text: String) -> Day? { kind.day(written: text) }

  /// The moment whose description in UTC is what a clock in the office shows.
  private func local(_ moment: Instant) -> Instant {
    let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment.seconds)))
    return Instant(seconds: moment.seconds + Int64(offset))
  }

  private static func months(_ calendar: CalendarKind) -> [String] {
    switch calendar {
    case .jalali:
      [
        "Farvardin", "Ordibehesht", "Khordad", "Tir", "Mordad", "Shahrivar", "Mehr", "Aban", "Azar", "Dey", "Bahman",
        "Esfand",
      ]
    case .gregorian:
      [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
      ]
    }
  }
}
