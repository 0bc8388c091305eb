import Casework
import Crypto
import Foundation

/// Where random bytes come from: the system's generator at a desk, a seeded one in a test.
public struct Randomness: Sendable {
  private let draw: @Sendable (Int) -> [UInt8]

  /// Takes a source.
  public init(_ draw: @escaping @Sendable (Int) -> [UInt8]) { self.draw = draw }

  /// Returns that many bytes.
  public func bytes(_ count: Int) -> [UInt8] { draw(count) }

  /// The system's cryptographic generator.
  public static let system = Randomness { count in
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }
}

/// A personal value, sealed: what stands in tables and files in its stead.
///
/// Format of `box`: the byte 0x01, a nonce of 12 bytes, the ciphertext, a tag of 16 bytes. AES-256-GCM (NIST SP 800-38D)
/// under the key of the case. The plaintext is 32 random bytes and the value; the commitment is their SHA-256, for GCM
/// itself does not commit to a key. The additional data is the text
///
///     amanat-sealed-1 LF office LF key name LF label LF commitment
///
/// so a box opens in its own office, case and place only.
public struct SealedValue: Sendable, Hashable {
  public let commitment: Commitment
  public let keyName: String
  /// What it is: `order`, `note`, `package`, `signature`, `name`, `certificate`.
  public let label: String
  public let box: [UInt8]

  /// Takes a stored value.
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

  /// Seals a value.
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

  /// Opens the value; nil where the key, the place or a single bit is another, or the commitment is not its own.
  func open(office: OfficeID, key: SymmetricKey) -> [UInt8]? {
    guard box.first == 0x01, let sealed = try? AES.GCM.SealedBox(combined: box.dropFirst()),
      let plain = try? AES.GCM.open(
        sealed, using: key, authenticating: Self.context(office, keyName, label, commitment)),
      plain.count >= 32, Casework.Digest.of(Array(plain)) == commitment.digest
    else { return nil }
    return Array(plain.dropFirst(32))
  }
}
