/// A target without personal data: the ordinal, and the kinds of identifier that the order gives.
public struct TargetSummary: Sendable, Hashable, Codable {
  /// The person's place among the order's targets, from 1.
  public var ordinal: Int
  /// The kinds of identifier that the order gives for the person.
  public var identifiers: [IdentifierKind]

  /// Makes a summary.
  public init(ordinal: Int, identifiers: [IdentifierKind]) {
    self.ordinal = ordinal
    self.identifiers = identifiers
  }
}

/// A part that an order must have and lacks. The office asks for a clarification before it refuses the order.
public enum MissingPart: String, Sendable, Hashable, CaseIterable, Codable {
  /// The article cited.
  case article
  /// The number of the letter.
  case letterNumber = "letter-number"
  /// The persons whose data the order asks for.
  case targets
  /// The classes of data that the order asks for.
  case dataClasses = "data-classes"
  /// The period of the data.
  case period
  /// A document that can be read.
  case readableDocument = "readable-document"
}

/// An order without its personal data, as entries contain it. The sealed document has the rest.
public struct OrderReceipt: Sendable, Hashable, Codable {
  /// The document's exact bytes, sealed.
  public var document: Commitment
  /// The keyed fingerprint of the authority's seat and the letter number. Two copies of one order have the same one.
  public var fingerprint: Fingerprint?
  /// The instrument of the order.
  public var instrument: String
  /// The authority in the register; nil where the register does not have it.
  public var authority: AuthorityID?
  /// True if the order is addressed to one of the office's names.
  public var isAddressedToUs: Bool
  /// The article cited, in the matrix's spelling; `unknown` for an article that the matrix does not contain.
  public var article: String?
  /// The day on which it was issued.
  public var issued: Day
  /// The last day on which it is in force.
  public var validUntil: Day?
  /// The last day for the answer.
  public var answerBy: Day?
  /// The persons whose data the order asks for.
  public var targets: [TargetSummary]
  /// The classes of data that the order asks for, in the pack's order.
  public var classes: [DataClass]
  /// The first day of the period.
  public var from: Day?
  /// The last day of the period.
  public var through: Day?
  /// The scope that the order asks for, whether or not the law allows it: `requested` in I6.
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

  /// The parts that the order lacks.
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
