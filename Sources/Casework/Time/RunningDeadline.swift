/// A deadline that runs in a case: its source, its start and its end.
public struct RunningDeadline: Sendable, Hashable {
  /// The source of a deadline.
  public enum Rule: Sendable, Hashable {
    /// The order names the last day for the answer.
    case answerBy
    /// The order names the last day on which it is in force.
    case validUntil
    /// The law gives a time for the work in a state. The pack's chart names the state and the time.
    case state(String, Deadline)
  }

  /// The end of a deadline.
  public enum End: Sendable, Hashable {
    /// The deadline ends at this moment.
    case moment(Instant)
    /// The deadline ends at the end of this day in the office's zone.
    case day(Day)
  }

  /// The source of the deadline.
  public var rule: Rule
  /// The time of the act that received the order, or that entered the state. Nil where the caller did not ask for it.
  public var from: Instant?
  /// When the deadline ends; nil where the end is outside the calendar's years.
  public var until: End?

  /// Makes a deadline.
  public init(rule: Rule, from: Instant?, until: End?) {
    self.rule = rule
    self.from = from
    self.until = until
  }

  /// Says whether the office must act before the end. The last day of validity limits the order and is no duty of the
  /// office.
  public var isDuty: Bool { rule != .validUntil }

  /// Says whether the end has passed. The moment or the day of the end itself has not passed.
  public func hasPassed(at time: OfficeTime) -> Bool {
    switch until {
    case .moment(let end): end < time.now
    case .day(let end): end < time.today
    case nil: false
    }
  }

  /// Says whether the office should have acted by now.
  ///
  /// The deadline of a state counts even where it binds an authority. When the authority has not answered in time, the
  /// office must act.
  public func isOverdue(at time: OfficeTime) -> Bool { isDuty && hasPassed(at: time) }
}

/// The present moment, with the zone and the calendar of an office.
public struct OfficeTime: Sendable {
  /// The present moment.
  public var now: Instant
  /// The pack's calendar. Months are counted in it.
  public var calendar: CalendarKind
  /// Returns the day of a moment in the office's zone.
  public var day: @Sendable (Instant) -> Day
  /// The present day in the office's zone.
  public var today: Day { day(now) }

  /// Makes a time.
  public init(now: Instant, calendar: CalendarKind, day: @escaping @Sendable (Instant) -> Day) {
    self.now = now
    self.calendar = calendar
    self.day = day
  }

  /// Returns the end of a deadline that begins at a moment.
  ///
  /// Hours are counted from the moment. Days and months are counted from the following day, as laws count them, and end
  /// with their last day. Months are those of the office's calendar.
  public func end(of deadline: Deadline, from start: Instant) -> RunningDeadline.End? {
    switch deadline.unit {
    case .hours: .moment(Instant(seconds: start.seconds + Int64(deadline.count) * 3600))
    case .days: .day(Day(number: day(start).number + deadline.count))
    case .months: calendar.day(day(start), plusMonths: deadline.count).map(RunningDeadline.End.day)
    }
  }
}
