import Casework

/// A moment in an office's time zone, to the minute.
public struct WrittenMoment: Sendable, Hashable {
  public var day: CalendarDate
  public var hour: Int
  public var minute: Int

  /// Makes a moment.
  public init(_ day: CalendarDate, hour: Int, minute: Int) {
    self.day = day
    self.hour = hour
    self.minute = minute
  }

  /// The time of day, in ASCII digits: `09:05`.
  public var clock: String { "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)" }
}
