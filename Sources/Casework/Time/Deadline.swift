/// How long something may take: whole hours, days or months. Written `PT8H`, `P10D` or `P3M` (ISO 8601, one unit), and
/// in no other way.
///
/// It is a length and no date: from when it is counted, and what a month is, the law says and the office's calendar.
public struct Deadline: Sendable, Hashable, Spelled {
  /// What is counted.
  public enum Unit: Sendable, Hashable, CaseIterable {
    /// Hours from a moment; days and months from a day.
    case hours, days, months

    fileprivate var spelling: (prefix: String, suffix: String) {
      switch self {
      case .hours: ("PT", "H")
      case .days: ("P", "D")
      case .months: ("P", "M")
      }
    }
  }

  /// How many units, 1 to 999.
  public let count: Int
  /// What is counted.
  public let unit: Unit

  /// Reads the one spelling of 1 to 999 units; nil for any other text.
  public init?(_ text: String) {
    for unit in Unit.allCases {
      let (prefix, suffix) = unit.spelling
      guard text.hasPrefix(prefix), text.hasSuffix(suffix) else { continue }
      let digits = Array(text.utf8.dropFirst(prefix.utf8.count).dropLast(suffix.utf8.count))
      guard digits.count <= 3, digits.first != UInt8(ascii: "0"), let count = Day.number(digits[...]) else { continue }
      (self.count, self.unit) = (count, unit)
      return
    }
    return nil
  }

  /// The spelling.
  public var description: String { "\(unit.spelling.prefix)\(count)\(unit.spelling.suffix)" }
}
