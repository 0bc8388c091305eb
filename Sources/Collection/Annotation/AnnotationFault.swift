/// Why an annotation was refused.
public struct AnnotationFault: Error, Sendable, Hashable {
  /// The line where the problem is, counted from 1; nil where the reader knows none.
  public let line: Int?
  /// What the problem is.
  public let problem: Problem

  init(line: Int?, _ problem: Problem) {
    self.line = line
    self.problem = problem
  }

  /// A problem of an annotation. Names are spelled as in the file.
  public enum Problem: Sendable, Hashable {
    /// The file is not one YAML document.
    case notYAML
    /// The file has more aliases (`*name`) than are read.
    case tooManyAliases(limit: Int)
    /// A mapping has a key twice.
    case keyTwice(String)
    /// A key that must be there is not.
    case keyAbsent(String)
    /// The value of a key, or the whole document where `key` is nil, has another shape than the format asks.
    case wrongShape(key: String?, wanted: Shape)
    /// Two collections have one name, the case of letters aside.
    case collectionTwice(String)
    /// Two fields of a collection have one name, the case of letters aside.
    case fieldTwice(collection: String, field: String)
    /// The text is no category: lower-case segments with dots between them.
    case noCategory(collection: String, field: String, text: String)
    /// The text names no kind of identifier.
    case noIdentity(collection: String, field: String, text: String)
    /// The text is not `COLLECTION.FIELD`.
    case noReference(collection: String, field: String, text: String)
    /// The text is no direction: `from` or `to`.
    case noDirection(collection: String, field: String, text: String)
    /// The field referred to is not annotated.
    case referenceToNothing(collection: String, field: String, target: String)
    /// The reference names another dataset (`fides_key`) than that of the collection it leads to.
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
