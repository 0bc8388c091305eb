/// A set of days as sorted ranges that neither touch nor overlap, so that equal sets are equal values.
public struct DaySet: Sendable, Hashable {
  /// The ranges, as days since 1970-01-01, in order.
  public private(set) var ranges: [ClosedRange<Int>]

  /// Makes the empty set.
  public init() { ranges = [] }

  /// Makes a range of days that includes both ends; empty where the last day is before the first.
  public init(from first: Day, through last: Day) {
    ranges = first <= last ? [first.number...last.number] : []
  }

  private init(normalizing unordered: [ClosedRange<Int>]) {
    ranges = []
    for range in unordered.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = ranges.last, range.lowerBound <= last.upperBound + 1 {
        ranges[ranges.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        ranges.append(range)
      }
    }
  }

  /// Says whether the set contains no day.
  public var isEmpty: Bool { ranges.isEmpty }

  /// Says whether the set contains a day.
  public func contains(_ day: Day) -> Bool { ranges.contains { $0.contains(day.number) } }

  /// Returns the days in at least one of the sets.
  public func union(_ other: DaySet) -> DaySet { DaySet(normalizing: ranges + other.ranges) }

  /// Returns the days in both sets.
  public func intersection(_ other: DaySet) -> DaySet {
    DaySet(
      normalizing: ranges.flatMap { left in
        other.ranges.compactMap { right in
          let (low, high) = (max(left.lowerBound, right.lowerBound), min(left.upperBound, right.upperBound))
          return low <= high ? low...high : nil
        }
      })
  }

  /// Returns the days of this set that are not in the other.
  public func subtracting(_ other: DaySet) -> DaySet {
    var rest = ranges
    for cut in other.ranges {
      rest = rest.flatMap { range -> [ClosedRange<Int>] in
        guard range.overlaps(cut) else { return [range] }
        var parts: [ClosedRange<Int>] = []
        if range.lowerBound < cut.lowerBound { parts.append(range.lowerBound...(cut.lowerBound - 1)) }
        if cut.upperBound < range.upperBound { parts.append((cut.upperBound + 1)...range.upperBound) }
        return parts
      }
    }
    return DaySet(normalizing: rest)
  }
}

extension DaySet: Spelled {
  /// Reads ranges such as `2026-03-21..2026-07-22`, joined by commas, sorted and merged; nil for any other text.
  public init?(_ text: String) {
    var found: [ClosedRange<Int>] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) where !text.isEmpty {
      guard part.utf8.count == 22, let first = Day(String(part.prefix(10))), let last = Day(String(part.suffix(10))),
        first <= last
      else { return nil }
      found.append(first.number...last.number)
    }
    self.init(normalizing: found)
    guard description == text else { return nil }
  }

  /// The spelling, as `init(_:)` reads it.
  public var description: String {
    ranges.map { "\(Day(number: $0.lowerBound))..\(Day(number: $0.upperBound))" }.joined(separator: ",")
  }
}
