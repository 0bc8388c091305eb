import Casework

/// What went wrong or was refused, as far as people are told.
public enum FaultPhrase: Sendable, Hashable {
  /// Rules refuse what was attempted; the reasons follow it.
  case refused(Attempt, CaseNumber?)
  /// An order was logged, or would be, although rules are against it; the reasons follow it.
  case receivedAgainstRules(CaseNumber, isTrial: Bool)
  /// A file does not say what it must.
  case malformed(FilePlace, DocumentPhrase)
  /// Something that was named is absent.
  case notFound(NotFoundPhrase)
  /// A workflow failed its proof.
  case workflow(FilePlace, WorkflowFlaw)
  /// The audit found the office broken.
  case unsound(isExporting: Bool)
  /// Collecting failed.
  case collecting(CollectingPhrase, CaseNumber)
  /// A package could not be made or read.
  case packaging(PackagingPhrase)
  /// A proposal is not signed or not entered.
  case proposal(ProposalPhrase)
  /// There is no signature, or no key.
  case signing(SigningPhrase)
  /// The command was typed wrongly.
  case usage(UsagePhrase)
  /// The office's storage failed.
  case store(StorePhrase)
  /// Graphviz is not installed, or did not draw.
  case noGraphviz
  /// The destination has another file of the export's name.
  case destinationTaken(file: String)
  /// Another export of the office is running.
  case exportRunning
  /// A collection of the office is running.
  case collectionRunning
  /// A fault of the program itself, by the name of its type.
  case unexpected(String)
}

/// A file, and a line where one is known.
public struct FilePlace: Sendable, Hashable {
  /// The file's name, or what it is where it has none.
  public var file: FileNamed
  /// The line, from 1.
  public var line: Int?

  /// Names a place.
  public init(_ file: FileNamed, line: Int? = nil) {
    self.file = file
    self.line = line
  }

  /// Names a place in a file.
  public init(file: String, line: Int? = nil) { self.init(.named(file), line: line) }
}

/// A file as messages name it.
public enum FileNamed: Sendable, Hashable {
  /// By its name or path.
  case named(String)
  /// The order of a case, which is sealed and has no file.
  case sealedOrder
  /// The certificate that was given.
  case givenCertificate
  /// The checkpoint that was given.
  case givenCheckpoint
}

/// What somebody attempted when rules refused it.
public enum Attempt: Sendable, Hashable, CaseIterable {
  case receive, review, clarify, grant, collect, approve, export, refuse, withdraw, found, changeRegister, other
}

/// What was named and is absent.
public enum NotFoundPhrase: Sendable, Hashable {
  case order(path: String)
  case annotation(path: String)
  case database(path: String)
  case certificate(path: String)
  case checkpoint(path: String)
  case chart(path: String)
  case proposal(path: String)
  case folder(path: String)
  /// A file cannot be written at this path.
  case placeToWrite(path: String)
  case pack(name: String)
  case packFiles(path: String)
  /// The envelope of an export that was to be finished.
  case envelope(CaseNumber)
  /// The time zone that the office was founded with.
  case timeZone(String)
}
