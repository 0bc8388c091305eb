/// The rules that an order is held against, one finding each (I2).
public enum Rule: String, Sendable, Hashable, CaseIterable, Codable, Comparable {
  /// The authority is in our register and not suspended.
  case authority
  /// The authority may have every class of data, under the article cited.
  case competence
  /// The order is addressed to us.
  case addressee
  /// The order is in force today.
  case force
  /// The order names particular persons and a bounded time.
  case particularity
  /// The order has not come before.
  case uniqueness
  /// The authority really issued it.
  case authenticity
  /// There is a verified place to deliver to.
  case destination

  /// Says whether the rule is judged from register, matrix and order alone, and so again at the gate.
  public var isMechanical: Bool { self != .authenticity }

  /// Orders rules as they are listed.
  public static func < (left: Rule, right: Rule) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}

/// What a check came to. Only `pass` counts (I3).
public enum Outcome: String, Sendable, Hashable, CaseIterable, Codable {
  case pass, fail
  case notChecked = "unchecked"
}

/// What the authority said when it was called.
public enum CallBackAnswer: String, Sendable, Hashable, CaseIterable, Codable {
  case confirmed, denied
  case noAnswer = "no-answer"
}

/// A call to the number that our own register holds for an authority.
public struct CallBack: Sendable, Hashable, Codable {
  public var authority: AuthorityID
  /// The entry in which the number called stands in the register.
  public var registerEntry: Int
  public var answer: CallBackAnswer
  /// Whom the caller spoke to and what was said, sealed.
  public var note: Commitment

  /// Makes a record of a call.
  public init(authority: AuthorityID, registerEntry: Int, answer: CallBackAnswer, note: Commitment) {
    self.authority = authority
    self.registerEntry = registerEntry
    self.answer = answer
    self.note = note
  }
}

/// What was looked at to come to a finding.
public enum Evidence: Sendable, Hashable, Codable {
  /// The order's document.
  case order(document: Commitment)
  /// A register, as of an entry.
  case register(entry: Int)
  /// Rows of the matrix of that digest.
  case legalBases(digest: Digest, rows: [String])
  /// A call to the register's number.
  case callBack(call: CallBack)
}

/// Why a finding is not a pass.
public enum Shortcoming: Sendable, Hashable, Codable {
  case unknownAuthority
  case suspendedAuthority
  case unknownArticle
  case classesNotCovered(classes: [DataClass])
  /// The granted scope holds something that no class covered by a basis holds.
  case beyondLaw
  case addressedToAnother
  case issuedInFuture(issued: Day)
  case lapsed(validUntil: Day)
  case noParticularTarget(target: Int)
  case noTarget
  case unboundedPeriod
  /// The period reaches beyond the day on which the order was issued.
  case periodAfterIssue(through: Day)
  case alreadyReceived(number: CaseNumber)
  case notConfirmed(answer: CallBackAnswer)
  case notLookedAt
  case noCertificate
  case certificateNotValidNow
}

/// A typed finding: the rule, the outcome, what was looked at, and what was short. Who and when stand in its entry.
public struct Finding: Sendable, Hashable, Codable {
  public var rule: Rule
  public var outcome: Outcome
  public var evidence: [Evidence]
  public var shortcomings: [Shortcoming]

  /// Makes a finding: a pass where nothing is short.
  public init(rule: Rule, outcome: Outcome, evidence: [Evidence], shortcomings: [Shortcoming]) {
    self.rule = rule
    self.outcome = outcome
    self.evidence = evidence
    self.shortcomings = shortcomings
  }
}
