import Casework

/// The reason why the annotation of a source was refused.
public enum AnnotationPhrase: Sendable, Hashable {
  case notYAML
  /// The file has more than `limit` aliases (`*name`).
  case tooManyAliases(limit: Int)
  case keyTwice(String)
  case keyAbsent(String)
  /// The value of a key has the wrong shape; `key` is nil for the whole document.
  case wrongShape(key: String?, AnnotationShape)
  case collectionTwice(String)
  case fieldTwice(FieldName)
  case noCategory(FieldName, String)
  /// The identity is not one of the known kinds of identifier.
  case noIdentity(FieldName, String, known: [String])
  /// The reference does not have the form COLLECTION.FIELD.
  case noReference(FieldName, String)
  case noDirection(FieldName, String)
  /// The reference refers to a field that is not annotated.
  case referenceToNothing(FieldName, target: String)
  /// The reference names a dataset other than the dataset of the collection that it refers to.
  case referenceToAnotherDataset(FieldName, dataset: String)
  /// The annotation takes a collection's time from a field that the collection does not have.
  case noTimeField(FieldName)
}

/// A field of a collection, as an annotation names it.
public struct FieldName: Sendable, Hashable, CustomStringConvertible {
  public var collection: String
  public var field: String

  /// Names a field.
  public init(_ collection: String, _ field: String) {
    self.collection = collection
    self.field = field
  }

  public var description: String { "\(collection).\(field)" }
}

/// The shape that a value of an annotation must have.
public enum AnnotationShape: Sendable, Hashable, CaseIterable {
  case mapping, list, text, flag
}
