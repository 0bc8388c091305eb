/// A SHA-256 digest as 64 lower-case hexadecimal digits: the one spelling that entries use.
public struct Digest: Sendable, Hashable, Comparable, Spelled {
  /// The 64 digits.
  public let hex: String

  /// Takes 64 lower-case hexadecimal digits; nil for anything else.
  public init?(_ hex: String) {
    guard hex.utf8.count == 64, hex.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) else {
      return nil
    }
    self.hex = hex
  }

  /// The spelling.
  public var description: String { hex }

  /// Orders digests by their spelling.
  public static func < (left: Digest, right: Digest) -> Bool { left.hex < right.hex }
}

/// A promise of a sealed value: SHA-256(32 random bytes ‖ value). It binds the value and says nothing of it.
public struct Commitment: Sendable, Hashable, Spelled {
  /// The digest of the random bytes and the value.
  public let digest: Digest

  /// Wraps the digest.
  public init(_ digest: Digest) { self.digest = digest }

  /// Reads the digest's spelling.
  public init?(_ text: String) {
    guard let digest = Digest(text) else { return nil }
    self.digest = digest
  }

  /// The spelling.
  public var description: String { digest.hex }
}

/// A keyed fingerprint (HMAC-SHA-256 under a key of the office): equal for equal values, and nothing to who lacks the key.
public struct Fingerprint: Sendable, Hashable, Spelled {
  /// The keyed digest.
  public let digest: Digest

  /// Wraps the digest.
  public init(_ digest: Digest) { self.digest = digest }

  /// Reads the digest's spelling.
  public init?(_ text: String) {
    guard let digest = Digest(text) else { return nil }
    self.digest = digest
  }

  /// The spelling.
  public var description: String { digest.hex }
}
