/// The elements of the standard that a reader accepts, and the attributes that a domain adds to them.
///
/// Every other element and attribute is a fault and is never skipped, because a skipped misspelt attribute would be
/// read as an absent one. SCXML 2 allows other namespaces in a document, and each processor decides how to treat them.
public struct Vocabulary: Sendable, Equatable {
  /// The vocabulary of every element that the reader supports, without added attributes.
  public static let standard = Vocabulary()

  /// The elements that are accepted; `nil` accepts all that the reader supports.
  public var elements: Set<String>?
  /// The namespace of the domain's attributes.
  public var namespace: String
  /// The domain's attributes, by the element that may have them: `scxml`, `state`, `parallel`, `final`, `history` or
  /// `transition`. Their values are in the `attributes` of the definition.
  public var attributes: [String: Set<String>]

  /// Makes a vocabulary.
  public init(elements: Set<String>? = nil, namespace: String = "", attributes: [String: Set<String>] = [:]) {
    self.elements = elements
    self.namespace = namespace
    self.attributes = attributes
  }
}
