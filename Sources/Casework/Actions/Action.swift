/// Something that may be done next, as a value: `Wording` turns it into a command line, and a page into a link.
public enum Action: Sendable, Hashable {
  /// Logs a document: a new order, or one that completes the case of that number.
  case receive(supplements: CaseNumber?)
  /// Asks the authority for what its order lacks.
  case clarify(CaseNumber)
  /// Has a rule judged again.
  case review(CaseNumber, Rule)
  /// Calls the authority back and records what it said.
  case callBack(CaseNumber, CallBackAnswer)
  /// Grants a scope.
  case grant(CaseNumber)
  /// Collects the granted data.
  case collect(CaseNumber)
  /// Approves what was collected.
  case approve(CaseNumber)
  /// Has somebody else approve: a manager who took no part in the case.
  case approveByAnother(CaseNumber)
  /// Discloses.
  case export(CaseNumber)
  /// Finishes an export that was interrupted.
  case resume(CaseNumber)
  /// Refuses the order, on a rule where one is named.
  case refuse(CaseNumber, Rule?)
  /// Closes the case because its order no longer counts.
  case close(CaseNumber, Withdrawal)
  /// Shows a case.
  case show(CaseNumber)
  /// Shows the acts of a case.
  case history(CaseNumber)
  /// Lists the open cases.
  case listCases
  /// Lists the officers.
  case listOfficers
  /// Enrols an officer.
  case enrol
  /// Registers an authority that the register does not have.
  case registerAuthority
  /// Registers a certificate for an authority.
  case registerCertificate
  /// Signs with the keys of two custodians.
  case countersign
  /// Founds an office.
  case found
  /// Audits the office.
  case audit
  /// Audits the office against a checkpoint that was kept elsewhere.
  case auditAgainstCheckpoint
  /// Removes files that no entry names.
  case tidy
}

/// Why an order no longer counts.
public enum Withdrawal: String, Sendable, Hashable, CaseIterable {
  /// The authority withdrew it.
  case withdrawn
  /// A court quashed it.
  case quashed
  /// Its time is over.
  case lapsed
}

/// One or more actions in the order in which they are to be done.
public struct NextStep: Sendable, Hashable {
  /// The actions.
  public let actions: [Action]

  /// Makes a step of actions.
  public init(_ actions: Action...) { self.actions = actions }
}
