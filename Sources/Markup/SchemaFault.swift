/// What in a document its schema does not allow. Names are the schema's own; nil is a name that it does not know,
/// which is the document's text and is not repeated.
public enum SchemaFault: Sendable, Equatable {
  /// An element that is not allowed there; no parent where it is the root.
  case unexpectedElement(String?, parent: String?)
  /// An element that must be there and is not.
  case missingElement(String, parent: String)
  /// An element that may be there once and is there again.
  case repeatedElement(String)
  /// An element that comes after one which it must come before.
  case misplacedElement(String)
  /// An attribute that is not allowed there.
  case unexpectedAttribute(String?, element: String)
  /// An attribute that must be there and is not.
  case missingAttribute(String, element: String)
  /// The value of an element, or of its attribute; the words that are allowed, where the schema lists them.
  case badValue(element: String, attribute: String?, allowed: [String])
  /// Text where only elements are allowed.
  case unexpectedText(element: String)
  /// What was not found out: in or at this element.
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
