/// Why a change to a register is refused.
public enum RegisterRule: String, Sendable, Hashable, CaseIterable {
  case alreadyFounded, keyInUse, stillActive, noSuchOfficer, lastCustodians, seatTaken, seatChanged, noSuchAuthority
  case nothingChanged, alreadySuspended, notSuspended, notCustodian, needsSecondCustodian
}

/// One rule that stands against what was asked.
public enum Reason: Sendable, Hashable {
  /// A rule of I2 that is not passed, with what was short.
  case finding(Rule, Outcome, [Shortcoming])
  /// The order lacks parts without which it cannot be judged.
  case incomplete([MissingPart])
  /// A call went to a number that is not the register's.
  case numberNotFromRegister
  /// Evidence that does not bear what the finding says of it.
  case evidence(Rule)
  /// No scope has been granted, or it reaches outside what was asked, or outside the law.
  case noScope
  case scopeBeyondRequest
  case scopeEmpty
  /// Nothing has been collected, or under another order or grant, or beyond the grant.
  case notCollected
  case collectedUnderAnother
  case collectedBeyondGrant
  /// The register's certificate is another than the one inside the bag.
  case recipientChanged
  /// Nobody has approved, or something else than what would go.
  case notApproved
  case approvalOfAnother
  /// The approver is not an active manager, or has acted in the case before.
  case approverNotManager
  case approverNotApart
  /// The actor has no such role, or is not apart from who did the earlier acts.
  case actorNotAllowed(Role)
  case actorNotApart
  /// The workflow does not know this step in the state where the case is.
  case notNow(event: String, state: [String])
  /// The gate knows no rules for this instrument yet: what it does not judge has not passed (I3).
  case instrumentNotJudged(Instrument)
  /// The permit was spent.
  case alreadyRedeemed
  case notRedeemed
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
  case register(RegisterRule)
}

/// A refusal with every reason at once. Exit code 3.
public struct Refusal: Error, Sendable, Hashable {
  public let reasons: [Reason]

  /// Makes a refusal; there is none without a reason.
  public init(_ reasons: [Reason]) {
    precondition(!reasons.isEmpty, "a refusal needs a reason")
    self.reasons = reasons
  }
}
