import Casework

/// A failure or a refusal, as people read it.
public enum FaultPhrase: Sendable, Hashable {
  /// Rules refuse the attempted act. The reasons are printed after this line.
  case refused(Attempt, CaseNumber?)
  /// An order was logged, or would be in a trial, although rules are against it. The reasons are printed after this
  /// line.
  case receivedAgainstRules(CaseNumber, isTrial: Bool)
  /// A file is malformed.
  case malformed(FilePlace, DocumentPhrase)
  /// A file or another thing that the command names does not exist.
  case notFound(NotFoundPhrase)
  /// A file cannot be read.
  case unreadable(path: String, StorageTrouble)
  /// A file or a folder cannot be written.
  case unwritable(path: String, UnwritablePhrase)
  /// A workflow failed its proof.
  case workflow(FilePlace, WorkflowFlaw)
  /// The integrity audit of the office failed.
  case unsound(isExporting: Bool)
  /// Collecting failed.
  case collecting(CollectingPhrase, CaseNumber)
  /// A package could not be made or read.
  case packaging(PackagingPhrase)
  /// The package of a case is not the one that its record describes.
  case package(CaseNumber, PackageProblem)
  /// A proposal is not signed or not entered.
  case proposal(ProposalPhrase)
  /// A signature could not be made, or a key could not be used.
  case signing(SigningPhrase)
  /// The command was typed wrongly.
  case usage(UsagePhrase)
  /// The office's storage failed.
  case store(StorePhrase)
  /// Graphviz is not installed, or did not draw.
  case noGraphviz
  /// The destination has a different file with the name of the export.
  case destinationTaken(file: String)
  /// Another export of the office is running.
  case exportRunning
  /// A collection of the office is running.
  case collectionRunning
  /// An unexpected error of the program, given by the name of its type.
  case unexpected(String)
}

/// A file, with a line if it is known.
public struct FilePlace: Sendable, Hashable {
  /// The file's name, or its description if it has no name.
  public var file: FileNamed
  /// The line, counted from 1.
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
  /// A file by its name or path.
  case named(String)
  /// The order of a case, which is sealed and has no file.
  case sealedOrder
  /// The certificate that was given.
  case givenCertificate
  /// The checkpoint that was given.
  case givenCheckpoint
}

/// The reason why a file or a folder cannot be written.
public enum UnwritablePhrase: Sendable, Hashable {
  case trouble(StorageTrouble)
  /// A part of the path is a file and not a folder.
  case notAFolder
}

/// The act that rules refused.
public enum Attempt: Sendable, Hashable, CaseIterable {
  case receive, review, clarify, grant, collect, approve, export, refuse, withdraw, found, changeRegister, other
}

/// Something that a command names and that does not exist.
public enum NotFoundPhrase: Sendable, Hashable {
  /// A file that was given as a document of this kind.
  case input(InputKind, path: String)
  case folder(path: String)
  case pack(name: String)
  case packFiles(path: String)
  /// The time zone that the office was founded with.
  case timeZone(String)
}
