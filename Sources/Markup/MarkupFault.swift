/// Why bytes were not accepted as a document. It never quotes the document: its text may be personal.
public struct MarkupFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// What was wrong.
  public enum Reason: Sendable, Equatable {
    case empty
    /// Larger than the limit, in bytes.
    case tooLarge(limit: Int)
    case notWellFormed(code: Int)
    /// Another encoding than UTF-8, or NUL bytes.
    case notUTF8
    /// More attributes in one tag than are read.
    case tooManyAttributes(limit: Int)
    /// Document type declarations are refused whole: they are how entities and external files get in.
    case doctype
    /// The schema does not allow what stands in this element.
    case schema(element: String)
    /// The schema itself could not be read: a fault of ours.
    case schemaUnreadable
  }

  public let reason: Reason
  public let line: Int

  /// Makes a fault.
  public init(_ reason: Reason, line: Int) {
    self.reason = reason
    self.line = line
  }

  public var description: String {
    switch reason {
    case .empty: "the document is empty"
    case .tooLarge(let limit): "the document is larger than \(limit) bytes"
    // XML_ERR_DOCUMENT_EMPTY: not so much as a first tag.
    case .notWellFormed(code: 4): "not XML: no element begins here"
    case .notWellFormed(let code): "not well-formed XML (libxml2 code \(code))"
    case .notUTF8: "the document is not UTF-8 text"
    case .tooManyAttributes(let limit): "an element has more than \(limit) attributes"
    case .doctype: "a document type declaration (DOCTYPE) is not accepted"
    case .schema(let element) where element.isEmpty: "the schema does not allow what stands here"
    case .schema(let element): "the schema does not allow what stands in or at <\(element)>"
    case .schemaUnreadable: "the schema itself cannot be read"
    }
  }
}
