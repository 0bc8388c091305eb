import Crypto
import Foundation

/// A person's public key, as `ssh-keygen` writes it: `ssh-ed25519 AAAA… comment`, without the comment.
///
/// The accepted kinds are `ssh-ed25519`, `ecdsa-sha2-nistp256|384|521`, and `sk-ssh-ed25519@openssh.com` (a hardware
/// key; only signatures that a person confirmed by touch are accepted). RSA and DSA are refused, because swift-crypto
/// does not verify them.
public struct SSHPublicKey: Sendable, Hashable, CustomStringConvertible {
  /// The kinds of key that are accepted.
  public enum Kind: String, Sendable, CaseIterable {
    /// Ed25519 (RFC 8709).
    case ed25519 = "ssh-ed25519"
    /// ECDSA on NIST P-256 (RFC 5656).
    case p256 = "ecdsa-sha2-nistp256"
    /// ECDSA on NIST P-384 (RFC 5656).
    case p384 = "ecdsa-sha2-nistp384"
    /// ECDSA on NIST P-521 (RFC 5656).
    case p521 = "ecdsa-sha2-nistp521"
    /// Ed25519 in a hardware key (OpenSSH PROTOCOL.u2f).
    case hardwareEd25519 = "sk-ssh-ed25519@openssh.com"
  }

  /// The kind of the key.
  public let kind: Kind
  /// The key blob of RFC 4253 section 6.6, as it is written in signatures.
  public let blob: [UInt8]

  /// The encoded point of an ECDSA key, or the 32 bytes of an Ed25519 key.
  private let material: [UInt8]
  /// The application that a hardware key is bound to; empty for other kinds.
  private let application: [UInt8]

  /// Reads a blob; returns `nil` where it is not an accepted key or has bytes left over.
  public init?(blob: [UInt8]) {
    var reader = WireReader(blob)
    guard let kind = reader.text().flatMap(Kind.init(rawValue:)) else { return nil }
    switch kind {
    case .ed25519, .hardwareEd25519: break
    case .p256: guard reader.text() == "nistp256" else { return nil }
    case .p384: guard reader.text() == "nistp384" else { return nil }
    case .p521: guard reader.text() == "nistp521" else { return nil }
    }
    guard let material = reader.string() else { return nil }
    var application: [UInt8] = []
    if kind == .hardwareEd25519 {
      guard let bound = reader.string() else { return nil }
      application = bound
    }
    guard reader.isAtEnd, Self.isPoint(material, of: kind) else { return nil }
    self.application = application
    self.kind = kind
    self.blob = blob
    self.material = material
  }

  /// Says whether the bytes are a key of the kind: the length must be right, and an ECDSA key must be a point of its
  /// curve.
  private static func isPoint(_ material: [UInt8], of kind: Kind) -> Bool {
    switch kind {
    case .ed25519, .hardwareEd25519: (try? Curve25519.Signing.PublicKey(rawRepresentation: material)) != nil
    case .p256: (try? P256.Signing.PublicKey(x963Representation: material)) != nil
    case .p384: (try? P384.Signing.PublicKey(x963Representation: material)) != nil
    case .p521: (try? P521.Signing.PublicKey(x963Representation: material)) != nil
    }
  }

  /// Reads a public key line. Options before the kind are refused, and a comment after the blob is dropped.
  public init?(line: String) {
    let words = line.split(whereSeparator: \.isWhitespace)
    guard words.count >= 2, let blob = Base64.read(words[1]) else { return nil }
    self.init(blob: blob)
    guard kind.rawValue == words[0] else { return nil }
  }

  /// The key as a line without a comment.
  public var description: String { "\(kind.rawValue) \(Data(blob).base64EncodedString())" }

  /// The fingerprint that `ssh-keygen -l` prints: `SHA256:` and unpadded base64.
  public var fingerprint: String {
    "SHA256:" + Data(Hash.of(blob).bytes).base64EncodedString().filter { $0 != "=" }
  }

  /// Says whether `signature`, an SSH signature blob (RFC 4253 section 6.6), is a valid signature of this key over
  /// `message`.
  public func isSignature(_ signature: [UInt8], over message: [UInt8]) -> Bool {
    var reader = WireReader(signature)
    guard reader.text() == kind.rawValue, let value = reader.string() else { return false }
    switch kind {
    case .ed25519:
      return reader.isAtEnd && ed25519(value, message)
    case .hardwareEd25519:
      // PROTOCOL.u2f: the token signs SHA-256(application) ‖ flags ‖ counter ‖ SHA-256(message). Flag 1 means that a
      // person touched the token.
      guard let flags = reader.byte(), let counter = reader.raw(4), reader.isAtEnd, flags & 1 == 1 else { return false }
      return ed25519(value, Hash.of(application).bytes + [flags] + counter + Hash.of(message).bytes)
    case .p256:
      return reader.isAtEnd && p256(value, message)
    case .p384:
      return reader.isAtEnd && p384(value, message)
    case .p521:
      return reader.isAtEnd && p521(value, message)
    }
  }

  private func ed25519(_ signature: [UInt8], _ message: [UInt8]) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: material) else { return false }
    return key.isValidSignature(signature, for: message)
  }

  private func p256(_ signature: [UInt8], _ message: [UInt8]) -> Bool {
    guard let key = try? P256.Signing.PublicKey(x963Representation: material),
      let raw = Self.fixedWidth(signature, 32),
      let value = try? P256.Signing.ECDSASignature(rawRepresentation: raw)
    else { return false }
    return key.isValidSignature(value, for: message)
  }

  private func p384(_ signature: [UInt8], _ message: [UInt8]) -> Bool {
    guard let key = try? P384.Signing.PublicKey(x963Representation: material),
      let raw = Self.fixedWidth(signature, 48),
      let value = try? P384.Signing.ECDSASignature(rawRepresentation: raw)
    else { return false }
    return key.isValidSignature(value, for: message)
  }

  private func p521(_ signature: [UInt8], _ message: [UInt8]) -> Bool {
    guard let key = try? P521.Signing.PublicKey(x963Representation: material),
      let raw = Self.fixedWidth(signature, 66),
      let value = try? P521.Signing.ECDSASignature(rawRepresentation: raw)
    else { return false }
    return key.isValidSignature(value, for: message)
  }

  /// Returns the two mpints of an ECDSA signature (RFC 5656 section 3.1.2) as two numbers of fixed width; `nil` where
  /// one is negative.
  private static func fixedWidth(_ signature: [UInt8], _ width: Int) -> [UInt8]? {
    var reader = WireReader(signature)
    var result: [UInt8] = []
    for _ in 0..<2 {
      guard let number = reader.string(), (number.first ?? 0) & 0x80 == 0 else { return nil }
      // A leading zero byte is valid only before a byte that would otherwise make the number negative (RFC 4251 section
      // 5).
      if number.first == 0, (number.dropFirst().first ?? 0) & 0x80 == 0 { return nil }
      let digits = Array(number.drop { $0 == 0 })
      guard digits.count <= width else { return nil }
      result += [UInt8](repeating: 0, count: width - digits.count) + digits
    }
    return reader.isAtEnd ? result : nil
  }
}
