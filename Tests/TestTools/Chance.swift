import Foundation

/// SplitMix64: small, seeded, and the same everywhere.
public struct SplitMix: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A generator with a fresh seed, or the one that AMANAT_SEED names to repeat a run; printed with the property's name.
  public static func printed(for property: String) -> SplitMix { SplitMix(seed: propertySeed(property)) }
}

/// The seed of a property test: from AMANAT_SEED to repeat a run, else fresh; it is printed with the test's name.
public func propertySeed(_ name: String) -> UInt64 {
  let given = ProcessInfo.processInfo.environment["AMANAT_SEED"].flatMap { UInt64($0) }
  let seed = given ?? UInt64.random(in: 0...999_999)
  print("\(name): AMANAT_SEED=\(seed)")
  return seed
}
