import Markup

/// Says why a document is not a chart: what is wrong, and on which line.
///
/// The words are the reader's own. Of the document it repeats no more than names that the standard has.
public struct SCXMLFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// Tells the line at fault; of a start tag, it is the one where the tag ends.
  public let line: Int
  /// Tells what is wrong there.
  public let reason: String

  /// States a fault.
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

  /// Puts the fault into words, line first.
  public var description: String { "line \(line): \(reason)" }
}
