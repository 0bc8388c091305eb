/// Why a finding is no pass. The names are words of entries.
public enum Shortcoming: Sendable, Hashable, Codable {
  /// The register does not know the authority.
  case unknownAuthority
  /// The authority is suspended.
  case suspendedAuthority
  /// The matrix does not know the article.
  case unknownArticle
  /// No row of the matrix covers these classes.
  case classesNotCovered(classes: [DataClass])
  /// The granted scope holds something that no class covered by a basis holds.
  case beyondLaw
  /// The order is addressed to somebody else.
  case addressedToAnother
  /// The order has a date in the future.
  case issuedInFuture(issued: Day)
  /// The order's last day has passed.
  case lapsed(validUntil: Day)
  /// A target has no identifier that only one person has.
  case noParticularTarget(target: Int)
  /// No target is named.
  case noTarget
  /// The period has no beginning or no end.
  case unboundedPeriod
  /// The period reaches beyond the day on which the order was issued.
  case periodAfterIssue(through: Day)
  /// The same order is another case already.
  case alreadyReceived(number: CaseNumber)
  /// The authority did not confirm it.
  case notConfirmed(answer: CallBackAnswer)
  /// Nobody has looked yet.
  case notLookedAt
  /// The register holds no certificate for the authority.
  case noCertificate
  /// The register's certificate is not valid now.
  case certificateNotValidNow
}
