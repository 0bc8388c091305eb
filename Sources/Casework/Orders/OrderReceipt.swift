/// One person asked about, without the person: which ordinal, and by what kinds of identifier the order names them.
public struct TargetSummary: Sendable, Hashable, Codable {
  public var ordinal: Int
  public var identifiers: [IdentifierKind]

  /// Makes a summary.
  public init(ordinal: Int, identifiers: [IdentifierKind]) {
    self.ordinal = ordinal
    self.identifiers = identifiers
  }
}

/// What an order must have and this one has not: grounds for a clarification, not yet for a refusal.
public enum MissingPart: String, Sendable, Hashable, CaseIterable, Codable {
  case article
  case letterNumber = "letter-number"
  case targets
  case dataClasses = "data-classes"
  case period
  case readableDocument = "readable-document"
}

/// An order without its personal content: what entries hold of it. Everything else stands sealed in the document.
public struct OrderReceipt: Sendable, Hashable, Codable {
  /// The document's exact bytes, sealed.
  public var document: Commitment
  /// Authority's seat and letter number, keyed: equal for two copies of one order.
  public var fingerprint: Fingerprint?
  public var instrument: String
  /// The authority that the order names, as the register knows it; nil where the register does not.
  public var authority: AuthorityID?
  public var isAddressedToUs: Bool
  /// The article cited, in the matrix's spelling; `unknown` where the matrix does not know it.
  public var article: String?
  public var issued: Day
  public var validUntil: Day?
  public var answerBy: Day?
  public var targets: [TargetSummary]
  public var classes: [DataClass]
  /// The period asked for, both days within.
  public var from: Day?
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
