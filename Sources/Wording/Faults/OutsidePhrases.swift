import Casework

/// Why collecting failed.
public enum CollectingPhrase: Sendable, Hashable {
  case annotation(line: Int?, AnnotationPhrase)
  case absent(collection: String, field: String?)
  case ambiguousOwner(collection: String, field: String)
  case unreadableSource(StorageTrouble)
  /// The annotation has no identity column for an identifier of the target that singles a person out.
  case noIdentityColumn(target: Int)
  case noSuchPerson(target: Int)
  case severalPersons(target: Int, count: Int)
  /// The key of the person's row is the key of no row, or of several.
  case keyNotUnique(FieldName)
}

/// Why a package was not made, or not read.
public enum PackagingPhrase: Sendable, Hashable, CaseIterable {
  case notACertificate
  case notEncrypted
  case tooLarge
  case notAPackage
  /// A row does not have the columns of its table.
  case strayRow
}

/// Why there is no signature, or no key to enrol. A key file is given by its own name, without its folder.
public enum SigningPhrase: Sendable, Hashable {
  case noKey(file: String)
  case keyKind(file: String)
  /// The file's name does not end in `.pub`; `beside` says that such a file lies next to it.
  case notPublic(file: String, beside: Bool)
  case noOpenSSH
  case notSigned(file: String)
  /// The private key and the public key beside it are not a pair.
  case otherKey(file: String)
  case notGiven
  case notAnOfficer(file: String)
}
