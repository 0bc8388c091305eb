extension Instrument {
  /// An order of a court or a prosecutor to hand over data.
  ///
  /// The gate judges it from the rules, the scope, the package and the approval alone; nothing is added to these.
  public static let courtOrder = Instrument(
    "court-order", purpose: .disclosure, required: [.disclosure: .disclosing], judgement: { _, _ in [] })
}
