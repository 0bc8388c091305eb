import Casework

/// The scope that may be gathered, with the settings of the office that gathering needs.
public struct Grant: Sendable {
  /// The granted scope.
  public let granted: Scope
  /// The scope that the order requests. It separates columns that were requested but not granted from columns that were
  /// not requested.
  public let requested: Scope
  /// The dialling plan of the office's country, by which telephone numbers are compared.
  public let dialling: DiallingPlan
  /// Returns the day of a moment in the office's time zone.
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

  /// Says whether a column may be disclosed for a target on any day: it has categories, and each of them is granted for
  /// at least one day.
  func allows(_ field: Dataset.Field, target: Int) -> Bool {
    !field.categories.isEmpty
      && field.categories.allSatisfy { !granted.days(target: target, category: $0).isEmpty }
  }

  /// Says whether a column was requested: each of its categories was requested for at least one day.
  func asks(for field: Dataset.Field, target: Int) -> Bool {
    field.categories.allSatisfy { !requested.days(target: target, category: $0).isEmpty }
  }

  /// Says whether a cell may be disclosed: each category of its column is granted for the row's day. The row of a state
  /// has no day, so its day is not checked.
  func allows(_ field: Dataset.Field, target: Int, on day: Day?) -> Bool {
    field.categories.allSatisfy { category in
      day.map { granted.days(target: target, category: category).contains($0) } ?? true
    }
  }
}
