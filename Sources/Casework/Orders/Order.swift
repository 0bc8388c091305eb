/// An order as its document says it, whatever format it came in. Personal: it lives in memory and inside sealed values.
///
/// Texts are normalised for comparison (`PersianText`), numbers are in ASCII digits, dates are days. A part that the
/// document lacks is nil or empty; whether the order may lack it is for the receipt and the rules to say.
public struct Order: Sendable, Hashable {
  /// Where the order was read, and how.
  public var provenance: OrderProvenance
  /// The kind of order, as the pack's charts are named: `court-order`.
  public var instrument: String
  /// The language that the document says it is in (BCP 47).
  public var language: String?
  /// The issuing authority's place in the courts; what the register is searched by.
  public var seat: AuthoritySeat
  /// The authority's name, as the document writes it.
  public var authority: String?
  /// The province that the document names for the authority.
  public var province: String?
  /// The judge's name.
  public var judge: String?
  /// The court's own number of the case.
  public var caseNumber: String
  /// The number of the letter; with the seat, what tells one order from another.
  public var letterNumber: String?
  /// The number under which the branch files the case.
  public var archiveNumber: String?
  /// The number of the ruling that the order carries out.
  public var rulingNumber: String?
  /// The id of the electronic service by which the order was served.
  public var noticeID: String?
  /// The day on which it was issued.
  public var issued: Day
  /// The last day on which it is in force.
  public var validUntil: Day?
  /// The last day for the answer.
  public var answerBy: Day?
  /// The article cited, as the document spells it.
  public var article: String?
  /// Whom the order addresses.
  public var addressee: String
  /// The persons asked about, as the document lists them.
  public var targets: [Target]
  /// The classes of data asked for, in the pack's order.
  public var classes: [DataClass]
  /// The first day of the period asked for.
  public var from: Day?
  /// The last day of the period asked for.
  public var through: Day?
  /// Why the authority asks, in its words.
  public var reason: String?

  /// Makes an order of what every order has; a reader adds the rest.
  public init(
    provenance: OrderProvenance, instrument: String, seat: AuthoritySeat, caseNumber: String, issued: Day,
    addressee: String
  ) {
    self.provenance = provenance
    self.instrument = instrument
    self.seat = seat
    self.caseNumber = caseNumber
    self.issued = issued
    self.addressee = addressee
    targets = []
    classes = []
  }

  /// The largest number of persons in one order: more is a crowd, and nobody could look at each.
  public static let mostTargets = 200

  /// What makes two copies of one order equal: the authority's seat and its letter number. Nil without a number.
  public var identity: String? {
    letterNumber.map { "\(seat.rank)\n\(seat.branch)\n\(seat.seat)\n\(PersianText.reference($0))" }
  }
}

/// A person as an order names them. Personal, as the order is.
public struct Target: Sendable, Hashable {
  /// The place among the order's targets, from 1: what a scope calls the person.
  public var ordinal: Int
  /// What the order gives, normalised for comparison.
  public var identifiers: [IdentifierKind: String]
  /// Other words about the person.
  public var remark: String?

  /// Makes a target.
  public init(ordinal: Int, identifiers: [IdentifierKind: String], remark: String? = nil) {
    self.ordinal = ordinal
    self.identifiers = identifiers
    self.remark = remark
  }
}

/// Where an order was read, and how: enough to read it again and to point at each field.
public struct OrderProvenance: Sendable, Hashable {
  /// The format's name: the namespace of its documents, without the version.
  public var format: String
  /// The version of the format.
  public var version: Int
  /// SHA-256 of the document.
  public var document: Digest
  /// The line on which each field begins, counted from 1.
  public var lines: [OrderField: Int]

  /// Makes a record.
  public init(format: String, version: Int, document: Digest, lines: [OrderField: Int] = [:]) {
    self.format = format
    self.version = version
    self.document = document
    self.lines = lines
  }
}

/// A field of an order, for pointing at its place in the document.
public enum OrderField: Sendable, Hashable {
  /// The order as a whole: its kind and its language.
  case instrument, language
  /// Who issued it.
  case authority, province, judge
  /// The numbers under which the authority files it.
  case caseNumber, letterNumber, archiveNumber, rulingNumber, noticeID
  /// Its days.
  case issued, validUntil, answerBy
  /// The article cited, and whom it addresses.
  case article, addressee
  /// The target of that ordinal.
  case target(Int)
  /// A class of data asked for.
  case dataClass(DataClass)
  /// The period asked for.
  case from, through
  /// Why the authority asks.
  case reason
}
