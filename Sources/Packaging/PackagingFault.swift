/// Why a package was not made, not read, or not sealed.
public enum PackagingFault: Error, Sendable, Hashable {
  /// The bytes are not a PEM certificate.
  case notACertificate
  /// The envelope could not be made.
  case envelope(EnvelopeStep)
  /// A path does not fit a tar header, or a file is too large for one.
  case archive
  /// The stored package is not an archive that this room wrote.
  case notABag
  /// A row came where no table was open, or with more or fewer values than the table has columns.
  case strayRow
}

/// A step of making an envelope, in the order in which they are taken.
public enum EnvelopeStep: String, Sendable, Hashable, CaseIterable {
  /// Reading the recipient's certificate; also refuses content of 2 GiB and more.
  case certificate
  /// Making an empty envelope with a content key.
  case preparation
  /// Encrypting the content key for the recipient: a key that can only sign fails here.
  case recipient
  /// Encrypting the content.
  case content
  /// Writing the envelope as DER.
  case encoding
  /// Copying the bytes out.
  case memory
}
