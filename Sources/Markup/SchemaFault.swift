/// A fault in a document that its schema does not allow. A name is given only if the schema defines it. Otherwise it is
/// nil, because the name is text of the document, which is never repeated.
public enum SchemaFault: Sendable, Equatable {
  /// An element is not allowed at its place. `parent` is nil for the root element.
  case unexpectedElement(String?, parent: String?)
  /// A required element is absent.
  case missingElement(String, parent: String)
  /// An element that is allowed only once is repeated.
  case repeatedElement(String)
  /// An element follows an element that it must precede.
  case misplacedElement(String)
  /// An element has an attribute that is not allowed.
  case unexpectedAttribute(String?, element: String)
  /// A required attribute is absent.
  case missingAttribute(String, element: String)
  /// The value of an element, or of its attribute, is not allowed. `allowed` has the allowed words if the schema lists
  /// them.
  case badValue(element: String, attribute: String?, allowed: [String])
  /// An element has text, but only child elements are allowed in it.
  case unexpectedText(element: String)
  /// The fault is in or at this element, and its kind was not found.
  case other(element: String?)
}

extension SchemaFault: CustomStringConvertible {
  public var description: String {
    func tag(_ name: String?) -> String { name.map { "<\($0)>" } ?? "an unknown element" }
    switch self {
    case .unexpectedElement(let element, let parent):
      return "\(tag(element)) is not allowed \(parent.map { "in <\($0)>" } ?? "as the root element")"
    case .missingElement(let element, let parent): return "<\(parent)> lacks <\(element)>"
    case .repeatedElement(let element): return "<\(element)> is there more than once"
    case .misplacedElement(let element): return "<\(element)> comes too late"
    case .unexpectedAttribute(let attribute, let element):
      return "<\(element)> has \(attribute.map { "the attribute \($0)" } ?? "an unknown attribute")"
    case .missingAttribute(let attribute, let element): return "<\(element)> lacks the attribute \(attribute)"
    case .badValue(let element, let attribute, let allowed):
      let place = attribute.map { "\($0) of <\(element)>" } ?? "<\(element)>"
      return "\(place) has another value than \(allowed.isEmpty ? "is allowed" : allowed.joined(separator: ", "))"
    case .unexpectedText(let element): return "<\(element)> has text in it"
    case .other(let element): return "the schema does not allow what is in or at \(tag(element))"
    }
  }
}
