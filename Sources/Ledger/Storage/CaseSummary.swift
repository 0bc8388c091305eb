import Casework

/// A line of the stored list of cases. The list makes listing cases and finding duplicates fast.
///
/// An edited line can give a wrong list or a wrong search for duplicates, but no disclosure: every export audits the
/// office first, and the audit compares each line with the entries.
public struct CaseSummary: Sendable, Hashable {
  public var number: String
  public var state: String
  public var isClosed: Bool
  /// Says whether a permit was spent in the case.
  public var isReleased: Bool
  public var instrument: String?
  public var authority: String?
  public var classes: String
  public var opened: String
  public var answerBy: String?
  public var fingerprint: String?
  public var lastSequence: Int

  /// Makes the line of a case.
  public init(_ subject: Case, opened: Instant, under workflow: Workflow) {
    number = subject.number.description
    state = workflow.stateNames(subject.configuration).joined(separator: " ")
    isClosed = workflow.isFinished(subject.configuration)
    isReleased = subject.release != nil
    let order = subject.order?.value
    instrument = order?.instrument
    authority = order?.authority?.description
    classes = (order?.classes ?? []).map(\.rawValue).joined(separator: " ")
    self.opened = opened.description
    answerBy = order?.answerBy?.description
    fingerprint = order?.fingerprint?.description
    lastSequence = subject.lastSequence
  }

  /// Makes a line from stored values.
  public init(
    number: String, state: String, isClosed: Bool, isReleased: Bool, instrument: String?, authority: String?,
    classes: String, opened: String, answerBy: String?, fingerprint: String?, lastSequence: Int
  ) {
    self.number = number
    self.state = state
    self.isClosed = isClosed
    self.isReleased = isReleased
    self.instrument = instrument
    self.authority = authority
    self.classes = classes
    self.opened = opened
    self.answerBy = answerBy
    self.fingerprint = fingerprint
    self.lastSequence = lastSequence
  }

  /// Returns the case's number if, with the same order, it makes another case a duplicate: it has disclosed, or it came
  /// before and may still disclose.
  public func duplicate(of other: CaseNumber) -> CaseNumber? {
    guard let number = CaseNumber(self.number), number != other else { return nil }
    return isReleased || (!isClosed && number < other) ? number : nil
  }
}
