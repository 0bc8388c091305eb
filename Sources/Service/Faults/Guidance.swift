import Casework

/// What to type next: for a case that waits, and for a refusal that was just told.
public enum Guidance {
  /// Returns the next commands for a case, most pressing first.
  ///
  /// - Parameter mayClarify: whether the authority can be asked now; once it was asked, only its answer helps.
  static func next(_ subject: Case, _ blockers: [Reason], mayClarify: Bool) -> [String] {
    let number = subject.number
    if subject.release != nil { return ["amanat export \(number) --resume --to DIR"] }
    if subject.order == nil || subject.order?.value.missing.isEmpty == false {
      return (mayClarify ? ["amanat clarify \(number)"] : [])
        + [supplement("\(number)"), "amanat refuse \(number) --because TEXT"]
    }
    if blockers.isEmpty { return ["amanat export \(number) --to DIR"] }
    var hints: [String] = []
    for hint in blockers.compactMap({ hint(for: $0, number) }) where !hints.contains(hint) { hints.append(hint) }
    return hints
  }

  private static func supplement(_ name: String) -> String { "amanat receive ORDER.xml --supplements \(name)" }

  /// What answers a finding that is no pass.
  private static func hint(_ rule: Rule, _ outcome: Outcome, _ short: [Shortcoming], _ name: String) -> String {
    // The case knows no authority until the order is read anew beside a register that does.
    if short.contains(.unknownAuthority) { return "amanat authority add ID …, then: \(supplement(name))" }
    let refuse = "amanat refuse \(name) --rule \(rule.rawValue) --because TEXT"
    switch rule {
    case .authenticity:
      let call = "amanat review \(name) authenticity --call-back NUMBER --answer confirmed --spoke-with WHOM"
      return outcome == .fail ? refuse : call
    case .competence:
      // An article that nobody knows covers no part of what is asked, however it is narrowed.
      let isNarrowable = short.contains {
        switch $0 {
        case .classesNotCovered, .beyondLaw: true
        default: false
        }
      }
      return isNarrowable && !short.contains(.unknownArticle) ? "amanat scope \(name)" : refuse
    case .destination:
      return "amanat authority add ID … --certificate FILE, then: amanat review \(name) destination"
    default: return refuse
    }
  }

  /// Returns the command that answers a reason; nil where there is none but to refuse.
  public static func hint(for reason: Reason, _ number: CaseNumber?) -> String? {
    let name = number?.description ?? "CASE"
    switch reason {
    case .finding(let rule, let outcome, let short): return hint(rule, outcome, short, name)
    case .evidence(let rule): return hint(rule, .notChecked, [], name)
    case .incomplete: return "amanat clarify \(name)"
    case .numberNotFromRegister: return "amanat show \(name)"
    case .noScope, .scopeBeyondRequest: return "amanat scope \(name)"
    case .scopeEmpty: return "amanat refuse \(name) --rule competence --because TEXT"
    case .notCollected, .collectedUnderAnother, .collectedBeyondGrant, .recipientChanged:
      return "amanat collect \(name) --from DATABASE --annotation FILE"
    case .notApproved, .approvalOfAnother: return "amanat approve \(name)"
    case .approverNotManager, .approverNotApart, .actorNotApart:
      return "have a manager who had no part in it approve: amanat approve \(name) --sign-with KEY"
    case .alreadyRedeemed: return "amanat export \(name) --resume --to DIR"
    case .notRedeemed: return "amanat export \(name) --to DIR"
    case .actorNotAllowed: return "amanat officer list"
    case .alreadyDelivered, .closed, .instrumentNotJudged: return "amanat history \(name)"
    case .rulePassed: return "amanat refuse \(name) --because TEXT"
    case .notNow("clarification.requested", _): return supplement(name)
    case .notNow, .nothingMissing, .nothingToRecord, .notLapsed: return "amanat show \(name)"
    case .register(.needsSecondCustodian), .register(.notCustodian):
      return "sign with one custodian's key and countersign with another's"
    case .register: return nil
    }
  }
}
