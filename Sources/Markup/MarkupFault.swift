/// Why bytes were not accepted as a document. It never quotes the document: its text may be personal.
public struct MarkupFault: Error, Sendable, Equatable {
  /// What was wrong.
  public enum Reason: Sendable, Equatable {
    /// A document without a byte.
    case empty
    /// Larger than the limit, in bytes.
    case tooLarge(limit: Int)
    /// A text that is no XML.
    case notWellFormed(Malformation)
    /// Another encoding than UTF-8, or NUL bytes.
    case notUTF8
    /// More attributes in one tag than are read.
    case tooManyAttributes(limit: Int)
    /// More elements in one element than are held against a schema, whose time is quadratic in them.
    case tooManyChildren(element: String?, limit: Int)
    /// Document type declarations are refused whole: they are how entities and external files get in.
    case doctype
    /// The schema does not allow the document.
    case schema(SchemaFault)
    /// The schema itself could not be read: a fault of ours.
    case schemaUnreadable
  }

  /// How a text fails to be XML.
  public enum Malformation: String, Sendable, Equatable, CaseIterable {
    /// No element begins where one must.
    case noElement = "no-element"
    /// The text ends inside an element, a comment or a tag.
    case endsEarly = "ends-early"
    /// An end tag that is not the open element's.
    case endTag = "end-tag"
    /// Something follows the root element.
    case afterRoot = "after-root"
    /// A tag, an attribute or a reference that is written wrongly.
    case tag
    /// One attribute twice in a tag.
    case attributeTwice = "attribute-twice"
    /// A reference to an entity that XML does not define.
    case entity
    /// A prefix without a namespace.
    case prefix
    /// A character that XML does not allow there.
    case character
    /// Elements inside elements, deeper than is read.
    case depth
    /// Anything else.
    case other

    /// Takes the parser's own code (`xmlParserErrors` in libxml2's `xmlerror.h`).
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
      // XML_ERR_INTERNAL_ERROR is how libxml2 tells that its limit of depth was passed.
      case 1: self = .depth
      default: self = .other
      }
    }
  }

  /// What was wrong.
  public let reason: Reason
  /// The line on which it was noticed, from 1.
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
