/// A set of points (person, category of data, day).
///
/// A person is the ordinal of a target in the order (1, 2, …), so a scope contains no name. Categories form a tree of
/// any depth. A grant at `user.contact` applies to all categories below it, except where a deeper grant has other days.
/// The union, the intersection and the difference of two scopes are scopes again (I6).
///
/// Equal sets are equal values, because a grant that has the same days as its parent is dropped.
///
/// In an entry, a scope is a list sorted by target and category:
///
///     [{"category":"user.contact","days":"2026-03-21..2026-07-22","target":1}]
public struct Scope: Sendable, Hashable {
  /// The grants of each person, in normal form. A person without grants is absent.
  public private(set) var grants: [Int: [DataCategory: DaySet]]

  /// Makes the empty scope.
  public init() { grants = [:] }

  /// Makes a scope of all combinations of these persons, categories and days.
  public init(targets: some Sequence<Int>, categories: some Sequence<DataCategory>, days: DaySet) {
    let each = Dictionary(categories.map { ($0, days) }, uniquingKeysWith: { first, _ in first })
    self.init(normalizing: Dictionary(targets.map { ($0, each) }, uniquingKeysWith: { first, _ in first }))
  }

  private init(normalizing raw: [Int: [DataCategory: DaySet]]) {
    grants = raw.compactMapValues { tree in
      let kept = tree.filter { category, days in Self.lookup(category.parent, in: tree) != days }
      return kept.isEmpty ? nil : kept
    }
  }

  private static func lookup(_ category: DataCategory?, in tree: [DataCategory: DaySet]) -> DaySet {
    var next = category
    while let current = next {
      if let days = tree[current] { return days }
      next = current.parent
    }
    return DaySet()
  }

  /// Returns the days for which a person's data of a category are in the scope.
  public func days(target: Int, category: DataCategory) -> DaySet {
    grants[target].map { Self.lookup(category, in: $0) } ?? DaySet()
  }

  /// Says whether the scope contains no point.
  public var isEmpty: Bool { grants.isEmpty }

  /// The persons that the scope contains data of, in order.
  public var targets: [Int] { grants.keys.sorted() }

  private func combined(with other: Scope, _ operation: (DaySet, DaySet) -> DaySet) -> Scope {
    var result: [Int: [DataCategory: DaySet]] = [:]
    for target in Set(grants.keys).union(other.grants.keys) {
      let (left, right) = (grants[target] ?? [:], other.grants[target] ?? [:])
      for category in Set(left.keys).union(right.keys) {
        result[target, default: [:]][category] =
          operation(Self.lookup(category, in: left), Self.lookup(category, in: right))
      }
    }
    return Scope(normalizing: result)
  }

  /// Returns the points that are in at least one of the scopes.
  public func union(_ other: Scope) -> Scope { combined(with: other) { $0.union($1) } }

  /// Returns the points that are in both scopes.
  public func intersection(_ other: Scope) -> Scope { combined(with: other) { $0.intersection($1) } }

  /// Returns the points that are in this scope and not in the other.
  public func subtracting(_ other: Scope) -> Scope { combined(with: other) { $0.subtracting($1) } }

  /// Says whether every point of this scope is in the other.
  public func isSubset(of other: Scope) -> Bool { subtracting(other).isEmpty }
}

extension Scope: Codable {
  private struct Grant: Codable {
    var target: Int
    var category: DataCategory
    var days: DaySet
  }

  /// Decodes the form that entries contain; throws for any other form.
  public init(from decoder: any Decoder) throws {
    var raw: [Int: [DataCategory: DaySet]] = [:]
    for grant in try [Grant](from: decoder) { raw[grant.target, default: [:]][grant.category] = grant.days }
    self.init(normalizing: raw)
  }

  /// Encodes the form that entries contain.
  public func encode(to encoder: any Encoder) throws {
    try grants.keys.sorted().flatMap { target in
      (grants[target] ?? [:]).sorted { $0.key < $1.key }.map { Grant(target: target, category: $0, days: $1) }
    }.encode(to: encoder)
  }
}
