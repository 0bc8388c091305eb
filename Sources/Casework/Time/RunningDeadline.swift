/// A deadline that runs in a case: by which rule, from when, until when.
public struct RunningDeadline: Sendable, Hashable {
  /// What sets a deadline.
  public enum Rule: Sendable, Hashable {
    /// The order names the day by which it wants its answer.
    case answerBy
    /// The order names the last day on which it is in force.
    case validUntil
    /// The law gives a time for what is done in a state; the pack's chart names both.
    case state(String, Deadline)
  }

  /// The end of a deadline.
  public enum End: Sendable, Hashable {
    /// That moment.
    case moment(Instant)
    /// The end of that day in the office's zone.
    case day(Day)
  }

  /// What sets it.
  public var rule: Rule
  /// When it began: the act that received the order, or that led into the state. Nil where that was not asked.
  public var from: Instant?
  /// When it ends; nil where the office's calendar does not count so far.
  public var until: End?

  /// Makes a deadline.
  public init(rule: Rule, from: Instant?, until: End?) {
    self.rule = rule
    self.from = from
    self.until = until
  }

  /// Says whether the office has to act before the end. An order's last day is a limit to the order, not to the office.
  public var isDuty: Bool { rule != .validUntil }

  /// Says whether the end has passed. The moment itself, and the day itself, are still within.
  public func hasPassed(at time: OfficeTime) -> Bool {
    switch until {
    case .moment(let end): end < time.now
    case .day(let end): end < time.today
    case nil: false
    }
  }

  /// Says whether the office should have acted and has not.
  ///
  /// A state's deadline counts whoever it binds: where an authority has not answered in time, it is the office's turn.
  public func isOverdue(at time: OfficeTime) -> Bool { isDuty && hasPassed(at: time) }
}

/// A moment as an office counts it: in its zone and its pack's calendar.
public struct OfficeTime: Sendable {
  /// The moment.
  public var now: Instant
  /// The pack's calendar, in which months are counted.
  public var calendar: CalendarKind
  /// The day that a moment falls on in the office's zone.
  public var day: @Sendable (Instant) -> Day
  /// The day that it is in the office.
  public var today: Day { day(now) }

  /// Makes a time.
  public init(now: Instant, calendar: CalendarKind, day: @escaping @Sendable (Instant) -> Day) {
    self.now = now
    self.calendar = calendar
    self.day = day
  }

  /// Returns the end of a deadline that begins at a moment.
  ///
  /// Hours are counted from the moment. Days and months are counted from the day after it, as laws do, and end with
  /// their last day; months are the calendar's own.
  public func end(of deadline: Deadline, from start: Instant) -> RunningDeadline.End? {
    switch deadline.unit {
    case .hours: .moment(Instant(seconds: start.seconds + Int64(deadline.count) * 3600))
    case .days: .day(Day(number: day(start).number + deadline.count))
    case .months: calendar.day(day(start), plusMonths: deadline.count).map(RunningDeadline.End.day)
    }
  }
}
