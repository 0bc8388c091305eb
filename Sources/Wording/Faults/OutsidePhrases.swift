import Casework

/// Why collecting failed.
public enum CollectingPhrase: Sendable, Hashable {
  case annotation(line: Int?, AnnotationPhrase)
  case absent(collection: String, field: String?)
  case ambiguousOwner(collection: String, field: String)
  case unreadableSource(StorageTroublePhrase)
  case noSuchPerson(target: Int)
  case severalPersons(target: Int, count: Int)
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

/// Why there is no signature, or no key to enrol.
public enum SigningPhrase: Sendable, Hashable {
  case noKey(file: String)
  case keyKind(file: String)
  /// A public key is wanted, and the file is not one by its name.
  case notPublic(file: String)
  case noOpenSSH
  case notSigned(file: String)
  /// The private key and the public key beside it are not a pair.
  case otherKey(file: String)
  case notGiven
  case notAnOfficer(file: String)
}
