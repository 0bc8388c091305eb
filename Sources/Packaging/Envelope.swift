import Crypto
import Foundation

/// The encrypted form of a package: CMS AuthEnvelopedData (RFC 5083), AES-256-GCM (RFC 5084), DER, for one recipient.
///
/// An envelope is a function of its inputs: whoever has them can build it again and compare. The content key, the nonce
/// and the padding are derived from a seed and the key of the case (`Sources/COpenSSL/derivation.c`). They depend on the
/// certificate, the content and the number of the volume too. The octets equal those of OpenSSL's `CMS_encrypt` with the
/// same secrets. The holder opens the envelope with `openssl cms -decrypt -binary -inform DER`.
///
/// RSA keys get the content key by RSAES-OAEP with SHA-256 (RFC 3560), EC keys by key agreement with SHA-256 and AES-256
/// key wrap (RFC 5753).
public enum Envelope {
  /// The random octets of one package. Alone they open nothing.
  ///
  /// A seed must be drawn anew for every package. Equal inputs give equal envelopes, so a seed that is used again shows
  /// that two packages are the same.
  public struct Seed: Sendable {
    /// The number of octets.
    public static let length = 48

    fileprivate let secret: SymmetricKey

    /// Makes a seed, or returns nil if the number of octets is not `length`.
    public init?(_ bytes: [UInt8]) {
      guard bytes.count == Self.length else { return nil }
      secret = SymmetricKey(data: bytes)
    }

    fileprivate init() { secret = SymmetricKey(size: SymmetricKeySize(bitCount: 8 * Self.length)) }

    /// The octets.
    public var bytes: [UInt8] { secret.withUnsafeBytes { Array($0) } }
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

    fileprivate init() { secret = SymmetricKey(size: SymmetricKeySize(bitCount: 8 * Self.length)) }
  }

  /// Encrypts content for the holder of a certificate. Equal inputs give equal bytes.
  ///
  /// - Parameter volume: the number of the volume, where a package is split.
  /// - Throws: `PackagingFault.envelope` with the step at which it failed.
  public static func seal(
    _ content: [UInt8], to certificate: Certificate, seed: Seed, caseKey: CaseKey, volume: UInt32
  ) throws(PackagingFault) -> [UInt8] {
    let writer = try writer(content, certificate, seed, caseKey, volume)
    let head = writer.head
    var envelope = head + [UInt8](repeating: 0, count: content.count + EnvelopeWriter.tailLength)
    try writer.feed(content, 0..<content.count, into: &envelope, at: head.count)
    envelope.replaceSubrange((head.count + content.count)..., with: try writer.finish())
    return envelope
  }

  /// Builds an envelope again and says whether it equals the given one in every byte.
  ///
  /// - Throws: `PackagingFault.envelope` if no envelope can be built from the inputs. This is not an answer about the
  ///   given one.
  public static func isSealed(
    _ envelope: [UInt8], containing content: [UInt8], to certificate: Certificate, seed: Seed, caseKey: CaseKey,
    volume: UInt32
  ) throws(PackagingFault) -> Bool {
    let writer = try writer(content, certificate, seed, caseKey, volume)
    let head = writer.head
    guard envelope.count == head.count + content.count + EnvelopeWriter.tailLength, agree(envelope, 0, head, head.count)
    else { return false }
    // Piece by piece, so that the second envelope needs no memory of its own.
    var piece = [UInt8](repeating: 0, count: min(content.count, 1 << 20))
    for start in stride(from: 0, to: content.count, by: 1 << 20) {
      let end = min(start + piece.count, content.count)
      try writer.feed(content, start..<end, into: &piece, at: 0)
      guard agree(envelope, head.count + start, piece, end - start) else { return false }
    }
    let tail = try writer.finish()
    return agree(envelope, head.count + content.count, tail, tail.count)
  }

  private static func writer(
    _ content: [UInt8], _ certificate: Certificate, _ seed: Seed, _ caseKey: CaseKey, _ volume: UInt32
  ) throws(PackagingFault) -> EnvelopeWriter {
    try EnvelopeWriter(
      to: certificate, seed: seed.secret, caseKey: caseKey.secret, sha256: Array(SHA256.hash(data: content)),
      length: content.count, volume: volume)
  }

  /// Says whether the bytes of an envelope from a place on begin with the first bytes of another array.
  private static func agree(_ envelope: [UInt8], _ place: Int, _ other: [UInt8], _ count: Int) -> Bool {
    envelope.withUnsafeBytes { bytes in
      other.withUnsafeBytes { others in
        let part = UnsafeRawBufferPointer(rebasing: bytes[place..<place + count])
        guard let left = part.baseAddress, let right = others.baseAddress else { return count == 0 }
        return memcmp(left, right, count) == 0
      }
    }
  }
}

extension Certificate {
  /// Encrypts bytes for the holder of the certificate, with a seed and a key that are drawn and then dropped.
  ///
  /// Nobody can build this envelope again: `Envelope.isSealed` cannot check it. Sealing the same bytes twice gives
  /// different envelopes, so an envelope is sealed once and kept.
  ///
  /// - Throws: `PackagingFault.envelope` with the step at which it failed.
  public func seal(_ bytes: [UInt8]) throws(PackagingFault) -> [UInt8] {
    try Envelope.seal(bytes, to: self, seed: Envelope.Seed(), caseKey: Envelope.CaseKey(), volume: 1)
  }
}
