import Casework

/// The reason why a file was not accepted. It never quotes the text of an order, which may be personal.
public enum DocumentPhrase: Sendable, Hashable {
  /// The path is the path of a folder.
  case isFolder
  /// The path is the path of a pipe, a socket or a device.
  case notRegular
  /// The file is larger than this number of bytes.
  case tooLarge(limit: Int, InputKind)
  case notOfficeKey
  case notCheckpoint
  /// The folder has no charts.
  case noCharts
  /// The pack has no legal bases.
  case packWithoutBases
  case certificateExpired(CalendarDate)
  case certificateTooWeak
  case certificateCannotEncrypt
  /// The annotation is refused.
  case annotation(AnnotationPhrase)
  /// The annotation names a collection or a field that the source does not have.
  case absentFromSource(collection: String, field: String?)
  /// The reader of an order, a pack or a chart refused it.
  case reading(ReadingFault)
}

/// The kind of document that a file was given as.
public enum InputKind: Sendable, Hashable, CaseIterable {
  case order, annotation, database, certificate, checkpoint, chart, packFile, proposal
}
