import Casework

/// A hint about what to do next, after a fault or an act.
public enum Hint: Sendable, Hashable {
  /// Take a step that a command of the office does.
  case step(NextStep)
  /// Read the help of a verb.
  case help(Verb)
  /// Receive the document without a trial: it is then logged, even if rules are against it.
  case logWithoutTrial
  case correctFile
  /// Give a file that is neither a folder nor a pipe nor a device.
  case giveFile
  case makeReadable
  /// Give another place to write to, or make the given one writable.
  case otherPlace
  /// Make the folder of the file that is to be written, or give another place.
  case makeFolder
  /// Correct the chart, and check it again.
  case correctChart(CheckAgain)
  /// Search further, or make the chart smaller.
  case raiseBound(CheckAgain, bound: Int)
  case makeKey
  case makeOrGiveKey
  case givePublicKey(file: String)
  case askForPublicKey
  case installOpenSSH
  case loadKey
  case compareKey(file: String)
  case nameKey
  case nameOfficeKey
  case giveEmptyFolder
  case restoreMarks
  /// Enter any act: what does not verify is put into quarantine first.
  case actToQuarantine
  case setClock
  case tryAgain
  case restorePackFile
  case installGraphviz
  case otherFormat
  case otherDestination
  case waitForExport
  case waitForCollection
  case correctSource
  case keepFolder
  /// Sign the proposal in this file with the key of each signer; nil if the reader knows the file.
  case signProposal(file: String?)
  /// Submit the signed copies of a proposal.
  case submitProposal(file: String)
  /// Make the proposal anew, and have it signed again.
  case proposeAgain
  /// Show what a proposal does and whose signatures it needs.
  case showProposal
  /// Give the office that the proposal names.
  case nameItsOffice
  /// Give the copies of one proposal.
  case giveCopies
  /// Name the folder of an envelope.
  case nameDestination
  /// Enrol the first officer of an office that has just been founded in this folder.
  case enrolFirst(office: String)

  /// A hint for one action.
  public static func action(_ action: Action) -> Hint { .step(NextStep(action)) }
}

/// The charts to check again.
public enum CheckAgain: Sendable, Hashable {
  /// A file, as it was typed.
  case file(String)
  /// A file in the folder of a pack. The path of the folder is unknown.
  case packFile(String)
  /// A pack by its name; nil for the pack that is checked if none is named.
  case pack(String?)
}
