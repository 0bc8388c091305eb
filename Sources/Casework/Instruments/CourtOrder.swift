extension Instrument {
  /// An order of a court or a prosecutor to hand over data.
  ///
  /// The gate checks the rules, the scope, the package and the approval. This instrument adds no further check.
  public static let courtOrder = Instrument(
    "court-order", purpose: .disclosure, required: [.disclosure: .disclosing], judgement: { _, _ in [] })
}
