import Casework

extension Instant {
  /// Reads the time of a row. Accepts UTC text such as `2026-04-03T18:25:43Z` or `2026-04-03 18:25:43`, and whole
  /// seconds since 1970 up to the year 9999. Returns nil for any other value.
  init?(rowTime value: SourceValue) {
    switch value {
    case .text(let text):
      guard let read = Instant(text) ?? (text.utf8.count == 19 ? Instant(text.replacing(" ", with: "T") + "Z") : nil)
      else { return nil }
      self = read
    case .integer(let seconds) where (0..<253_402_300_800).contains(seconds): self.init(seconds: seconds)
    case .null, .integer, .real, .bytes: return nil
    }
  }
}
