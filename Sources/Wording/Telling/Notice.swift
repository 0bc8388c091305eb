import Casework

/// A line that states a fact, or says what was done.
public enum Notice: Sendable, Hashable {
  /// The case after an act, in one line.
  case act(CaseNumber, Deed, isTrial: Bool, CaseStage)
  /// The first line of a case that was received.
  case received(CaseNumber, isTrial: Bool, CaseTitle, letter: String?)
  /// The first line of a case that is shown.
  case shown(CaseNumber, CaseStage, CaseTitle)
  /// A change to the officer or the authority with this id in a register.
  case register(id: String, RegisterDeed, isTrial: Bool)
  case founded(folder: String, isTrial: Bool)
  case chartProved(file: String, configurations: Int)
  /// The name of the file with the office's key.
  case officeKey(file: String)
  /// The path of the folder of the marks.
  case marks(folder: String)
  /// The log is carried on in the present format, or could be.
  case upgraded(isTrial: Bool)
  /// The office goes on from an older copy, or could: the number of entries that are lost, and their cases.
  case wentBack(lost: Int, [CaseNumber], isTrial: Bool)
  /// Findings are set aside, or could be: their number.
  case setAside(Int, isTrial: Bool)
  /// The office has this number of custodians, which is less than three.
  case fewCustodians(Int)
  /// The clock of the machine is not synchronised.
  case clockNotSynchronised
  /// The clock is this many seconds ahead of the latest entry.
  case clockAhead(seconds: Int64)
  /// Rows of the log that do not verify were moved into a folder.
  case quarantined(rows: Int, folder: String)
  case disclosed(CaseNumber, recipient: String)
  case couldBeDisclosed(CaseNumber)
  case nothingWritten
  /// A document that cannot be read as an order was logged, or would be.
  case keptUnreadable(CaseNumber, isTrial: Bool)
  case noOpenCases
  case noCases
  /// A line of the list of cases.
  case due(CalendarDate, isOverdue: Bool)
  case removed(path: String, isTrial: Bool)
  case left(path: String)
  case nothingToRemove
  /// Says whether an officer is active or retired.
  case officer(isActive: Bool)
  /// Says whether an authority is suspended or active.
  case authority(isSuspended: Bool)
  /// The last day of an authority's certificate; nil if the authority has no certificate.
  case certificate(until: Day?)
}
