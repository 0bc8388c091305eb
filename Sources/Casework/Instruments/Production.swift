extension Instrument {
  /// A European Production Order.
  ///
  /// The addressee preserves the data upon receipt, before the review. If the enforcing authority must be notified, a
  /// disclosure waits for its answer or for the end of its time. Source: Regulation (EU) 2023/1543, articles 8 and 10.
  public static let production = Instrument(
    "production", purpose: .disclosure,
    required: [.disclosure: .disclosing.union(AssuranceSet([.clearance])), .preservation: []])
}
