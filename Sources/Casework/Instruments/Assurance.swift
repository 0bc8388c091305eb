/// What can be certain in a case: each rule of I2, a granted scope, a collected package, an approval, and what the
/// instruments besides the court order need.
public enum Assurance: String, Sendable, Hashable, CaseIterable {
  /// The rule of that name has passed.
  case authority, competence, addressee, force, particularity, uniqueness, authenticity, destination
  /// A scope was granted, data were collected under it, and the package was approved.
  case scope, collection, approval
  /// A second officer, apart from the first, has confirmed the review (I4: an emergency needs two reviewers).
  case secondReview = "second-review"
  /// The authority that enforces here has cleared the order, or its window has passed, or it need not be told.
  case clearance
  /// A judge, a court or a prosecutor stands behind the order, from the start or afterwards.
  case validation
}

/// A set of assurances as a mask, so that a search over millions of them compares and hashes one number.
public struct AssuranceSet: OptionSet, Sendable, Hashable {
  /// The mask.
  public let rawValue: UInt32

  /// Makes a set from its mask: bit n is the n-th assurance.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Makes a set from its members.
  public init(_ assurances: some Sequence<Assurance>) {
    rawValue = assurances.reduce(0) { $0 | Self.bit($1) }
  }

  /// Every assurance there is.
  public static let all = AssuranceSet(Assurance.allCases)

  /// Says whether an assurance is among them.
  public func contains(_ assurance: Assurance) -> Bool { rawValue & Self.bit(assurance) != 0 }

  /// The members in the order of their declaration.
  public var assurances: [Assurance] { Assurance.allCases.filter(contains) }

  private static func bit(_ assurance: Assurance) -> UInt32 {
    1 << UInt32(Assurance.allCases.firstIndex(of: assurance) ?? 0)
  }
}
