/// One person asked about, without the person: which ordinal, and by what kinds of identifier the order names them.
public struct TargetSummary: Sendable, Hashable, Codable {
  /// The person's place among the order's targets, from 1.
  public var ordinal: Int
  /// The kinds of identifier that the order gives of the person.
  public var identifiers: [IdentifierKind]

  /// Makes a summary.
  public init(ordinal: Int, identifiers: [IdentifierKind]) {
    self.ordinal = ordinal
    self.identifiers = identifiers
  }
}

/// What an order must have and this one has not: grounds for a clarification, not yet for a refusal.
public enum MissingPart: String, Sendable, Hashable, CaseIterable, Codable {
  /// The article cited.
  case article
  /// The number of the letter.
  case letterNumber = "letter-number"
  /// Whom it is about.
  case targets
  /// What it asks for.
  case dataClasses = "data-classes"
  /// Of which days.
  case period
  /// A document that can be read at all.
  case readableDocument = "readable-document"
}

/// An order without its personal content: what entries hold of it. Everything else is sealed in the document.
public struct OrderReceipt: Sendable, Hashable, Codable {
  /// The document's exact bytes, sealed.
  public var document: Commitment
  /// Authority's seat and letter number, keyed: equal for two copies of one order.
  public var fingerprint: Fingerprint?
  /// The kind of order.
  public var instrument: String
  /// The authority that the order names, as the register knows it; nil where the register does not.
  public var authority: AuthorityID?
  /// Whether it addresses one of the office's names.
  public var isAddressedToUs: Bool
  /// The article cited, in the matrix's spelling; `unknown` where the matrix does not know it.
  public var article: String?
  /// The day on which it was issued.
  public var issued: Day
  /// The last day on which it is in force.
  public var validUntil: Day?
  /// The last day for the answer.
  public var answerBy: Day?
  /// The persons asked about.
  public var targets: [TargetSummary]
  /// The classes of data asked for, in the pack's order.
  public var classes: [DataClass]
  /// The period asked for, both days within.
  public var from: Day?
  /// The last day of the period.
  public var through: Day?
  /// All that the order asks, whether or not it may: I6's `requested`.
  public var requested: Scope

  /// Makes a receipt.
  public init(
    document: Commitment, fingerprint: Fingerprint?, instrument: String, authority: AuthorityID?,
    isAddressedToUs: Bool, article: String?, issued: Day, validUntil: Day?, answerBy: Day?,
    targets: [TargetSummary], classes: [DataClass], from: Day?, through: Day?, requested: Scope
  ) {
    self.document = document
    self.fingerprint = fingerprint
    self.instrument = instrument
    self.authority = authority
    self.isAddressedToUs = isAddressedToUs
    self.article = article
    self.issued = issued
    self.validUntil = validUntil
    self.answerBy = answerBy
    self.targets = targets
    self.classes = classes
    self.from = from
    self.through = through
    self.requested = requested
  }

  /// What the order lacks.
  public var missing: [MissingPart] {
    var parts: [MissingPart] = []
    if article == nil { parts.append(.article) }
    if fingerprint == nil { parts.append(.letterNumber) }
    if targets.isEmpty { parts.append(.targets) }
    if classes.isEmpty { parts.append(.dataClasses) }
    if from == nil || through == nil { parts.append(.period) }
    return parts
  }
}
