/// A document that could not be read as an order, with the line where reading stopped. The office keeps the document.
public struct UnreadableDocument: Sendable, Hashable, Codable {
  /// The document's exact bytes, sealed.
  public var document: Commitment
  /// The line on which reading stopped, from 1.
  public var line: Int
  /// The fault as text, without a word of the document: the description of a `ReadingFault`.
  ///
  /// Older entries have an English sentence here. It is not converted, because entries are signed over exact bytes.
  public var fault: String

  /// Makes a record.
  public init(document: Commitment, line: Int, fault: String) {
    self.document = document
    self.line = line
    self.fault = fault
  }

  /// Makes a record from a fault.
  public init(document: Commitment, line: Int, fault: ReadingFault) {
    self.init(document: document, line: line, fault: fault.description)
  }

  /// The fault as a value; nil where the entry contains a sentence.
  public var readingFault: ReadingFault? { ReadingFault(fault) }
}

/// The result of reading a document.
public enum OrderReading: Sendable, Hashable {
  /// The document is an order. Its receipt says whether the order is complete.
  case readable(OrderReceipt)
  /// The document could not be read as an order.
  case unreadable(UnreadableDocument)
}
