@_exported import TestSeed

extension SplitMix {
  /// Makes a generator from this run's seed, and prints the seed with a name.
  public static func printed(for property: String) -> SplitMix { SplitMix(seed: propertySeed(property)) }
}

/// Returns this run's seed (see `Seed`), and prints it with a name.
public func propertySeed(_ name: String) -> UInt64 {
  print("\(name): AMANAT_SEED=\(Seed.value)")
  return Seed.value
}
