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

  /// A generator with the property's seed, printed with the property's name.
  public static func printed(for property: String) -> SplitMix { SplitMix(seed: propertySeed(property)) }
}

/// The seed of a property test: a fixed one, so that every run is the same; the number in AMANAT_SEED to repeat another
/// run; a fresh one where AMANAT_SEED is `random`. It is printed with the test's name.
public func propertySeed(_ name: String) -> UInt64 {
  let given = ProcessInfo.processInfo.environment["AMANAT_SEED"] ?? ""
  let seed = given == "random" ? UInt64.random(in: 0...999_999) : UInt64(given) ?? 1405
  print("\(name): AMANAT_SEED=\(seed)")
  return seed
}
