/// Something that an officer may do next. `Wording` turns it into a command line; a web page can turn it into a link.
public enum Action: Sendable, Hashable {
  /// Logs a document: a new order, or one that completes the order of the given case.
  case receive(supplements: CaseNumber?)
  /// Asks the authority for the parts that its order lacks.
  case clarify(CaseNumber)
  /// Checks a rule again.
  case review(CaseNumber, Rule)
  /// Calls the authority back and records its answer.
  case callBack(CaseNumber, CallBackAnswer)
  /// Grants a scope.
  case grant(CaseNumber)
  /// Collects the granted data.
  case collect(CaseNumber)
  /// Approves the collected data.
  case approve(CaseNumber)
  /// Has another officer approve: a manager who took no part in the case.
  case approveByAnother(CaseNumber)
  /// Discloses the approved package.
  case export(CaseNumber)
  /// Finishes an export that was interrupted.
  case resume(CaseNumber)
  /// Refuses the order; where a rule is named, because of this rule.
  case refuse(CaseNumber, Rule?)
  /// Closes the case because its order is no longer valid.
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
  /// Founds the office.
  case found
  /// Audits the office.
  case audit
  /// Audits the office against a checkpoint that was kept elsewhere.
  case auditAgainstCheckpoint
  /// Removes files that no entry names.
  case tidy
  /// Carries an office of an older format on in the present one.
  case upgrade
  /// Goes on from an older copy of the office.
  case restore
  /// Sets the findings about an entry aside.
  case setAside
  /// Sets aside that the time of an entry is wrong.
  case setTimeAside
  /// Sets aside that entries about a case were lost.
  case settleLoss(CaseNumber)
}

/// Why an order is no longer valid.
public enum Withdrawal: String, Sendable, Hashable, CaseIterable {
  /// The authority withdrew it.
  case withdrawn
  /// A court quashed it.
  case quashed
  /// Its validity has ended.
  case lapsed
}

/// One or more actions, in the order in which an officer does them.
public struct NextStep: Sendable, Hashable {
  /// The actions.
  public let actions: [Action]

  /// Makes a step of actions.
  public init(_ actions: Action...) { self.actions = actions }
}
