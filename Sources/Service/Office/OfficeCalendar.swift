import Casework
import Foundation
import Wording

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
  /// - Throws: `ServiceFault.usage` where the calendar does not count that year: the clock is wrong.
  public func year(of moment: Instant) throws -> Int {
    let day = day(moment)
    guard let date = kind.date(of: day) else {
      throw ServiceFault.usage(.yearNotCounted(kind, day))
    }
    return date.year
  }

  /// Returns the date of a day in the pack's calendar, or in the Gregorian where that does not count so far.
  public func date(_ day: Day) -> CalendarDate {
    if let date = kind.date(of: day) { return date }
    let (year, month, date) = day.gregorian
    return CalendarDate(calendar: .gregorian, year: year, month: month, day: date)
  }

  /// Returns a moment in the office's zone and calendar, to the minute, for a language to write.
  public func written(_ moment: Instant) -> WrittenMoment {
    let minutes = Int((local(moment).seconds % 86_400 + 86_400) % 86_400 / 60)
    return WrittenMoment(date(day(moment)), hour: minutes / 60, minute: minutes % 60)
  }

  /// Reads a day as a person types it, in the office's calendar.
  public func read(_ text: String) -> Day? { kind.day(written: text) }

  /// The moment whose description in UTC is what a clock in the office shows.
  private func local(_ moment: Instant) -> Instant {
    let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment.seconds)))
    return Instant(seconds: moment.seconds + Int64(offset))
  }
}
