/// Why nothing was collected.
public enum CollectionFault: Error, Sendable, Hashable {
  /// The annotation was refused.
  case annotation(AnnotationFault)
  /// The source cannot be opened or read.
  case source(SourceTrouble)
  /// The annotation names a collection, or a field of one, that the source does not have.
  case absent(collection: String, field: String?)
  /// The target's identifiers match no person, or none of them singles a person out.
  case noSuchPerson(target: Int)
  /// The target's identifiers, or the key of the person found by them, match several rows.
  case severalPersons(target: Int, count: Int)
  /// A row of another person has the same value in this field, so whose rows refer to it cannot be decided.
  case ambiguousOwner(collection: String, field: String)
}

/// Why a source refused to be read, whatever library or system call reported it.
public enum SourceTrouble: Error, Sendable, Hashable, CaseIterable {
  /// Its bytes are not those of a sound source of its kind.
  case damaged
  /// Another process held it for too long.
  case busy
  /// It is not there.
  case absent
  /// The account has no right to read it.
  case noPermission
  /// The device failed to read.
  case device
  /// Any other refusal.
  case other
}
