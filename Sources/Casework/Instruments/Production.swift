extension Instrument {
  /// A European Production Order.
  ///
  /// The addressee preserves upon receipt, before anything is reviewed. A disclosure waits for the enforcing authority
  /// where one must be notified. Source: Regulation (EU) 2023/1543, articles 8 and 10.
  public static let production = Instrument(
    "production", purpose: .disclosure,
    required: [.disclosure: .disclosing.union(AssuranceSet([.clearance])), .preservation: []])
}
