/// Why a change to a register is refused.
public enum RegisterRule: String, Sendable, Hashable, CaseIterable {
  /// The office is already founded.
  case alreadyFounded
  /// The key belongs to another officer; the id has another key; the officer is active; no active officer has this id.
  case keyInUse, idInUse, stillActive, noSuchOfficer
  /// Two custodians must remain.
  case lastCustodians
  /// Another authority has the seat; the authority has another seat; no authority has this id.
  case seatTaken, seatChanged, noSuchAuthority
  /// The change has no effect: nothing differs, or the authority is suspended already, or is not suspended.
  case nothingChanged, alreadySuspended, notSuspended
  /// The change needs the signatures of two custodians.
  case notCustodian, needsSecondCustodian
}

/// One reason against a command, an export or a change to a register.
public enum Reason: Sendable, Hashable {
  /// The rule has not passed.
  case finding(Rule, Outcome, [Shortcoming])
  /// The order lacks parts, and cannot be checked without them.
  case incomplete([MissingPart])
  /// A call went to a number that is not the register's.
  case numberNotFromRegister
  /// The recorded evidence does not support the finding, or no longer supports it.
  case evidence(Rule)
  /// The order is for another instrument than the case; the word is the order's.
  case otherInstrument(String)
  /// No scope was granted.
  case noScope
  /// The scope contains more than the order asks for.
  case scopeBeyondRequest
  /// The scope is empty.
  case scopeEmpty
  /// Nothing was collected.
  case notCollected
  /// The package was collected under another order or scope.
  case collectedUnderAnother
  /// The package contains more than the granted scope.
  case collectedBeyondGrant
  /// The certificate in the register is not the one named in the bag.
  case recipientChanged
  /// The package is not approved.
  case notApproved
  /// The approval is for another order, grant or package.
  case approvalOfAnother
  /// The approver is not a manager, or no longer an active one.
  case approverNotManager
  /// The approver prepared the case (I4).
  case approverNotApart
  /// The actor's role may not do this, or is not the actor's role in the register.
  case actorNotAllowed(Role)
  /// The actor did an earlier act from which this one must be kept apart.
  case actorNotApart
  /// The chart does not allow this event in the present state of the case.
  case notNow(event: String, state: [String])
  /// The instrument has no judgement yet, so the gate cannot check a disclosure under it (I3).
  case instrumentNotJudged(Instrument)
  /// The permit is already spent.
  case alreadyRedeemed
  /// No permit was spent.
  case notRedeemed
  /// The release has no sealed seed, so nobody can check what its envelope contains. It is an older version's, or
  /// another program's.
  case releaseWithoutSeed
  /// The envelope is already delivered.
  case alreadyDelivered
  /// The case is closed.
  case closed(state: [String])
  /// The order has not lapsed yet.
  case notLapsed
  /// The act would record nothing, for example because none of its rules is mechanical.
  case nothingToRecord
  /// A rule that passed is no ground for refusing the order.
  case rulePassed(Rule)
  /// The order lacks no part, so there is nothing to ask for.
  case nothingMissing
  /// Entries about the case, its order or the registers were lost with an older copy of the office, this many. They may
  /// have disclosed.
  case entriesLost(Int)
  /// A finding about the case was set aside, so its entries are not all sound.
  case findingSetAside
  /// A rule of the registers forbids it.
  case register(RegisterRule)
}

/// A refusal with every reason at once. Exit code 3.
public struct Refusal: Error, Sendable, Hashable {
  /// Every reason, at least one.
  public let reasons: [Reason]

  /// Makes a refusal from one or more reasons.
  public init(_ reasons: [Reason]) {
    precondition(!reasons.isEmpty, "a refusal needs a reason")
    self.reasons = reasons
  }
}
