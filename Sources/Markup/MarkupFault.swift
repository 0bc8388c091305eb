/// The reason why bytes were not accepted as a document. It never quotes the text of the document, which may be
/// personal data.
public struct MarkupFault: Error, Sendable, Equatable {
  /// The kinds of fault.
  public enum Reason: Sendable, Equatable {
    /// The document has no bytes.
    case empty
    /// The document has more bytes than the limit.
    case tooLarge(limit: Int)
    /// The document is not well-formed XML.
    case notWellFormed(Malformation)
    /// The document is in another encoding than UTF-8, or has NUL bytes.
    case notUTF8
    /// A tag has more attributes than the limit.
    case tooManyAttributes(limit: Int)
    /// An element has more child elements than the limit (`Document.childLimit`). `element` is nil if the schema does
    /// not define its name.
    case tooManyChildren(element: String?, limit: Int)
    /// The document has a document type declaration. It is refused because it can define entities and include external
    /// files.
    case doctype
    /// The schema does not allow the document.
    case schema(SchemaFault)
    /// The schema itself could not be read. This is a fault of the program, not of the document.
    case schemaUnreadable
  }

  /// The kinds of fault in XML that is not well-formed.
  public enum Malformation: String, Sendable, Equatable, CaseIterable {
    /// No element begins at a place where one must begin.
    case noElement = "no-element"
    /// The text ends inside an element, a comment or a tag.
    case endsEarly = "ends-early"
    /// An end tag does not match the open element.
    case endTag = "end-tag"
    /// Text or another element follows the root element.
    case afterRoot = "after-root"
    /// A tag, an attribute or a reference is written wrongly.
    case tag
    /// A tag has the same attribute twice.
    case attributeTwice = "attribute-twice"
    /// A reference names an entity that XML does not define.
    case entity
    /// A prefix has no namespace.
    case prefix
    /// A character is not allowed at this place in XML.
    case character
    /// Elements are nested more deeply than libxml2's limit.
    case depth
    /// The text has another fault.
    case other

    /// Makes the kind of fault from the parser's error code (`xmlParserErrors` in libxml2's `xmlerror.h`).
    init(libxml2 code: Int) {
      switch code {
      case 4: self = .noElement
      case 40, 44, 45, 47, 63, 73, 74, 77: self = .endsEarly
      case 76: self = .endTag
      case 5: self = .afterRoot
      case 38, 39, 41, 65, 68: self = .tag
      case 42, 203: self = .attributeTwice
      case 26, 27: self = .entity
      case 200...205: self = .prefix
      case 6...9: self = .character
      // libxml2 reports XML_ERR_INTERNAL_ERROR if elements are nested too deeply.
      case 1: self = .depth
      default: self = .other
      }
    }
  }

  /// The kind of fault.
  public let reason: Reason
  /// The line on which the fault was found, from 1.
  public let line: Int

  /// Makes a fault.
  public init(_ reason: Reason, line: Int) {
    self.reason = reason
    self.line = line
  }
}

extension MarkupFault: CustomStringConvertible {
  public var description: String {
    switch reason {
    case .empty: "the document is empty"
    case .tooLarge(let limit): "the document is larger than \(limit) bytes"
    case .notWellFormed(let how): "not well-formed XML: \(how)"
    case .notUTF8: "the document is not UTF-8 text"
    case .tooManyAttributes(let limit): "an element has more than \(limit) attributes"
    case .tooManyChildren(let element, let limit):
      "\(element.map { "<\($0)>" } ?? "an element") has more than \(limit) elements in it"
    case .doctype: "a document type declaration (DOCTYPE) is not accepted"
    case .schema(let fault): fault.description
    case .schemaUnreadable: "the schema itself cannot be read"
    }
  }
}

extension MarkupFault.Malformation: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noElement: "no element begins here"
    case .endsEarly: "the text ends in the middle"
    case .endTag: "this end tag does not belong to the open element"
    case .afterRoot: "something follows the last element"
    case .tag: "a tag or an attribute is written wrongly"
    case .attributeTwice: "an attribute is there twice"
    case .entity: "a reference to an unknown entity"
    case .prefix: "a prefix without a namespace"
    case .character: "a character that XML does not allow"
    case .depth: "elements are nested too deeply"
    case .other: "the text is not XML"
    }
  }
}
