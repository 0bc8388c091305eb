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
  case certificateExpired(CalendarDate)
  case certificateTooWeak
  case certificateCannotEncrypt
  /// The annotation is refused.
  case annotation(AnnotationPhrase)
  /// The annotation names a collection, or a field of it, that the source does not have.
  case absentFromSource(collection: String, field: String?)
  /// The reader of an order, a pack or a chart refused it.
  case reading(ReadingFault)

  /// What a file is too large for.
  public enum TooLarge: Sendable, Hashable {
    case order, chart
  }
}
