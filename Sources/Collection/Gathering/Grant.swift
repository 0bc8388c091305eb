import Casework

/// What may be gathered, and why.
public struct Grant: Sendable {
  /// What was granted.
  public let granted: Scope
  /// What the order asks: it tells a column that was asked for and not granted from one that was not asked for.
  public let requested: Scope
  /// How the office's country dials.
  public let dialling: DiallingPlan
  /// The day that a moment falls on in the office's zone.
  public let day: @Sendable (Instant) -> Day

  /// Makes a grant.
  public init(
    granted: Scope, requested: Scope, dialling: DiallingPlan = .none, day: @escaping @Sendable (Instant) -> Day
  ) {
    self.granted = granted
    self.requested = requested
    self.dialling = dialling
    self.day = day
  }

  /// Says whether a column may leave for a target at all: it has categories, and each is granted for some day.
  func allows(_ field: Dataset.Field, target: Int) -> Bool {
    !field.categories.isEmpty
      && field.categories.allSatisfy { !granted.days(target: target, category: $0).isEmpty }
  }

  /// Says whether a column was asked for: each of its categories was, for some day.
  func asks(for field: Dataset.Field, target: Int) -> Bool {
    field.categories.allSatisfy { !requested.days(target: target, category: $0).isEmpty }
  }

  /// Says whether a cell may leave: each category of its column is granted for the row's day. A state has no day.
  func allows(_ field: Dataset.Field, target: Int, on day: Day?) -> Bool {
    field.categories.allSatisfy { category in
      day.map { granted.days(target: target, category: category).contains($0) } ?? true
    }
  }
}
