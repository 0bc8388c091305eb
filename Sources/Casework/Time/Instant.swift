/// A moment, in whole seconds since 1970-01-01T00:00:00Z. It is written only as `2026-11-22T09:30:00Z`.
public struct Instant: Sendable, Hashable, Comparable, Spelled {
  /// Seconds since 1970 in UTC.
  public var seconds: Int64

  /// Makes a moment from seconds since 1970 in UTC.
  public init(seconds: Int64) { self.seconds = seconds }

  /// Reads `2026-11-22T09:30:00Z`; nil for any other form.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: "Z"),
      let day = Day(String(decoding: bytes[0..<10], as: UTF8.self)),
      let hour = Day.number(bytes[11..<13]), let minute = Day.number(bytes[14..<16]),
      let second = Day.number(bytes[17..<19]), hour < 24, minute < 60, second < 60
    else { return nil }
    seconds = Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
  }

  /// The day in UTC.
  public var day: Day { Day(number: Int((seconds - (seconds % 86_400 + 86_400) % 86_400) / 86_400)) }

  /// The spelling, as `init(_:)` reads it.
  public var description: String {
    let rest = Int((seconds % 86_400 + 86_400) % 86_400)
    let parts = [rest / 3600, rest / 60 % 60, rest % 60].map { Day.padded($0, 2) }
    return "\(day)T\(parts.joined(separator: ":"))Z"
  }

  /// Compares moments by time.
  public static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }
}
