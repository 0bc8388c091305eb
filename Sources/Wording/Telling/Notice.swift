import Casework

/// A line that says what is so, or what was done.
public enum Notice: Sendable, Hashable {
  /// The case after an act, in one line.
  case act(CaseNumber, Deed, isTrial: Bool, CaseStage)
  /// The first line of a case that was received.
  case received(CaseNumber, isTrial: Bool, CaseTitle, letter: String?)
  /// The first line of a case that is shown.
  case shown(CaseNumber, CaseStage, CaseTitle)
  /// A change to a register, of this id.
  case register(id: String, RegisterDeed, isTrial: Bool)
  case founded(folder: String, isTrial: Bool)
  case chartProved(file: String, configurations: Int)
  /// Where the office's key is.
  case officeKey(file: String)
  case disclosed(CaseNumber, recipient: String)
  case couldBeDisclosed(CaseNumber)
  case nothingWritten
  /// What becomes of a document that cannot be read as an order.
  case keptUnreadable(CaseNumber, isTrial: Bool)
  case noOpenCases
  case noCases
  /// A line of the list of cases.
  case due(CalendarDate, isOverdue: Bool)
  case removed(path: String, isTrial: Bool)
  case left(path: String)
  case nothingToRemove
  /// Whether an officer or an authority is active.
  case officer(isActive: Bool)
  case authority(isSuspended: Bool)
  /// Until when an authority's certificate is valid; nil where there is none.
  case certificate(until: Day?)
}
