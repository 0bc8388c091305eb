/// Evidence that the authority issued the order, by kind.
///
/// This enumeration is the table of kinds. To add one: write its type, and add its case and its line in `kind`. Entries
/// hold a proof as an object with one member, the name of the case: `{"callBack":{"call":{…}}}`.
public enum AuthenticityProof: Sendable, Hashable, Codable {
  /// A call to the number in our register.
  case callBack(call: CallBack)

  /// The evidence as its kind, which judges it.
  var kind: any AuthenticityEvidence {
    switch self {
    case .callBack(let call): call
    }
  }
}

/// A kind of evidence of authenticity: it judges itself by the order, the registers and the time.
protocol AuthenticityEvidence: EventDetail {
  /// Tells whether the officer who brings it claims that it shows the order to be authentic. Such a claim that does not
  /// pass is refused, not recorded.
  var claimsAuthenticity: Bool { get }

  /// Judges the evidence as of now. Only a pass counts (I3).
  func judge(_ order: OrderReceipt, facts: Facts) -> AuthenticityVerdict

  /// Tells whether the evidence can have existed when an entry was made.
  ///
  /// - Parameter sequence: the entry in which it was recorded.
  func wasPossible(before sequence: Int) -> Bool
}

/// What a piece of evidence is worth.
struct AuthenticityVerdict: Sendable, Hashable {
  /// The outcome.
  var outcome: Outcome
  /// What is wrong, where it is no pass.
  var shortcomings: [Shortcoming]

  /// Makes a verdict.
  init(_ outcome: Outcome, _ shortcomings: [Shortcoming] = []) {
    self.outcome = outcome
    self.shortcomings = shortcomings
  }
}
