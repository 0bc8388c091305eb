import Casework
import Crypto
import Foundation

/// A source of random bytes: the generator of the system, or a seeded one in a test.
public struct Randomness: Sendable {
  private let draw: @Sendable (Int) -> [UInt8]

  /// Makes a source from a function that returns as many bytes as it is asked for.
  public init(_ draw: @escaping @Sendable (Int) -> [UInt8]) { self.draw = draw }

  /// Returns a number of random bytes.
  public func bytes(_ count: Int) -> [UInt8] { draw(count) }

  /// The system's cryptographic generator.
  public static let system = Randomness { count in
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }
}

/// An encrypted personal value, as tables and files contain it.
///
/// The format of `box` is the byte 0x01, a nonce of 12 bytes, the ciphertext, and a tag of 16 bytes, from AES-256-GCM
/// (NIST SP 800-38D) under the key of the case or of the registers. The plaintext is 32 random bytes and the value. The
/// commitment is the SHA-256 of the plaintext, because GCM does not commit to a key. The additional data is the text
///
///     amanat-sealed-1 LF office LF key name LF label LF commitment
///
/// so a box opens only in its own office and with its own key name, label and commitment.
public struct SealedValue: Sendable, Hashable {
  public let commitment: Commitment
  public let keyName: String
  /// The kind of value: `order`, `note`, `package`, `signature`, `seed`, `name` or `certificate`.
  public let label: String
  public let box: [UInt8]

  /// Makes a value from its stored parts.
  public init(commitment: Commitment, keyName: String, label: String, box: [UInt8]) {
    self.commitment = commitment
    self.keyName = keyName
    self.label = label
    self.box = box
  }

  private static func context(_ office: OfficeID, _ keyName: String, _ label: String, _ commitment: Commitment) -> Data
  {
    Data("amanat-sealed-1\n\(office)\n\(keyName)\n\(label)\n\(commitment)".utf8)
  }

  /// Encrypts a value.
  static func seal(
    _ value: [UInt8], label: String, office: OfficeID, keyName: String, key: SymmetricKey,
    salt: [UInt8]?, randomness: Randomness
  ) throws -> SealedValue {
    let plain = (salt ?? randomness.bytes(32)) + value
    let commitment = Commitment(Casework.Digest.of(plain))
    let box = try AES.GCM.seal(
      plain, using: key, nonce: AES.GCM.Nonce(data: randomness.bytes(12)),
      authenticating: context(office, keyName, label, commitment))
    let sealed = Array(box.nonce) + Array(box.ciphertext) + Array(box.tag)
    return SealedValue(commitment: commitment, keyName: keyName, label: label, box: [0x01] + sealed)
  }

  /// Decrypts the value; nil where the key or the office is another, where the box was changed, or where the value does
  /// not match its commitment.
  func open(office: OfficeID, key: SymmetricKey) -> [UInt8]? {
    guard box.first == 0x01, let sealed = try? AES.GCM.SealedBox(combined: box.dropFirst()),
      let plain = try? AES.GCM.open(
        sealed, using: key, authenticating: Self.context(office, keyName, label, commitment)),
      plain.count >= 32, Casework.Digest.of(Array(plain)) == commitment.digest
    else { return nil }
    return Array(plain.dropFirst(32))
  }
}
