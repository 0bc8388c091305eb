/// The reason why a package could not be made, read or sealed.
public enum PackagingFault: Error, Sendable, Hashable {
  /// The bytes are not a PEM certificate.
  case notACertificate
  /// The envelope could not be made.
  case envelope(EnvelopeStep)
  /// A path does not fit a tar header, or a file is too large for one.
  case archive
  /// The bytes are not an archive in the form that `Tar` writes, or the archive has no tag manifest.
  case notABag
  /// A row was added when no table was open, or its number of values is not the table's number of columns.
  case strayRow
}

/// A step of making an envelope. The cases are in the order of the steps.
public enum EnvelopeStep: String, Sendable, Hashable, CaseIterable {
  /// Reading the recipient's certificate. Content of 2 GiB or more is refused in this step.
  case certificate
  /// Deriving the secrets of the envelope.
  case preparation
  /// Encrypting the content key for the recipient. This step refuses a key that can only sign, a key with less than 112
  /// bits of security, and a certificate whose key usage does not allow key encipherment (RSA) or key agreement (EC).
  case recipient
  /// Encrypting the content.
  case content
  /// Writing the authentication tag.
  case encoding
  /// Allocating memory.
  case memory
}
