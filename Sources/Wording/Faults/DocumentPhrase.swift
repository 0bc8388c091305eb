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
  /// The words of the reader of an order, a pack, a chart or an annotation: English in every language.
  case reader(String)

  /// What a file is too large for.
  public enum TooLarge: Sendable, Hashable {
    case order, chart
  }
}
