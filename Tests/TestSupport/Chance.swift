import CaseStore
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
}

/// A seeded source of bytes that several threads may draw from.
private final class SeededBytes: @unchecked Sendable {
  private let lock = NSLock()
  private var generator: SplitMix

  init(seed: UInt64) { generator = SplitMix(seed: seed) }

  func draw(_ count: Int) -> [UInt8] {
    lock.withLock { (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) } }
  }
}

extension Randomness {
  /// The same bytes every time: for tests alone.
  public static func seeded(_ seed: UInt64) -> Randomness {
    let source = SeededBytes(seed: seed)
    return Randomness { source.draw($0) }
  }
}

/// The seed of a property test: from AMANAT_SEED to repeat a run, else fresh; it is printed with the test's name.
public func propertySeed(_ name: String) -> UInt64 {
  let given = ProcessInfo.processInfo.environment["AMANAT_SEED"].flatMap { UInt64($0) }
  let seed = given ?? UInt64.random(in: 0...999_999)
  print("\(name): AMANAT_SEED=\(seed)")
  return seed
}
