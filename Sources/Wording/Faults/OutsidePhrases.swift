import Casework

/// The reason why collecting failed.
public enum CollectingPhrase: Sendable, Hashable {
  case annotation(line: Int?, AnnotationPhrase)
  case absent(collection: String, field: String?)
  case ambiguousOwner(collection: String, field: String)
  case unreadableSource(StorageTrouble)
  /// The target has identifiers that can single a person out, but the annotation has no identity column for any of
  /// them.
  case noIdentityColumn(target: Int)
  case noSuchPerson(target: Int)
  case severalPersons(target: Int, count: Int)
  /// No row has the key of the person who was found, or several rows have it.
  case keyNotUnique(FieldName)
}

/// The reason why a package could not be made or read.
public enum PackagingPhrase: Sendable, Hashable, CaseIterable {
  case notACertificate
  case notEncrypted
  case tooLarge
  case notAPackage
  /// A row does not have the columns of its table.
  case strayRow
}

/// The reason why a signature could not be made, or a key could not be used. A key file is named without its folder.
public enum SigningPhrase: Sendable, Hashable {
  case noKey(file: String)
  case keyKind(file: String)
  /// The file's name does not end in `.pub`; `beside` says whether the public key with this ending is next to it.
  case notPublic(file: String, beside: Bool)
  case noOpenSSH
  case notSigned(file: String)
  /// The private key and the public key beside it are not a pair.
  case otherKey(file: String)
  case notGiven
  case notAnOfficer(file: String)
}
