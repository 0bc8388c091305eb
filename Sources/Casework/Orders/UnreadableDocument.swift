/// A document that could not be read as an order: kept, with the place where reading stopped.
public struct UnreadableDocument: Sendable, Hashable, Codable {
  /// The document's exact bytes, sealed.
  public var document: Commitment
  /// The line on which reading stopped, from 1.
  public var line: Int
  /// What was wrong, without a word of the document's text: the spelling of a `ReadingFault`.
  ///
  /// Entries of before hold an English sentence here. It is kept as it is, for entries are signed over exact bytes.
  public var fault: String

  /// Makes a record.
  public init(document: Commitment, line: Int, fault: String) {
    self.document = document
    self.line = line
    self.fault = fault
  }

  /// Makes a record of a fault.
  public init(document: Commitment, line: Int, fault: ReadingFault) {
    self.init(document: document, line: line, fault: fault.description)
  }

  /// The fault as a value; nil where the entry holds a sentence.
  public var readingFault: ReadingFault? { ReadingFault(fault) }
}

/// What reading a document gave.
public enum OrderReading: Sendable, Hashable {
  /// It is an order; whether complete or not, its receipt says.
  case readable(OrderReceipt)
  /// It could not be read as one.
  case unreadable(UnreadableDocument)
}
