extension Instrument {
  /// A European Production Order in an emergency: faster, by two reviewers, and possibly validated only afterwards.
  ///
  /// Data are released before the authorities have answered, and the case is over only when they have. Source: Regulation
  /// (EU) 2023/1543, articles 4(5) and 10(4).
  public static let emergencyProduction = Instrument(
    "emergency-production", purpose: .disclosure,
    required: [.disclosure: .disclosing.union(AssuranceSet([.secondReview])), .preservation: []],
    requiredAtEnd: .disclosing.union(AssuranceSet([.secondReview, .validation, .clearance])))
}
