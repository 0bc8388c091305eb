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

  /// Encrypts bytes for the holder of the certificate: CMS AuthEnvelopedData (RFC 5083), AES-256-GCM, DER. The holder
  /// opens the envelope with `openssl cms -decrypt -inform DER`. Sealing the same bytes twice gives different
  /// envelopes, so an envelope is sealed once and kept.
  ///
  /// - Throws: `PackagingFault.envelope` with the step at which OpenSSL failed.
  public func seal(_ bytes: [UInt8]) throws(PackagingFault) -> [UInt8] {
    var buffer: UnsafeMutablePointer<UInt8>?
    var length = 0
    let step = amanat_cms_seal(pem, pem.count, bytes, bytes.count, &buffer, &length)
    guard step == AMANAT_CMS_DONE, let buffer else { throw .envelope(EnvelopeStep(step)) }
    defer { amanat_release(buffer) }
    return Array(UnsafeBufferPointer(start: buffer, count: length))
  }
}

extension EnvelopeStep {
  /// Converts the step at which COpenSSL stopped.
  fileprivate init(_ step: amanat_cms_step) {
    switch step {
    case AMANAT_CMS_CERTIFICATE: self = .certificate
    case AMANAT_CMS_PREPARATION: self = .preparation
    case AMANAT_CMS_RECIPIENT: self = .recipient
    case AMANAT_CMS_CONTENT: self = .content
    case AMANAT_CMS_ENCODING: self = .encoding
    default: self = .memory
    }
  }
}
