import Casework

/// What to type next: for a case that waits, and for a refusal that was just told.
public enum Guidance {
  /// Returns the next commands for a case, most pressing first.
  static func next(_ subject: Case, _ blockers: [Reason]) -> [String] {
    let number = subject.number
    if subject.release != nil { return ["amanat export \(number) --resume --to DIR"] }
    if subject.order == nil || subject.order?.value.missing.isEmpty == false {
      return [
        "amanat clarify \(number)", "amanat receive ORDER.xml --supplements \(number)", "amanat refuse \(number)",
      ]
    }
    if blockers.isEmpty { return ["amanat export \(number) --to DIR"] }
    var hints: [String] = []
    for hint in blockers.compactMap({ hint(for: $0, number) }) where !hints.contains(hint) { hints.append(hint) }
    return hints
  }

  /// Returns the command that answers a reason; nil where there is none but to refuse.
  public static func hint(for reason: Reason, _ number: CaseNumber?) -> String? {
    let name = number?.description ?? "CASE"
    switch reason {
    case .finding(.authenticity, .fail, _): return "amanat refuse \(name) --rule authenticity --because TEXT"
    case .finding(.authenticity, _, _), .evidence:
      return "amanat review \(name) authenticity --call-back NUMBER --answer confirmed --spoke-with WHOM"
    case .finding(.competence, _, let short):
      let isNarrowable = short.contains { if case .classesNotCovered = $0 { true } else { false } }
      return isNarrowable ? "amanat scope \(name)" : "amanat refuse \(name) --rule competence --because TEXT"
    case .finding(.authority, _, let short) where short == [.unknownAuthority]: return "amanat authority add ID …"
    case .finding(.destination, _, _): return "amanat authority add ID … --certificate FILE"
    case .finding(let rule, _, _): return "amanat refuse \(name) --rule \(rule.rawValue) --because TEXT"
    case .incomplete: return "amanat clarify \(name)"
    case .numberNotFromRegister: return "amanat show \(name)"
    case .noScope, .scopeBeyondRequest, .scopeEmpty: return "amanat scope \(name)"
    case .notCollected, .collectedUnderAnother, .collectedBeyondGrant, .recipientChanged:
      return "amanat collect \(name) --from DATABASE --annotation FILE"
    case .notApproved, .approvalOfAnother, .approverNotManager, .approverNotApart: return "amanat approve \(name)"
    case .alreadyRedeemed: return "amanat export \(name) --resume --to DIR"
    case .notRedeemed: return "amanat export \(name) --to DIR"
    case .actorNotApart: return "have a manager who had no part in \(name) approve"
    case .actorNotAllowed: return "amanat officer list"
    case .alreadyDelivered, .closed: return "amanat history \(name)"
    case .notNow, .nothingMissing, .nothingToRecord, .notLapsed: return "amanat show \(name)"
    case .register(.needsSecondCustodian), .register(.notCustodian):
      return "sign with one custodian's key and countersign with another's"
    case .register: return nil
    }
  }
}
