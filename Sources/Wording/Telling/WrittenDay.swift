/// A day as a calendar counts it, for a language to write.
public struct WrittenDay: Sendable, Hashable {
  /// The calendars in which days are written.
  public enum Calendar: Sendable, Hashable {
    case jalali, gregorian
  }

  public var calendar: Calendar
  public var year: Int
  /// From 1.
  public var month: Int
  /// From 1.
  public var day: Int

  /// Makes a day.
  public init(_ calendar: Calendar, year: Int, month: Int, day: Int) {
    self.calendar = calendar
    self.year = year
    self.month = month
    self.day = day
  }
}

/// A moment in an office's zone, to the minute.
public struct WrittenMoment: Sendable, Hashable {
  public var day: WrittenDay
  public var hour: Int
  public var minute: Int

  /// Makes a moment.
  public init(_ day: WrittenDay, hour: Int, minute: Int) {
    self.day = day
    self.hour = hour
    self.minute = minute
  }

  /// The time of day, in ASCII digits: `09:05`.
  public var clock: String { "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)" }
}
