import Casework

/// Why nothing was collected.
public enum CollectionFault: Error, Sendable, Hashable {
  /// The annotation was refused.
  case annotation(AnnotationFault)
  /// The source cannot be opened or read.
  case source(StorageTrouble)
  /// The annotation names a collection, or a field of one, that the source does not have.
  case absent(collection: String, field: String?)
  /// The annotation has no identity column for any of the target's identifiers that single a person out.
  case noIdentityColumn(target: Int)
  /// The target's identifiers match no person, or none of them singles a person out.
  case noSuchPerson(target: Int)
  /// The target's identifiers match several rows.
  case severalPersons(target: Int, count: Int)
  /// The key of the person who was found is the key of no row, or of several.
  case keyNotUnique(collection: String, field: String)
  /// A row of another person has the same value in this field, so whose rows refer to it cannot be decided.
  case ambiguousOwner(collection: String, field: String)
}
