/// The reason why an annotation was refused, with its line.
public struct AnnotationFault: Error, Sendable, Hashable {
  /// The line of the problem, counted from 1; nil if it is unknown.
  public let line: Int?
  /// The problem.
  public let problem: Problem

  init(line: Int?, _ problem: Problem) {
    self.line = line
    self.problem = problem
  }

  /// A problem of an annotation. Names are spelled as in the file.
  public enum Problem: Sendable, Hashable {
    /// The file is not one YAML document.
    case notYAML
    /// The file has more than `limit` aliases (`*name`).
    case tooManyAliases(limit: Int)
    /// A mapping has the same key twice.
    case keyTwice(String)
    /// A required key is missing.
    case keyAbsent(String)
    /// The value of a key has the wrong shape; `key` is nil for the whole document.
    case wrongShape(key: String?, wanted: Shape)
    /// Two collections have the same name, ignoring case.
    case collectionTwice(String)
    /// Two fields of a collection have the same name, ignoring case.
    case fieldTwice(collection: String, field: String)
    /// The text is not a category: lower-case segments with dots between them.
    case noCategory(collection: String, field: String, text: String)
    /// The text is not the name of a kind of identifier.
    case noIdentity(collection: String, field: String, text: String)
    /// The text is not a reference of the form `COLLECTION.FIELD`.
    case noReference(collection: String, field: String, text: String)
    /// The text is not a direction: `from` or `to`.
    case noDirection(collection: String, field: String, text: String)
    /// The field that the reference refers to is not annotated.
    case referenceToNothing(collection: String, field: String, target: String)
    /// The reference names a dataset (`fides_key`) other than the dataset of the collection that it refers to.
    case referenceToAnotherDataset(collection: String, field: String, dataset: String)
    /// `amanat_time` names a field that the collection does not have.
    case noTimeField(collection: String, field: String)
  }

  /// The shape of a YAML node.
  public enum Shape: String, Sendable, Hashable, CaseIterable {
    /// A mapping of keys to values.
    case mapping
    /// A sequence of values.
    case list
    /// A scalar.
    case text
    /// `True` or `False`.
    case flag
  }
}
