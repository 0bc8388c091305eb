/// Evidence that the authority issued the order, by kind.
///
/// This enumeration is the table of kinds. To add a kind, write its type, and add its case and its line in `kind`. In
/// an entry a proof is an object with one member, named after the case: `{"callBack":{"call":{…}}}`.
public enum AuthenticityProof: Sendable, Hashable, Codable {
  /// A call to the number in the register.
  case callBack(call: CallBack)

  /// The evidence as a value of its kind.
  var kind: any AuthenticityEvidence {
    switch self {
    case .callBack(let call): call
    }
  }
}

/// A kind of evidence of authenticity. It checks itself against the order, the registers and the time.
protocol AuthenticityEvidence: EventDetail {
  /// Says whether the officer claims that the evidence shows the order to be authentic. Such a claim is refused, and
  /// not recorded, if it does not pass.
  var claimsAuthenticity: Bool { get }

  /// Checks the evidence as of now. Only a pass counts (I3).
  func judge(_ order: OrderReceipt, facts: Facts) -> AuthenticityVerdict

  /// Says whether the evidence can have existed before an entry was made.
  ///
  /// - Parameter sequence: the entry that records the evidence.
  func wasPossible(before sequence: Int) -> Bool
}

/// The result of a check of one piece of evidence.
struct AuthenticityVerdict: Sendable, Hashable {
  /// The outcome.
  var outcome: Outcome
  /// The reasons why the outcome is not a pass.
  var shortcomings: [Shortcoming]

  /// Makes a verdict.
  init(_ outcome: Outcome, _ shortcomings: [Shortcoming] = []) {
    self.outcome = outcome
    self.shortcomings = shortcomings
  }
}
