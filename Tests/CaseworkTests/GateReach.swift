import Casework

/// A scope as a table: for each person and each category of a small world, the days as bits.
///
/// The oracle compares scopes in this form, so that it uses no set operation of `Scope`. The small world has every
/// category of the pack's classes, one category below each, their parents, and similar categories that belong to no
/// class.
struct GateReach: Equatable {
  /// The days of the small world. Bit 31 represents every day outside them.
  static let days = 20_500..<20_524

  static let categories: [String] = {
    let classed = [
      "user.name", "user.government_id", "user.unique_id", "user.account", "user.contact",
      "user.behavior.purchase_history", "user.payment", "user.financial", "user.device", "user.telemetry",
      "user.sensor", "user.location", "user.content.private", "user.social",
    ]
    let parents = ["user", "user.behavior", "user.content"]
    return classed + classed.map { $0 + ".detail" } + parents + [
      "user.contacts", "user.content.public", "user.biometric",
    ]
  }()

  /// Each category, followed by the categories above it.
  private static let lines: [[String]] = categories.map { name in
    let parts = name.split(separator: ".")
    return (0..<parts.count).map { parts.dropLast($0).joined(separator: ".") }
  }

  /// For each person the days of each category, in the order of `categories`.
  private(set) var cells: [Int: [UInt32]] = [:]

  /// Expands a scope. The days of a category are those of the nearest granted category at or above it.
  init(_ scope: Scope) {
    for (target, tree) in scope.grants {
      var named: [String: UInt32] = [:]
      for (category, days) in tree {
        named[category.description] = days.ranges.reduce(0) { $0 | Self.mask($1.lowerBound, $1.upperBound) }
      }
      cells[target] = Self.lines.map { line in line.lazy.compactMap { named[$0] }.first ?? 0 }
    }
  }

  /// Returns the bits of a range of days. Both ends are included.
  static func mask(_ first: Int, _ last: Int) -> UInt32 {
    guard first <= last else { return 0 }
    var bits: UInt32 = first < days.lowerBound || last >= days.upperBound ? 1 << 31 : 0
    for day in days where first <= day && day <= last { bits |= 1 << UInt32(day - days.lowerBound) }
    return bits
  }

  var isEmpty: Bool { cells.values.allSatisfy { $0.allSatisfy { $0 == 0 } } }

  func isWithin(_ other: GateReach) -> Bool {
    cells.allSatisfy { target, days in
      days.indices.allSatisfy { days[$0] & ~(other.cells[target]?[$0] ?? 0) == 0 }
    }
  }

  /// Says whether a cell that is not empty satisfies a condition.
  ///
  /// - Parameter condition: takes the person, the index of the category in `categories`, and the days.
  func has(_ condition: (_ target: Int, _ category: Int, _ days: UInt32) -> Bool) -> Bool {
    cells.contains { target, days in
      days.indices.contains { days[$0] != 0 && condition(target, $0, days[$0]) }
    }
  }
}
