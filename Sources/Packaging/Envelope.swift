import Crypto
import Foundation

/// The encrypted form of a package: CMS AuthEnvelopedData (RFC 5083), AES-256-GCM (RFC 5084), DER, for one recipient.
///
/// Equal inputs give equal envelopes. An audit builds the envelope again from its inputs and compares the digests. The
/// content key, the nonce and the padding are derived from a seed and the key of the case
/// (`Sources/COpenSSL/derivation.c`). They depend on the certificate, the content and the number of the volume too. The octets equal those of OpenSSL's `CMS_encrypt` with the
/// same secrets. The holder opens the envelope with `openssl cms -decrypt -binary -inform DER`.
///
/// RSA keys get the content key by RSAES-OAEP with SHA-256 (RFC 3560), EC keys by key agreement with SHA-256 and AES-256
/// key wrap (RFC 5753).
public enum Envelope {
  /// The random octets of one package. Alone they open nothing.
  ///
  /// Draw a new seed for every package. If a seed is used again, equal envelopes show that two packages are the same.
  public struct Seed: Sendable {
    /// The number of octets.
    public static let length = 48

    fileprivate let secret: SymmetricKey

    /// Makes a seed, or returns nil if the number of octets is not `length`.
    public init?(_ bytes: [UInt8]) {
      guard bytes.count == Self.length else { return nil }
      secret = SymmetricKey(data: bytes)
    }
  }

  /// The key of the case to which a package belongs. Alone it opens nothing.
  public struct CaseKey: Sendable {
    /// The number of octets.
    public static let length = 32

    fileprivate let secret: SymmetricKey

    /// Makes a key, or returns nil if the number of octets is not `length`.
    public init?(_ bytes: [UInt8]) {
      guard bytes.count == Self.length else { return nil }
      secret = SymmetricKey(data: bytes)
    }
  }

  /// Encrypts content for the holder of a certificate. Equal inputs give equal bytes.
  ///
  /// - Parameter volume: the number of the volume, where a package is split.
  /// - Throws: `PackagingFault.envelope` with the step at which it failed.
  public static func seal(
    _ content: [UInt8], to certificate: Certificate, seed: Seed, caseKey: CaseKey, volume: UInt32
  ) throws(PackagingFault) -> [UInt8] {
    let writer = try EnvelopeWriter(
      to: certificate, seed: seed.secret, caseKey: caseKey.secret, sha256: Array(SHA256.hash(data: content)),
      length: content.count, volume: volume)
    let head = writer.head
    var envelope = head + [UInt8](repeating: 0, count: content.count + EnvelopeWriter.tailLength)
    try writer.feed(content, 0..<content.count, into: &envelope, at: head.count)
    envelope.replaceSubrange((head.count + content.count)..., with: try writer.finish())
    return envelope
  }
}

extension Certificate {
  /// Says whether an envelope can be built for the holder of the certificate: its key can encrypt, and is strong enough.
  public var canReceive: Bool {
    guard let seed = Envelope.Seed([UInt8](repeating: 0, count: Envelope.Seed.length)),
      let key = Envelope.CaseKey([UInt8](repeating: 0, count: Envelope.CaseKey.length))
    else { return false }
    return (try? Envelope.seal([0], to: self, seed: seed, caseKey: key, volume: 1)) != nil
  }
}
