import CClock
import Casework
import Foundation
import Ledger
import Wording

/// The clock, the random numbers and the signers that a desk uses. A test replaces them.
public struct World: Sendable {
  public var now: @Sendable () -> Instant
  public var randomness: Randomness
  public var signer: Signer
  /// Called at every milestone. A test ends the process there.
  public var reached: @Sendable (Milestone) -> Void
  /// Says whether a time service keeps the clock; nil where this cannot be told.
  public var isClockKept: @Sendable () -> Bool?
  /// Called with what a person must know besides the result of an act.
  public var notice: @Sendable (Notice) -> Void

  /// Makes a world.
  public init(
    now: @escaping @Sendable () -> Instant, randomness: Randomness, signer: Signer,
    reached: @escaping @Sendable (Milestone) -> Void = { _ in },
    isClockKept: @escaping @Sendable () -> Bool? = { nil }, notice: @escaping @Sendable (Notice) -> Void = { _ in }
  ) {
    self.now = now
    self.randomness = randomness
    self.signer = signer
    self.reached = reached
    self.isClockKept = isClockKept
    self.notice = notice
  }

  /// The system's clock and random generator, and OpenSSH.
  public static let live = World(
    now: { Instant(seconds: Int64(Date().timeIntervalSince1970)) }, randomness: .system, signer: .openSSH,
    isClockKept: {
      switch amanat_clock_is_kept() {
      case 1: true
      case 0: false
      default: nil
      }
    })
}

/// The points of an act at which a test simulates a crash (I12).
public enum Milestone: String, Sendable, CaseIterable {
  /// An act was decided and is not signed yet.
  case decided
  /// The act was signed and is not in the log yet.
  case signed
  /// The act is in the log, and its mark is not raised yet.
  case committed
  /// The act is in the log, and its mark is raised.
  case marked
  /// A sealed package was written to its file, and no entry names it yet.
  case packageSealed
  /// The gate has no reason against the export. No envelope is built, and the permit is not spent yet.
  case permitGiven
  /// The permit is spent, and the envelope is written nowhere yet.
  case redeemed
  /// The envelope is at its destination, and no entry records the delivery yet.
  case delivered
}
