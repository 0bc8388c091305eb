/// Why a package was not made or an envelope not sealed.
public enum PackagingFault: Error, Sendable, Equatable {
  /// The bytes are no PEM certificate.
  case notACertificate
  /// OpenSSL refused at this step (COpenSSL.h).
  case envelope(step: Int)
  /// A path does not fit a tar header, or a file is too large for one.
  case archive
  /// The stored package is not an archive of ours.
  case notABag
}
