/// Says what a reader accepts: which elements of the standard, and which attributes a domain adds to them.
///
/// Whatever it does not name is a fault, not something to skip: a misspelt attribute must not read as none.
/// Source: SCXML 2, which lets other namespaces stand in a document and leaves to each processor what it does then.
public struct Vocabulary: Sendable, Equatable {
  /// Accepts the whole standard as far as it is read here, and nothing besides.
  public static let standard = Vocabulary()

  /// Names the elements that are accepted; `nil` accepts all that are read.
  public var elements: Set<String>?
  /// Identifies the domain's namespace.
  public var namespace: String
  /// Names the domain's attributes by the element that may bear them: `scxml`, `state`, `parallel`, `final`,
  /// `history`, or `transition`. Their values go into the `attributes` of what is described.
  public var attributes: [String: Set<String>]

  /// Describes a vocabulary.
  public init(elements: Set<String>? = nil, namespace: String = "", attributes: [String: Set<String>] = [:]) {
    self.elements = elements
    self.namespace = namespace
    self.attributes = attributes
  }
}
