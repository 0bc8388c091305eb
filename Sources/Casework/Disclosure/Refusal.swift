/// Why a change to a register is refused.
public enum RegisterRule: String, Sendable, Hashable, CaseIterable {
  /// The office was founded before.
  case alreadyFounded
  /// The key is another officer's; or the officer is active; or there is no such active officer.
  case keyInUse, stillActive, noSuchOfficer
  /// Two custodians must remain.
  case lastCustodians
  /// Another authority has the seat; or the authority had another one; or there is no such authority.
  case seatTaken, seatChanged, noSuchAuthority
  /// The register would be as it is.
  case nothingChanged, alreadySuspended, notSuspended
  /// The change needs the signatures of two custodians.
  case notCustodian, needsSecondCustodian
}

/// One reason against what was asked.
public enum Reason: Sendable, Hashable {
  /// A rule that is not passed, with its shortcomings.
  case finding(Rule, Outcome, [Shortcoming])
  /// The order lacks parts without which it cannot be judged.
  case incomplete([MissingPart])
  /// A call went to a number that is not the register's.
  case numberNotFromRegister
  /// The recorded evidence does not support the finding, or does not any longer.
  case evidence(Rule)
  /// No scope was granted.
  case noScope
  /// The scope reaches beyond what the order asks.
  case scopeBeyondRequest
  /// The scope holds nothing.
  case scopeEmpty
  /// Nothing was collected.
  case notCollected
  /// The package was collected under another order or scope.
  case collectedUnderAnother
  /// The package reaches beyond the granted scope.
  case collectedBeyondGrant
  /// The register's certificate is another than the one inside the bag.
  case recipientChanged
  /// Nobody approved.
  case notApproved
  /// The approval names something else than what would leave.
  case approvalOfAnother
  /// The approver may not approve, or may not any longer.
  case approverNotManager
  /// The approver prepared the case.
  case approverNotApart
  /// The actor's role may not do this, or is not the one in the register.
  case actorNotAllowed(Role)
  /// The actor did an earlier act from which this one must be kept apart.
  case actorNotApart
  /// The workflow does not know this step in the state where the case is.
  case notNow(event: String, state: [String])
  /// The gate knows no rules for this instrument yet: what it does not judge has not passed (I3).
  case instrumentNotJudged(Instrument)
  /// The permit was spent.
  case alreadyRedeemed
  /// No permit was spent.
  case notRedeemed
  /// The envelope was delivered.
  case alreadyDelivered
  /// The case is closed.
  case closed(state: [String])
  /// An order cannot be said to have lapsed before it has.
  case notLapsed
  /// An act must cause something: rules that no machine judges cannot be examined.
  case nothingToRecord
  /// A rule that passed is no ground to refuse an order on.
  case rulePassed(Rule)
  /// Only what is missing can be asked for.
  case nothingMissing
  /// A rule of the registers forbids it.
  case register(RegisterRule)
}

/// A refusal with every reason at once. Exit code 3.
public struct Refusal: Error, Sendable, Hashable {
  /// Every reason, at least one.
  public let reasons: [Reason]

  /// Makes a refusal; there is none without a reason.
  public init(_ reasons: [Reason]) {
    precondition(!reasons.isEmpty, "a refusal needs a reason")
    self.reasons = reasons
  }
}
