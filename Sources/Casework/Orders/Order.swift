/// An order as its document states it, independent of the document's format. It is personal data: it is kept only in
/// memory and in sealed values.
///
/// Texts are normalised for comparison (`PersianText`), numbers have ASCII digits, dates are days. A part that the
/// document lacks is nil or empty. The receipt and the rules decide whether the part may be missing.
public struct Order: Sendable, Hashable {
  /// The source of the order: format, document and lines.
  public var provenance: OrderProvenance
  /// The instrument, named as the pack's charts: `court-order`.
  public var instrument: String
  /// The language that the document declares (BCP 47).
  public var language: String?
  /// The issuing authority's rank, branch and seat. The register is searched for them.
  public var seat: AuthoritySeat
  /// The authority's name, as the document writes it.
  public var authority: String?
  /// The province that the document names for the authority.
  public var province: String?
  /// The judge's name.
  public var judge: String?
  /// The court's own number of the case.
  public var caseNumber: String
  /// The number of the letter. The letter number and the seat identify the order.
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
  /// The addressee that the order names.
  public var addressee: String
  /// The persons whose data the order asks for, as the document lists them.
  public var targets: [Target]
  /// The classes of data that the order asks for, in the pack's order.
  public var classes: [DataClass]
  /// The first day of the period that the order asks for.
  public var from: Day?
  /// The last day of the period that the order asks for.
  public var through: Day?
  /// The authority's reason for the order, in its own words.
  public var reason: String?

  /// Makes an order from the parts that every order has. A reader adds the other parts.
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

  /// The largest number of persons in one order. An officer could not check more persons one by one.
  public static let mostTargets = 200

  /// The text that is equal for two copies of one order: the authority's seat and its letter number. Nil without a
  /// number.
  public var identity: String? {
    letterNumber.map { "\(seat.rank)\n\(seat.branch)\n\(seat.seat)\n\(PersianText.reference($0))" }
  }
}

/// A person that an order names. It is personal data.
public struct Target: Sendable, Hashable {
  /// The place among the order's targets, from 1. A scope names the person by this number.
  public var ordinal: Int
  /// The identifiers that the order gives, normalised for comparison.
  public var identifiers: [IdentifierKind: String]
  /// The document's remark about the person.
  public var remark: String?

  /// Makes a target.
  public init(ordinal: Int, identifiers: [IdentifierKind: String], remark: String? = nil) {
    self.ordinal = ordinal
    self.identifiers = identifiers
    self.remark = remark
  }
}

/// The source of an order, so that it can be read again and each field can be shown in the document.
public struct OrderProvenance: Sendable, Hashable {
  /// The name of the format: the namespace of its documents, without the version.
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

/// A field of an order, to show its place in the document.
public enum OrderField: Sendable, Hashable {
  /// The order as a whole: its kind and its language.
  case instrument, language
  /// The issuing authority.
  case authority, province, judge
  /// The numbers under which the authority files it.
  case caseNumber, letterNumber, archiveNumber, rulingNumber, noticeID
  /// The days that the order states.
  case issued, validUntil, answerBy
  /// The article cited, and the addressee.
  case article, addressee
  /// The target with this ordinal.
  case target(Int)
  /// A class of data that the order asks for.
  case dataClass(DataClass)
  /// The period that the order asks for.
  case from, through
  /// The authority's reason for the order.
  case reason
}
