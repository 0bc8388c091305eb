import Casework
import Markup

/// The reason why a document was not read, with its line. It has no text of an order, which may be personal. The
/// program exits with 65.
public struct IntakeFault: Error, Sendable, Equatable {
  /// The line, counted from 1.
  public var line: Int
  /// The problem.
  public var code: ReadingFault

  /// Makes a fault.
  public init(line: Int, _ code: ReadingFault) {
    self.line = line
    self.code = code
  }

  init(_ fault: MarkupFault) {
    self.init(line: fault.line, ReadingFault(fault.reason))
  }

  /// Parses bytes, validates them against the schema if there is one, and returns the root.
  static func root(of bytes: [UInt8], schema: [UInt8]?) throws(IntakeFault) -> Element {
    do throws(MarkupFault) {
      let document = try Document(parsing: bytes)
      if let schema { try document.check(against: schema) }
      return document.root
    } catch {
      throw IntakeFault(error)
    }
  }
}

extension ReadingFault {
  /// Converts a fault of the XML reader.
  init(_ reason: MarkupFault.Reason) {
    switch reason {
    case .empty: self = .empty
    case .tooLarge(let limit): self = .tooLarge(limit: limit)
    case .notWellFormed(let how): self = .notWellFormed(Malformation(rawValue: how.rawValue) ?? .other)
    case .notUTF8: self = .notUTF8
    case .tooManyAttributes(let limit): self = .tooManyAttributes(limit: limit)
    case .tooManyChildren(let element, let limit): self = .tooManyChildren(element: element, limit: limit)
    case .doctype: self = .doctype
    case .schema(let fault): self.init(fault)
    case .schemaUnreadable: self = .schemaUnreadable
    }
  }

  private init(_ fault: SchemaFault) {
    switch fault {
    case .unexpectedElement(let element, let parent): self = .unexpectedElement(element, parent: parent)
    case .missingElement(let element, let parent): self = .missingElement(element, parent: parent)
    case .repeatedElement(let element): self = .repeatedElement(element)
    case .misplacedElement(let element): self = .misplacedElement(element)
    case .unexpectedAttribute(let attribute, let element): self = .unexpectedAttribute(attribute, element: element)
    case .missingAttribute(let attribute, let element): self = .missingAttribute(attribute, element: element)
    case .badValue(let element, let attribute, let allowed):
      self = .badValue(element: element, attribute: attribute, allowed: allowed)
    case .unexpectedText(let element): self = .unexpectedText(element: element)
    case .other(let element): self = .notBySchema(element: element)
    }
  }
}
