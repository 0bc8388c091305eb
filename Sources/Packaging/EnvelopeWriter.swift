import COpenSSL
import Crypto

/// An envelope while it is written: the head, then the encrypted content piece by piece, then the tail.
///
/// The head depends on the SHA-256 and the length of the content, so a caller reads the content twice.
struct EnvelopeWriter: ~Copyable {
  static let tailLength = Int(AMANAT_ENVELOPE_TAIL_LENGTH)

  private let envelope: OpaquePointer

  /// Begins an envelope.
  ///
  /// - Parameters:
  ///   - sha256: the SHA-256 of the whole content.
  ///   - length: the length of the whole content.
  init(
    to certificate: Certificate, seed: SymmetricKey, caseKey: SymmetricKey, sha256: [UInt8], length: Int,
    volume: UInt32
  ) throws(PackagingFault) {
    precondition(
      seed.bitCount == 8 * Int(AMANAT_SEED_LENGTH) && caseKey.bitCount == 8 * Int(AMANAT_CASE_KEY_LENGTH)
        && sha256.count == SHA256.byteCount && length >= 0)
    var begun: OpaquePointer?
    let step = seed.withUnsafeBytes { seed in
      caseKey.withUnsafeBytes { caseKey in
        amanat_envelope_begin(
          certificate.pem, certificate.pem.count, seed.bindMemory(to: UInt8.self).baseAddress,
          caseKey.bindMemory(to: UInt8.self).baseAddress, sha256, length, volume, &begun)
      }
    }
    guard step == AMANAT_CMS_DONE, let begun else { throw .envelope(EnvelopeStep(step)) }
    envelope = begun
  }

  deinit { amanat_envelope_free(envelope) }

  /// The bytes before the encrypted content.
  var head: [UInt8] {
    var length = 0
    let bytes = amanat_envelope_head(envelope, &length)
    return Array(UnsafeBufferPointer(start: bytes, count: length))
  }

  /// Encrypts the next piece of the content, and writes it over as many bytes of an array.
  func feed(
    _ content: [UInt8], _ piece: Range<Int>, into out: inout [UInt8], at place: Int
  ) throws(PackagingFault) {
    let envelope = envelope
    let step = content.withUnsafeBufferPointer { content in
      out.withUnsafeMutableBufferPointer { out in
        let source = UnsafeBufferPointer(rebasing: content[piece])
        let target = UnsafeMutableBufferPointer(rebasing: out[place..<place + piece.count])
        return amanat_envelope_feed(envelope, source.baseAddress, source.count, target.baseAddress)
      }
    }
    guard step == AMANAT_CMS_DONE else { throw .envelope(EnvelopeStep(step)) }
  }

  /// Ends the envelope, and returns the bytes after the encrypted content.
  ///
  /// - Throws: `PackagingFault.envelope(.content)` if the pieces do not have the length and SHA-256 that were
  ///   given at the beginning.
  consuming func finish() throws(PackagingFault) -> [UInt8] {
    var tail = [UInt8](repeating: 0, count: Self.tailLength)
    let step = amanat_envelope_finish(envelope, &tail)
    guard step == AMANAT_CMS_DONE else { throw .envelope(EnvelopeStep(step)) }
    return tail
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
