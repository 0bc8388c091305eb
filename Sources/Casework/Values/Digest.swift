/// A SHA-256 digest. Entries contain it as 64 lower-case hexadecimal digits.
public struct Digest: Sendable, Hashable, Comparable, Spelled {
  /// The 64 digits.
  public let hex: String

  /// Reads 64 lower-case hexadecimal digits; nil for any other text.
  public init?(_ hex: String) {
    guard hex.utf8.count == 64, hex.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) else {
      return nil
    }
    self.hex = hex
  }

  /// The spelling, as `init(_:)` reads it.
  public var description: String { hex }

  /// Compares digests by their hexadecimal digits.
  public static func < (left: Digest, right: Digest) -> Bool { left.hex < right.hex }
}

/// A commitment to a sealed value: SHA-256(32 random bytes ‖ value). It fixes the value and reveals nothing of it.
public struct Commitment: Sendable, Hashable, Spelled {
  /// The digest of the random bytes and the value.
  public let digest: Digest

  /// Makes a commitment from its digest.
  public init(_ digest: Digest) { self.digest = digest }

  /// Reads the digest's 64 digits.
  public init?(_ text: String) {
    guard let digest = Digest(text) else { return nil }
    self.digest = digest
  }

  /// The spelling, as `init(_:)` reads it.
  public var description: String { digest.hex }
}

/// A keyed fingerprint (HMAC-SHA-256 under a key of the office). It is equal for equal values, and reveals nothing
/// without the key.
public struct Fingerprint: Sendable, Hashable, Spelled {
  /// The keyed digest.
  public let digest: Digest

  /// Makes a fingerprint from its digest.
  public init(_ digest: Digest) { self.digest = digest }

  /// Reads the digest's 64 digits.
  public init?(_ text: String) {
    guard let digest = Digest(text) else { return nil }
    self.digest = digest
  }

  /// The spelling, as `init(_:)` reads it.
  public var description: String { digest.hex }
}
