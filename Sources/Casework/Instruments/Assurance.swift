/// The assurances of a case: one for each rule of I2, for a granted scope, a collected package and an approval, and for
/// the further requirements of the other instruments.
public enum Assurance: String, Sendable, Hashable, CaseIterable {
  /// The rule of that name has passed.
  case authority, competence, addressee, force, particularity, uniqueness, authenticity, destination
  /// A scope was granted, data were collected under it, and the package was approved.
  case scope, collection, approval
  /// A second officer, who is not the first reviewer, has confirmed the review (I4: an emergency needs two reviewers).
  case secondReview = "second-review"
  /// The enforcing authority has cleared the order, or its time to object is over, or it need not be notified.
  case clearance
  /// A judge, a court or a prosecutor is responsible for the order, from the start or since a later validation.
  case validation
}

/// A set of assurances as a bit mask, so that a search with millions of sets compares and hashes one number for each.
public struct AssuranceSet: OptionSet, Sendable, Hashable {
  /// The mask.
  public let rawValue: UInt32

  /// Makes a set from its mask: bit n is the n-th assurance.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Makes a set of assurances.
  public init(_ assurances: some Sequence<Assurance>) {
    rawValue = assurances.reduce(0) { $0 | Self.bit($1) }
  }

  /// All assurances.
  public static let all = AssuranceSet(Assurance.allCases)

  /// Says whether the set contains an assurance.
  public func contains(_ assurance: Assurance) -> Bool { rawValue & Self.bit(assurance) != 0 }

  /// The assurances in the set, in the order of their declaration.
  public var assurances: [Assurance] { Assurance.allCases.filter(contains) }

  private static func bit(_ assurance: Assurance) -> UInt32 {
    1 << UInt32(Assurance.allCases.firstIndex(of: assurance) ?? 0)
  }
}
