import Casework

/// Why a file was not accepted. The file's text is quoted nowhere: it may be personal.
public enum DocumentPhrase: Sendable, Hashable {
  /// The path is a folder's.
  case isFolder
  /// Larger than this many bytes.
  case tooLarge(limit: Int, TooLarge)
  case notOfficeKey
  case notCheckpoint
  /// A folder without charts.
  case noCharts
  /// A pack without legal bases.
  case packWithoutBases
  case certificateExpired(WrittenDay)
  case certificateTooWeak
  case certificateCannotEncrypt
  /// The annotation names a collection, or a field of it, that the database does not have.
  case absentFromDatabase(collection: String, field: String?)
  /// The document does not follow its format.
  case format(FormatPhrase)
  /// Text of a reader for programmers: of a chart, or of an annotation.
  case reader(String)

  /// What a file is too large for.
  public enum TooLarge: Sendable, Hashable {
    case order, chart
  }
}

/// How a document in XML departs from its format.
public enum FormatPhrase: Sendable, Hashable {
  case empty
  /// It has more bytes than are read.
  case tooLarge(limit: Int)
  /// It does not begin with an element.
  case notXML
  case notWellFormed
  case notUTF8
  /// A tag has more attributes than are read.
  case tooManyAttributes(limit: Int)
  case doctype
  /// The format has no such element here.
  case unexpectedElement(String, inside: String?)
  /// The format requires an element here.
  case missingElement(String, inside: String?)
  /// The format has no such attribute of the element.
  case unexpectedAttribute(String, of: String)
  /// The format requires the attribute.
  case missingAttribute(String, of: String)
  /// The value of an attribute, or of the element itself, is not of the kind that the format asks for.
  case value(element: String, attribute: String?, ValueKind)
  /// The format does not allow what is in or at this element; nothing more is known.
  case notAllowed(at: String?)

  /// What a value must be.
  public enum ValueKind: Sendable, Hashable {
    case text
    case number
    /// A whole number in a range.
    case numberIn(ClosedRange<Int>)
    case date
    /// One of these words.
    case oneOf([String])
    /// Something that the format defines by a pattern.
    case pattern
  }
}
