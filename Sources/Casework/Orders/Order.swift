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
  public var province: String?
  public var judge: String?
  /// The court's case number, its letter's number, and the other numbers that it files under.
  public var caseNumber: String
  public var letterNumber: String?
  public var archiveNumber: String?
  public var rulingNumber: String?
  public var noticeID: String?
  public var issued: Day
  public var validUntil: Day?
  public var answerBy: Day?
  /// The article cited, as the document spells it.
  public var article: String?
  public var addressee: String
  public var targets: [Target]
  /// The classes of data asked for, in the pack's order.
  public var classes: [DataClass]
  /// The period asked for, both days within.
  public var from: Day?
  public var through: Day?
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
  case instrument, language, authority, province, judge
  case caseNumber, letterNumber, archiveNumber, rulingNumber, noticeID
  case issued, validUntil, answerBy, article, addressee
  /// The target of that ordinal.
  case target(Int)
  case dataClass(DataClass)
  case from, through, reason
}
