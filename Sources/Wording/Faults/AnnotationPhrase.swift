import Casework

/// Why the annotation of a source was refused.
public enum AnnotationPhrase: Sendable, Hashable {
  case notYAML
  /// More aliases (`*name`) than are read.
  case tooManyAliases(limit: Int)
  case keyTwice(String)
  case keyAbsent(String)
  /// A value of another shape than its key takes; nil for the document itself.
  case wrongShape(key: String?, AnnotationShape)
  case collectionTwice(String)
  case fieldTwice(FieldName)
  case noCategory(FieldName, String)
  /// The identity is none of those that are known.
  case noIdentity(FieldName, String, known: [String])
  /// The reference is not spelled COLLECTION.FIELD.
  case noReference(FieldName, String)
  case noDirection(FieldName, String)
  /// The reference leads to a field that is not annotated.
  case referenceToNothing(FieldName, target: String)
  /// The reference names another dataset than that of the collection it leads to.
  case referenceToAnotherDataset(FieldName, dataset: String)
  /// The collection takes its time from a field that it does not have.
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

/// What a value of an annotation must be.
public enum AnnotationShape: Sendable, Hashable, CaseIterable {
  case mapping, list, text, flag
}
