extension Order {
  /// The article in a receipt, for an article that the matrix does not contain. The document's words remain sealed.
  public static let unknownArticle = "unknown"

  /// Returns the order without its personal data, as entries contain it.
  ///
  /// - Parameters:
  ///   - document: the commitment to the document's sealed bytes.
  ///   - fingerprint: the keyed fingerprint of `identity`.
  public func receipt(
    document: Commitment, fingerprint: Fingerprint?, registers: Registers, bases: LegalBases
  ) -> OrderReceipt {
    let names = registers.profile?.addressedAs ?? []
    let days = from.flatMap { from in through.map { DaySet(from: from, through: $0) } } ?? DaySet()
    return OrderReceipt(
      document: document, fingerprint: fingerprint, instrument: instrument,
      authority: registers.authority(at: seat)?.authority.id, isAddressedToUs: names.contains(addressee),
      article: article.map { bases.articles[$0] ?? Self.unknownArticle }, issued: issued, validUntil: validUntil,
      answerBy: answerBy,
      targets: targets.map {
        TargetSummary(ordinal: $0.ordinal, identifiers: $0.identifiers.keys.sorted { $0.rawValue < $1.rawValue })
      },
      classes: classes, from: from, through: through,
      requested: bases.scope(of: classes, targets: targets.map(\.ordinal), days: days))
  }
}
