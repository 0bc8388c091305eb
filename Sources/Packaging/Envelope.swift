import COpenSSL
import Casework

/// A certificate to encrypt to, read by OpenSSL.
public struct Certificate: Sendable, Hashable {
  /// SHA-256 of the DER form.
  public let sha256: [UInt8]
  public let notBefore: Instant
  public let notAfter: Instant
  /// The strength of its key in bits: 112 for RSA with 2048, 128 for P-256 (NIST SP 800-57, table 2).
  public let securityBits: Int
  public let pem: [UInt8]

  /// Reads a certificate in PEM form.
  public init(pem: [UInt8]) throws(PackagingFault) {
    var read = amanat_certificate()
    guard amanat_certificate_read(pem, pem.count, &read) == 0 else { throw .notACertificate }
    sha256 = withUnsafeBytes(of: read.sha256) { Array($0) }
    notBefore = Instant(seconds: read.not_before)
    notAfter = Instant(seconds: read.not_after)
    securityBits = Int(read.security_bits)
    self.pem = pem
  }

  /// Seals bytes for the certificate's holder: CMS AuthEnvelopedData (RFC 5083), AES-256-GCM, DER. Opened with
  /// `openssl cms -decrypt -inform DER`. Sealing twice gives different bytes, so an envelope is sealed once and kept.
  public func seal(_ bytes: [UInt8]) throws(PackagingFault) -> [UInt8] {
    var buffer: UnsafeMutablePointer<UInt8>?
    var length = 0
    let step = amanat_cms_seal(pem, pem.count, bytes, bytes.count, &buffer, &length)
    guard step == 0, let buffer else { throw .envelope(step: Int(step)) }
    defer { amanat_release(buffer) }
    return Array(UnsafeBufferPointer(start: buffer, count: length))
  }
}
