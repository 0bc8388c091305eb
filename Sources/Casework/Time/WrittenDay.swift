extension CalendarKind {
  /// Reads a date as people write it: `1405/08/28` or `2026-11-19`, in any digits.
  ///
  /// Nil where the text is not three numbers separated by slashes or hyphens, or where the calendar has no such day: 30
  /// Esfand exists only in leap years.
  public func day(written text: String) -> Day? {
    let parts = PersianText.number(text).split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "-" }
      .map { $0.utf8.allSatisfy { (48...57).contains($0) } ? Int($0) : nil }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else { return nil }
    return self.day(year: year, month: month, day: day)
  }
}
