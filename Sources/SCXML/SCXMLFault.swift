import Markup

/// A fault that makes a document invalid as a chart, with its line.
///
/// The reason names the element and the attribute. It never repeats the value of an attribute or a text of the
/// document.
public struct SCXMLFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// The line of the fault. For a start tag on several lines, it is the last of these lines.
  public let line: Int
  /// The fault in words, without the line.
  public let reason: String

  /// Makes a fault.
  public init(line: Int, reason: String) {
    self.line = line
    self.reason = reason
  }

  init(_ element: Element, _ reason: String) {
    self.init(line: element.line, reason: reason)
  }

  init(_ fault: MarkupFault) {
    self.init(line: fault.line, reason: fault.description)
  }

  /// The fault in words, line first: `line 3: <raise> needs the attribute 'event'`.
  public var description: String { "line \(line): \(reason)" }
}
