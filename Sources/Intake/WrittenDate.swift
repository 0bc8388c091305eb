import Casework
import Foundation

/// Dates as orders write them: `1405/08/28` in the Jalali calendar, or `2026-11-19` in the Gregorian.
public enum WrittenDate {
  /// The calendars in which dates are written.
  public enum Calendar: String, Sendable {
    case jalali, gregorian
  }

  /// Reads a date in any digits; nil where the calendar has no such day (30 Esfand exists in leap years only).
  public static func read(_ text: String, _ calendar: Calendar) -> Day? {
    let parts = PersianText.number(text).split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "-" }
      .map { $0.utf8.allSatisfy { (48...57).contains($0) } ? Int($0) : nil }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else { return nil }
    return calendar == .gregorian ? Day(year: year, month: month, day: day) : jalali(year, month, day)
  }

  /// Returns year, month and day in the Jalali calendar.
  public static func jalali(_ day: Day) -> (year: Int, month: Int, day: Int) {
    let date = Date(timeIntervalSince1970: Double(day.number) * 86_400)
    let parts = persian.dateComponents([.year, .month, .day], from: date)
    return (parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
  }

  private static func jalali(_ year: Int, _ month: Int, _ day: Int) -> Day? {
    guard (1...3000).contains(year), (1...12).contains(month), (1...31).contains(day),
      let date = persian.date(from: DateComponents(year: year, month: month, day: day))
    else { return nil }
    let result = Day(number: Int((date.timeIntervalSince1970 / 86_400).rounded(.down)))
    // The calendar rolls a day that does not exist over into the next month: such a date is refused.
    return jalali(result) == (year, month, day) ? result : nil
  }

  private static let persian: Foundation.Calendar = {
    var calendar = Foundation.Calendar(identifier: .persian)
    calendar.timeZone = .gmt
    return calendar
  }()
}
