/// A length of time in whole hours, days or months. It is written only as `PT8H`, `P10D` or `P3M` (ISO 8601, one unit).
///
/// A deadline has no start and no end date. The law defines its start, and the office's calendar defines a month.
public struct Deadline: Sendable, Hashable, Spelled {
  /// The unit of the length.
  public enum Unit: Sendable, Hashable, CaseIterable {
    /// Hours are counted from a moment; days and months from a day.
    case hours, days, months

    fileprivate var spelling: (prefix: String, suffix: String) {
      switch self {
      case .hours: ("PT", "H")
      case .days: ("P", "D")
      case .months: ("P", "M")
      }
    }
  }

  /// The number of units, 1 to 999.
  public let count: Int
  /// The unit.
  public let unit: Unit

  /// Reads `PT8H`, `P10D` or `P3M` with 1 to 999 units; nil for any other text.
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

  /// The spelling, as `init(_:)` reads it.
  public var description: String { "\(unit.spelling.prefix)\(count)\(unit.spelling.suffix)" }
}
