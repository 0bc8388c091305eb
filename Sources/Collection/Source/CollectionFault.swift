import Casework

/// The reason why collecting failed.
public enum CollectionFault: Error, Sendable, Hashable {
  /// The annotation was refused.
  case annotation(AnnotationFault)
  /// The source cannot be opened or read.
  case source(StorageTrouble)
  /// The annotation names a collection or a field that the source does not have.
  case absent(collection: String, field: String?)
  /// The target has identifiers that can single a person out, but the annotation has no identity column for any of
  /// them.
  case noIdentityColumn(target: Int)
  /// The target's identifiers match no person, or none of them can single a person out.
  case noSuchPerson(target: Int)
  /// The target's identifiers match several rows.
  case severalPersons(target: Int, count: Int)
  /// No row has the key of the person who was found, or several rows have it.
  case keyNotUnique(collection: String, field: String)
  /// A row of another person has the same value in this field, so the owner of the rows that refer to it cannot be
  /// decided.
  case ambiguousOwner(collection: String, field: String)
}
