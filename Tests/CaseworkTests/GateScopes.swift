import Casework
import Foundation
import TestTools

/// Makes scopes that are slightly smaller or larger than another. They are decoded from JSON, as in an entry, so that
/// the tested set operations take no part in making the test data.
extension GateWorld {
  private struct Cell: Encodable {
    var target: Int
    var category: DataCategory
    var days: DaySet
  }

  private typealias Grants = [Int: [DataCategory: DaySet]]

  private static func scope(_ grants: Grants) -> Scope {
    let cells = grants.flatMap { target, tree in tree.map { Cell(target: target, category: $0, days: $1) } }
    guard let json = try? JSONEncoder().encode(cells), let scope = try? JSONDecoder().decode(Scope.self, from: json)
    else { return Scope() }
    return scope
  }

  /// Returns a person, a category and a range of days that are in a scope.
  private func someCell(of scope: Scope) -> (target: Int, category: DataCategory, first: Int, last: Int)? {
    guard let target = scope.grants.keys.min() else { return nil }
    let tree = (scope.grants[target] ?? [:]).sorted { $0.key < $1.key }
    guard let (category, days) = tree.first(where: { !$1.isEmpty }), let range = days.ranges.first else { return nil }
    return (target, category, range.lowerBound, range.upperBound)
  }

  private static func days(_ first: Int, _ last: Int) -> DaySet {
    DaySet(from: Day(number: first), through: Day(number: last))
  }

  /// Returns the scope without the first day of one category, or of a finer part of that category.
  mutating func pierced(_ scope: Scope) -> Scope {
    guard let cell = someCell(of: scope), let finer = DataCategory(cell.category.description + ".detail"),
      scope.grants.count > 1 || scope.grants[cell.target]?.count ?? 0 > 1 || cell.first < cell.last
    else { return scope }
    var grants = scope.grants
    grants[cell.target]?[chance.odds(50) ? finer : cell.category] = Self.days(cell.first + 1, cell.last)
    return Self.scope(grants)
  }

  /// Returns a scope that is wider in one respect: a person, the category above, a day after or before, or a class.
  mutating func widened(_ scope: Scope) -> Scope {
    guard let (target, category, first, last) = someCell(of: scope) else { return scope }
    var grants = scope.grants
    let world = GateReach.days
    switch chance.below(5) {
    case 0: grants[3, default: [:]][category] = Self.days(first, last)
    case 1: if let parent = category.parent { grants[target]?[parent] = Self.days(first, last) }
    case 2: grants[target]?[category] = Self.days(first, min(world.upperBound - 1, last + 1))
    case 3: grants[target]?[category] = Self.days(max(world.lowerBound, first - 1), last)
    default:
      let other = chance.pick(DataClass.iranian)
      for more in pack.bases.categories[other] ?? [] where grants[target]?[more] == nil {
        grants[target]?[more] = Self.days(first, last)
      }
    }
    return Self.scope(grants)
  }
}
