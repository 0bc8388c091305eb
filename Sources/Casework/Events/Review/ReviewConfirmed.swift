/// A second officer, who is not the first reviewer, confirmed the review of an emergency (I4).
enum ReviewConfirmed: CaseEventKind {
  static let meanings = [
    EventMeaning(
      "review.confirmed", duty: .confirming, earns: AssuranceSet([.secondReview]), voids: AssuranceSet([.approval]))
  ]

  static func event(_ detail: SecondReview) -> CaseEvent { .reviewConfirmed(detail) }

  static func change(_ subject: inout Case, by recorded: Case.Recorded<SecondReview>) {
    subject.secondReview = recorded
    subject.approval = nil
  }
}

/// The review that a second officer confirmed: its order and its scope (I5).
public struct SecondReview: EventDetail {
  /// The order's document.
  public var order: Commitment
  /// The digest of the granted scope.
  public var grant: Digest

  /// Makes a confirmation.
  public init(order: Commitment, grant: Digest) {
    self.order = order
    self.grant = grant
  }

  /// Empty: no value is sealed with it.
  public var commitments: [Commitment] { [] }
  /// The order's document.
  public var cited: [Commitment] { [order] }
}
