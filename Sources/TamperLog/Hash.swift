import Crypto

/// A SHA-256 hash of a tree, a leaf or a checkpoint: 32 bytes.
public struct Hash: Sendable, Hashable, CustomStringConvertible {
  /// The 32 bytes.
  public let bytes: [UInt8]

  /// Makes a hash from 32 bytes; returns `nil` for any other number.
  public init?(_ bytes: some Sequence<UInt8>) {
    let array = Array(bytes)
    guard array.count == 32 else { return nil }
    self.bytes = array
  }

  /// Reads 64 lower-case hexadecimal digits; returns `nil` for any other text.
  public init?(hex: some StringProtocol) {
    let digits = Array(hex.utf8)
    guard digits.count == 64, digits.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) else {
      return nil
    }
    let values = digits.map { $0 < 58 ? $0 - 48 : $0 - 87 }
    bytes = stride(from: 0, to: 64, by: 2).map { values[$0] << 4 | values[$0 + 1] }
  }

  private init(digest: SHA256Digest) {
    bytes = digest.withUnsafeBytes { Array($0) }
  }

  /// Returns the SHA-256 of bytes, without a prefix.
  public static func of(_ bytes: some Sequence<UInt8>) -> Hash {
    Hash(digest: SHA256.hash(data: Array(bytes)))
  }

  /// Returns the hash of a leaf: SHA-256(0x00 ‖ data) (RFC 6962 section 2.1).
  public static func leaf(_ data: [UInt8]) -> Hash {
    data.withUnsafeBytes { prefixed(0x00, $0, UnsafeRawBufferPointer(start: nil, count: 0)) }
  }

  /// Returns the hash of an inner node: SHA-256(0x01 ‖ left ‖ right) (RFC 6962 section 2.1).
  public static func node(_ left: Hash, _ right: Hash) -> Hash {
    left.bytes.withUnsafeBytes { left in right.bytes.withUnsafeBytes { prefixed(0x01, left, $0) } }
  }

  /// Hashes a byte and two parts, from one buffer, because a log of 100,000 entries is hashed at every opening.
  private static func prefixed(
    _ prefix: UInt8, _ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer
  ) -> Hash {
    let count = 1 + first.count + second.count
    return withUnsafeTemporaryAllocation(byteCount: count, alignment: 8) { buffer in
      buffer[0] = prefix
      UnsafeMutableRawBufferPointer(rebasing: buffer[1...]).copyMemory(from: first)
      UnsafeMutableRawBufferPointer(rebasing: buffer[(1 + first.count)...]).copyMemory(from: second)
      var hasher = SHA256()
      hasher.update(bufferPointer: UnsafeRawBufferPointer(buffer))
      return Hash(digest: hasher.finalize())
    }
  }

  /// The root of a tree without leaves: the SHA-256 of no bytes (RFC 6962 section 2.1).
  public static let emptyRoot = Hash.of([])

  /// The hash as 64 lower-case hexadecimal digits.
  public var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The hexadecimal digits.
  public var description: String { hex }
}
