/// Why a finding is not a pass. The names of the cases are words of entries.
public enum Shortcoming: Sendable, Hashable {
  /// The register does not have the authority.
  case unknownAuthority
  /// The authority is suspended.
  case suspendedAuthority
  /// The matrix does not contain the article.
  case unknownArticle
  /// No row of the matrix covers these classes.
  case classesNotCovered(classes: [DataClass])
  /// The granted scope contains data that no covered class contains, or that the order does not ask for.
  case beyondLaw
  /// The order is addressed to another addressee.
  case addressedToAnother
  /// The date of issue is in the future.
  case issuedInFuture(issued: Day)
  /// The order's last day has passed.
  case lapsed(validUntil: Day)
  /// A target has no identifier that belongs to one person only.
  case noParticularTarget(target: Int)
  /// No target is named.
  case noTarget
  /// The period has no beginning or no end.
  case unboundedPeriod
  /// The period ends after the day on which the order was issued.
  case periodAfterIssue(through: Day)
  /// Another case has the same order.
  case alreadyReceived(number: CaseNumber)
  /// The authority did not confirm the order.
  case notConfirmed(answer: CallBackAnswer)
  /// The rule was not checked yet.
  case notLookedAt
  /// The register holds no certificate for the authority.
  case noCertificate
  /// The register's certificate is not valid now.
  case certificateNotValidNow
}
