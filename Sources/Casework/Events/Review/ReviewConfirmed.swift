/// A second officer, apart from the first, confirmed the review of an emergency (I4).
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

/// What a second officer confirmed: the document and the scope that were reviewed (I5).
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

  /// Nothing is sealed.
  public var commitments: [Commitment] { [] }
  /// The order.
  public var cited: [Commitment] { [order] }
}
