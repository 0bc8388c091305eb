import Casework
import Foundation
import Ledger

/// What lies outside the program, handed in: the clock, chance, and people's keys. Tests hand in others.
public struct World: Sendable {
  public var now: @Sendable () -> Instant
  public var randomness: Randomness
  public var signer: Signer
  /// Told at every point at which a crash would leave something behind; a test ends the process there.
  public var reached: @Sendable (Milestone) -> Void

  /// Makes a world.
  public init(
    now: @escaping @Sendable () -> Instant, randomness: Randomness, signer: Signer,
    reached: @escaping @Sendable (Milestone) -> Void = { _ in }
  ) {
    self.now = now
    self.randomness = randomness
    self.signer = signer
    self.reached = reached
  }

  /// The machine's clock and generator, and OpenSSH.
  public static let live = World(
    now: { Instant(seconds: Int64(Date().timeIntervalSince1970)) }, randomness: .system, signer: .openSSH)
}

/// The points between which something is on disk and something is not yet (I12).
public enum Milestone: String, Sendable, CaseIterable {
  /// An act was decided and nothing of it written.
  case decided
  /// The act was signed and not appended.
  case signed
  /// The act is in the log.
  case committed
  /// A package lies sealed in its file and no entry knows it.
  case packageSealed
  /// The gate gave a permit and nothing was done with it.
  case permitGiven
  /// The envelope lies in the outbox and the permit is not spent.
  case envelopeSealed
  /// The permit is spent and nothing has left.
  case redeemed
  /// The export is at its destination and no entry says so.
  case delivered
}
