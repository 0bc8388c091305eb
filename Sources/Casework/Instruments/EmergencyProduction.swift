extension Instrument {
  /// A European Production Order in an emergency. It has a shorter deadline, needs two reviewers, and may be validated
  /// after it was sent.
  ///
  /// Data may be released before the authorities have answered, but the case ends only after they have answered.
  /// Source: Regulation (EU) 2023/1543, articles 4(5) and 10(4).
  public static let emergencyProduction = Instrument(
    "emergency-production", purpose: .disclosure,
    required: [.disclosure: .disclosing.union(AssuranceSet([.secondReview])), .preservation: []],
    requiredAtEnd: .disclosing.union(AssuranceSet([.secondReview, .validation, .clearance])))
}
