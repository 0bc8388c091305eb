/// The calendars in which dates are written. A pack names the calendar of its office.
///
/// A `Day` is the same in every calendar. A calendar gives it a year, a month and a day of the month.
public enum CalendarKind: String, Sendable, Hashable, CaseIterable, Codable {
  /// The proleptic Gregorian calendar, years 1 to 9999.
  case gregorian
  /// The Solar Hijri calendar by the arithmetic rule of 33 years, years 1304 to 1501.
  ///
  /// By law a year begins at the equinox. The rule gives the same dates for these years; other years are refused.
  case jalali

  /// The years for which the program has dates of this calendar.
  public var years: ClosedRange<Int> {
    switch self {
    case .gregorian: 1...9999
    case .jalali: JalaliRule.years
    }
  }

  /// Returns the date of a day; nil outside the calendar's years.
  public func date(of day: Day) -> CalendarDate? {
    switch self {
    case .gregorian:
      let (year, month, date) = day.gregorian
      return years.contains(year) ? CalendarDate(calendar: self, year: year, month: month, day: date) : nil
    case .jalali:
      guard let (year, month, date) = JalaliRule.date(of: day.number) else { return nil }
      return CalendarDate(calendar: self, year: year, month: month, day: date)
    }
  }

  /// Returns the day of a date; nil where the calendar has no such date.
  public func day(year: Int, month: Int, day: Int) -> Day? {
    switch self {
    case .gregorian: Day(year: year, month: month, day: day)
    case .jalali: JalaliRule.number(year: year, month: month, day: day).map(Day.init(number:))
    }
  }

  /// Returns the number of days in a month; nil where the calendar has no such month.
  public func length(ofMonth month: Int, in year: Int) -> Int? {
    (28...31).last { day(year: year, month: month, day: $0) != nil }
  }

  /// Returns the day a number of months after another: the same day of the month, or the last day of a shorter month.
  /// Nil outside the calendar's years.
  public func day(_ day: Day, plusMonths months: Int) -> Day? {
    guard let date = date(of: day) else { return nil }
    let index = date.year * 12 + date.month - 1 + months
    let (year, month) = (index / 12, index % 12 + 1)
    guard let length = length(ofMonth: month, in: year) else { return nil }
    return self.day(year: year, month: month, day: min(date.day, length))
  }
}

/// A date of a calendar. `Wording` writes it in words.
public struct CalendarDate: Sendable, Hashable {
  /// The calendar of the date.
  public var calendar: CalendarKind
  /// The year in the calendar.
  public var year: Int
  /// The month: 1 is January in the Gregorian calendar, Farvardin in the Solar Hijri calendar.
  public var month: Int
  /// The day of the month, from 1.
  public var day: Int

  /// Makes a date. It does not check that the calendar has the date.
  public init(calendar: CalendarKind, year: Int, month: Int, day: Int) {
    self.calendar = calendar
    self.year = year
    self.month = month
    self.day = day
  }
}

/// The Jalali calendar by arithmetic: of every 33 years, the 1st, 5th, 9th, 13th, 17th, 22nd, 26th and 30th are leap
/// years.
enum JalaliRule {
  /// The years for which the rule gives the same dates as the equinox at 52.5° E.
  static let years = 1304...1501

  /// Days from 1970-01-01 to the first day of a year.
  ///
  /// The number of leap years before year y is (8y + 21) / 33. The constant places 1 Farvardin 1300 on 1921-03-21.
  private static func firstDay(_ year: Int) -> Int { 365 * year + (8 * year + 21) / 33 - 492_633 }

  private static func isLeap(_ year: Int) -> Bool { (8 * year + 29) % 33 < 8 }

  private static func length(_ month: Int, _ year: Int) -> Int {
    month <= 6 ? 31 : month < 12 || isLeap(year) ? 30 : 29
  }

  static func number(year: Int, month: Int, day: Int) -> Int? {
    guard years.contains(year), (1...12).contains(month), (1...length(month, year)).contains(day) else { return nil }
    return firstDay(year) + (month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30) + day - 1
  }

  static func date(of number: Int) -> (year: Int, month: Int, day: Int)? {
    guard (firstDay(years.lowerBound)..<firstDay(years.upperBound + 1)).contains(number) else { return nil }
    // 33 years have 12,053 days; the quotient is the year or the one after it.
    var year = (number - firstDay(0)) * 33 / 12_053
    while firstDay(year) > number { year -= 1 }
    while firstDay(year + 1) <= number { year += 1 }
    let place = number - firstDay(year)
    let month = place < 186 ? place / 31 + 1 : (place - 186) / 30 + 7
    return (year, month, (place < 186 ? place % 31 : (place - 186) % 30) + 1)
  }
}
