/// What may be had: a set of points (person, category of data, day).
///
/// Persons are the ordinals of the targets in their order (1, 2, …), so a scope holds no name. Categories form a tree of
/// unbounded depth; a grant at `user.contact` holds for all below it unless a deeper grant says otherwise. With that
/// reading every union, intersection and difference is again a scope, and equal sets are equal values: a grant that
/// says what its parent says is dropped. (I6)
///
/// In an entry, a scope is a list sorted by target and category:
///
///     [{"category":"user.contact","days":"2026-03-21..2026-07-22","target":1}]
public struct Scope: Sendable, Hashable {
  /// For each person, the grants in normal form; a person without any is absent.
  public private(set) var grants: [Int: [DataCategory: DaySet]]

  /// Makes the empty scope.
  public init() { grants = [:] }

  /// Makes a scope of every given person × category × day.
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

  /// Returns the days of which a person's data of a category is in the scope.
  public func days(target: Int, category: DataCategory) -> DaySet {
    grants[target].map { Self.lookup(category, in: $0) } ?? DaySet()
  }

  /// Says whether nothing is in the scope.
  public var isEmpty: Bool { grants.isEmpty }

  /// The persons of whom something is in the scope, in order.
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

  /// Returns what is in either scope.
  public func union(_ other: Scope) -> Scope { combined(with: other) { $0.union($1) } }

  /// Returns what is in both scopes.
  public func intersection(_ other: Scope) -> Scope { combined(with: other) { $0.intersection($1) } }

  /// Returns what is in this scope and not in the other.
  public func subtracting(_ other: Scope) -> Scope { combined(with: other) { $0.subtracting($1) } }

  /// Says whether nothing in this scope is outside the other.
  public func isSubset(of other: Scope) -> Bool { subtracting(other).isEmpty }
}

extension Scope: Codable {
  private struct Grant: Codable {
    var target: Int
    var category: DataCategory
    var days: DaySet
  }

  /// Reads the spelling of entries; refuses any other.
  public init(from decoder: any Decoder) throws {
    var raw: [Int: [DataCategory: DaySet]] = [:]
    for grant in try [Grant](from: decoder) { raw[grant.target, default: [:]][grant.category] = grant.days }
    self.init(normalizing: raw)
  }

  /// Writes the spelling of entries.
  public func encode(to encoder: any Encoder) throws {
    try grants.keys.sorted().flatMap { target in
      (grants[target] ?? [:]).sorted { $0.key < $1.key }.map { Grant(target: target, category: $0, days: $1) }
    }.encode(to: encoder)
  }
}
