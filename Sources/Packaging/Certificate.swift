import COpenSSL
import Casework

/// The certificate of a recipient, as OpenSSL reads it.
public struct Certificate: Sendable, Hashable {
  /// SHA-256 of the DER form.
  public let sha256: [UInt8]
  /// The first moment of its validity.
  public let notBefore: Instant
  /// The last moment of its validity.
  public let notAfter: Instant
  /// The strength of its key in bits: 112 for RSA with 2048, 128 for P-256 (NIST SP 800-57, table 2).
  public let securityBits: Int
  /// The bytes of the PEM file from which it was read.
  public let pem: [UInt8]

  /// Reads a certificate in PEM form.
  ///
  /// - Throws: `PackagingFault.notACertificate`.
  public init(pem: [UInt8]) throws(PackagingFault) {
    var read = amanat_certificate()
    guard amanat_certificate_read(pem, pem.count, &read) == 0 else { throw .notACertificate }
    sha256 = withUnsafeBytes(of: read.sha256) { Array($0) }
    notBefore = Instant(seconds: read.not_before)
    notAfter = Instant(seconds: read.not_after)
    securityBits = Int(read.security_bits)
    self.pem = pem
  }
}
