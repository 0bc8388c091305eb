import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The seed of this run's random tests, from the environment variable `AMANAT_SEED`.
///
/// - Not set: the seed is always the same, so that a run can be repeated.
/// - A number: the seed is that number.
/// - `random`: a fresh seed is drawn.
///
/// A random test has the trait `.seeded`, and takes its numbers from `Seed.generator()`. When it fails, the issue ends
/// with the line that repeats the run:
///
///     @Test("a proof of any leaf verifies", .seeded)
///     func proofs() {
///       var random = Seed.generator()
///       …
///     }
///
/// This module imports no Foundation, so that suites without Foundation can use it.
public enum Seed {
  /// The seed of this run.
  public static let value: UInt64 = {
    guard let given = getenv("AMANAT_SEED").map({ String(cString: $0) }), !given.isEmpty else { return 20_260_101 }
    if given == "random" { return UInt64.random(in: 0...999_999_999) }
    guard let number = UInt64(given) else { fatalError("AMANAT_SEED is '\(given)': write a number, or random") }
    return number
  }()

  /// Makes a generator that starts at the seed of this run.
  public static func generator() -> SplitMix { SplitMix(seed: value) }
}

extension Trait where Self == IssueHandlingTrait {
  /// Adds the seed of this run to every issue of a random test.
  public static var seeded: Self {
    .compactMapIssues { issue in
      var issue = issue
      issue.comments.append("repeat with AMANAT_SEED=\(Seed.value)")
      return issue
    }
  }
}

/// A generator that gives the same numbers for the same seed, by the SplitMix64 recurrence.
public struct SplitMix: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Makes a generator.
  public init(seed: UInt64) { state = seed }

  /// Returns the next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
