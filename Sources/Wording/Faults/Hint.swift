import Casework

/// What to do next, after a fault or an act.
public enum Hint: Sendable, Hashable {
  /// Something that the office's own commands do.
  case step(NextStep)
  /// Read the help of a verb.
  case help(Verb)
  /// What a trial refused is logged without the trial.
  case logWithoutTrial
  case correctFile
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
  /// Sign the proposal in this file, or in one that the reader knows, with the key of each signer.
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

/// Which charts to check again.
public enum CheckAgain: Sendable, Hashable {
  /// A file, as it was typed.
  case file(String)
  /// A file of a pack's folder that is not at hand here.
  case packFile(String)
  /// A pack, or the office's own where it is nil.
  case pack(String?)
}
