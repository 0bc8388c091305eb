import Markup

/// Why a document was not read: what is wrong and on which line, never a word of its text. Exit code 65.
public struct IntakeFault: Error, Sendable, Equatable {
  public var line: Int
  public var reason: String

  /// Makes a fault.
  public init(line: Int, reason: String) {
    self.line = line
    self.reason = reason
  }

  init(_ fault: MarkupFault) {
    self.init(line: fault.line, reason: fault.description)
  }

  /// Parses bytes, holds them against a schema if there is one, and returns the root.
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
