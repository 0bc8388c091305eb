import Foundation
import Ledger
import TestTools

/// A seeded source of bytes that several threads may use.
private final class SeededBytes: @unchecked Sendable {
  private let lock = NSLock()
  private var generator: SplitMix

  init(seed: UInt64) { generator = SplitMix(seed: seed) }

  func draw(_ count: Int) -> [UInt8] {
    lock.withLock { (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) } }
  }
}

extension Randomness {
  /// Returns a source that gives the same bytes in every run, for tests only.
  public static func seeded(_ seed: UInt64) -> Randomness {
    let source = SeededBytes(seed: seed)
    return Randomness { source.draw($0) }
  }
}
