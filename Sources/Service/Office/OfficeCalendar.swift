import Casework
import Foundation
import Wording

/// The calendar of an office: its time zone and its pack's kind of calendar.
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

  /// Returns the day of a moment in the office's zone.
  public func day(_ moment: Instant) -> Day { local(moment).day }

  /// Returns a moment with the office's calendar and zone, for counting deadlines.
  public func time(_ now: Instant) -> OfficeTime { OfficeTime(now: now, calendar: kind, day: day) }

  /// Returns the year for the number of a case that is opened at this moment.
  ///
  /// - Throws: `ServiceFault.usage` where the calendar does not cover the day, because the clock is wrong.
  public func year(of moment: Instant) throws -> Int {
    let day = day(moment)
    guard let date = kind.date(of: day) else {
      throw ServiceFault.usage(.yearNotCounted(kind, day))
    }
    return date.year
  }

  /// Returns the date of a day in the pack's calendar, or in the Gregorian calendar where the pack's does not cover the
  /// day.
  public func date(_ day: Day) -> CalendarDate {
    if let date = kind.date(of: day) { return date }
    let (year, month, date) = day.gregorian
    return CalendarDate(calendar: .gregorian, year: year, month: month, day: date)
  }

  /// Returns a moment in the office's zone and calendar, to the minute. `Wording` turns it into text.
  public func written(_ moment: Instant) -> WrittenMoment {
    let minutes = Int((local(moment).seconds % 86_400 + 86_400) % 86_400 / 60)
    return WrittenMoment(date(day(moment)), hour: minutes / 60, minute: minutes % 60)
  }

  /// Reads a day in the office's calendar, as a person types it; nil where the text is not a day.
  public func read(_ text: String) -> Day? { kind.day(written: text) }

  /// Returns a moment shifted by the zone's offset, so that its UTC time is the local time of the office.
  private func local(_ moment: Instant) -> Instant {
    let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment.seconds)))
    return Instant(seconds: moment.seconds + Int64(offset))
  }
}
