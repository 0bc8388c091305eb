import Casework

extension English {
  public func text(_ reason: Reason) -> Phrase {
    switch reason {
    case .finding(_, .fail, []): "failed, without a reason on record"
    case .finding(_, .pass, []): "passed"
    case .finding(_, .notChecked, []), .finding(_, .notChecked, [.notLookedAt]): "not checked yet"
    case .finding(_, .notChecked, let short): "not checked: \(sentences(short))"
    case .finding(_, _, let short): sentences(short)
    case .incomplete([]): "the order is incomplete, without a missing part on record"
    case .incomplete(let parts): "the order lacks: \(list(parts.map(text)))"
    case .numberNotFromRegister:
      "the number called is not the number in the register; only the register's number counts"
    case .evidence: "the recorded call-back no longer supports this finding"
    case .otherInstrument(let word): "the order is for '\(data: word)', which is another instrument than the case's"
    case .noScope: "no scope was granted"
    case .scopeBeyondRequest: "the scope includes data that the order does not ask for"
    case .scopeEmpty: "the scope is empty"
    case .notCollected: "nothing was collected"
    case .collectedUnderAnother: "the package was collected under another order or another scope"
    case .collectedBeyondGrant: "the package includes data outside the granted scope"
    case .recipientChanged: "the package names another certificate than the register has now"
    case .notApproved: "no manager has approved"
    case .approvalOfAnother: "the approval is for another order, scope or package"
    case .approverNotManager: "the approver is not an active manager"
    case .approverNotApart: "the approver took part in this case before"
    case .actorNotAllowed(let role): "\(anyone(role)) may not do this"
    case .actorNotApart: "whoever logged, reviewed or collected may not approve"
    case .notNow(let event, let state):
      "the workflow does not accept '\(data: event)' in this state: \(data: state.joined(separator: ", "))"
    case .instrumentNotJudged(let kind): "the gate has no rules for this instrument yet: \(text(kind))"
    case .alreadyRedeemed: "the permit was used already; the export was not finished"
    case .notRedeemed: "there is no unfinished export"
    case .releaseWithoutSeed: "the release has no sealed seed, so its envelope cannot be built again and checked"
    case .alreadyDelivered: "the export was delivered already"
    case .closed(let state): "the case is closed: \(data: state.joined(separator: ", "))"
    case .notLapsed: "the order has not lapsed"
    case .nothingToRecord: "this rule has no automatic check"
    case .rulePassed: "the rule passed, so it is no reason to refuse"
    case .nothingMissing: "the order is complete"
    case .entriesLost(let count):
      "\(text(count, .entries)) were lost when an older copy of the office was put back; what was lost may have disclosed"
    case .findingSetAside: "a finding of the audit about this case was set aside"
    case .register(let rule): text(rule)
    }
  }

  /// Joins shortcomings with semicolons.
  func sentences(_ short: [Shortcoming]) -> Phrase { short.map(text).joined("; ") }

  public func text(_ shortcoming: Shortcoming) -> Phrase {
    switch shortcoming {
    case .unknownAuthority: "the authority is not in the register"
    case .suspendedAuthority: "the authority is suspended"
    case .unknownArticle: "the legal bases do not have this article"
    case .classesNotCovered(let classes): "no legal basis covers \(list(classes.map(text))) under the article cited"
    case .beyondLaw: "the scope includes data that no legal basis covers"
    case .addressedToAnother: "the order is addressed to somebody else"
    case .issuedInFuture: "the order is dated in the future"
    case .lapsed: "the order has lapsed"
    case .noParticularTarget(let ordinal): "target \(ordinal) has no identifier that singles out one person"
    case .noTarget: "the order names no target"
    case .unboundedPeriod: "the period has no beginning or no end"
    case .periodAfterIssue: "the period ends after the day on which the order was issued"
    case .alreadyReceived(let number): "the same order was received before, as \(number)"
    case .notConfirmed(.denied): "the authority denied the order when it was called"
    case .notConfirmed: "nobody answered the call"
    case .notLookedAt: "nobody has checked it yet"
    case .noCertificate: "the register has no certificate of the authority"
    case .certificateNotValidNow: "the certificate in the register is not valid now"
    }
  }

  public func text(_ rule: RegisterRule) -> Phrase {
    switch rule {
    case .alreadyFounded: "the office was founded before"
    case .keyInUse: "another officer has this key"
    case .idInUse: "the id belongs to another officer, who has another key"
    case .stillActive: "the officer is still active; retire the officer first"
    case .noSuchOfficer: "there is no active officer with this id"
    case .lastCustodians: "two custodians must remain"
    case .seatTaken: "another authority is registered with this rank, branch and city"
    case .seatChanged: "rank, branch and city of an authority cannot change; register another authority instead"
    case .noSuchAuthority: "there is no authority with this id"
    case .nothingChanged: "the register has exactly this already"
    case .alreadySuspended: "the authority is suspended already"
    case .notSuspended: "the authority is not suspended"
    case .notCustodian: "only custodians change the registers"
    case .needsSecondCustodian: "a change to a register needs the signatures of two different custodians"
    }
  }
}
