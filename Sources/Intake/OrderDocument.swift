import Casework
import Markup

/// A person as an order names them. Personal: it lives in memory and inside sealed values, nowhere else.
public struct Target: Sendable, Hashable {
  public var ordinal: Int
  /// What the order gives, normalised for comparison.
  public var identifiers: [IdentifierKind: String]
}

/// An order as its document says it (`urn:amanat:order:1`, the schema in `order.rng`).
///
///     <order xmlns="urn:amanat:order:1" instrument="court-order" calendar="jalali" xml:lang="fa">
///       <authority rank="criminal-court-branch" branch="۳" city="تهران">شعبه ۳ دادگاه کیفری دو تهران</authority>
///       <reference><case-number>…18 digits…</case-number><letter-number>۱۴۰۵/۳۳۸۱</letter-number></reference>
///       <issued>۱۴۰۵/۰۸/۲۸</issued>
///       <article>CPC 671</article>
///       <addressee>فروشگاه نمونه</addressee>
///       <targets><target><name>…</name><national-id>…</national-id></target></targets>
///       <data><class name="identity"/><class name="transactions"/></data>
///       <period><from>۱۴۰۵/۰۱/۰۱</from><through>۱۴۰۵/۰۴/۳۱</through></period>
///     </order>
public struct OrderDocument: Sendable, Hashable {
  public var instrument: String
  public var seat: AuthoritySeat
  public var caseNumber: String
  public var letterNumber: String?
  public var issued: Day
  public var validUntil: Day?
  public var answerBy: Day?
  public var article: String?
  public var addressee: String
  public var targets: [Target]
  public var classes: [DataClass]
  public var from: Day?
  public var through: Day?

  /// Reads a document: bounded, without DTD, valid against the schema before any field is looked at.
  ///
  /// - Throws: an `IntakeFault` with the line.
  public init(reading bytes: [UInt8]) throws(IntakeFault) {
    let root = try IntakeFault.root(of: bytes, schema: PackageResources.order_rng)
    let calendar = root.attribute("calendar").flatMap(WrittenDate.Calendar.init(rawValue:)) ?? .jalali
    func date(_ element: Element?) throws(IntakeFault) -> Day? {
      guard let element else { return nil }
      guard let day = WrittenDate.read(element.text, calendar) else {
        throw IntakeFault(
          line: element.line, reason: "the \(calendar) calendar has no such day in <\(element.name.local)>")
      }
      // A year of the one calendar read in the other lies centuries away.
      guard Self.plausible.contains(day) else {
        throw IntakeFault(
          line: element.line,
          reason:
            "<\(element.name.local)> lies centuries away in the \(calendar) calendar: is the order in the other one?")
      }
      return day
    }
    func text(_ element: Element?) -> String? {
      element.map { PersianText.normalized($0.text) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    guard let authority = root.child("authority"), let reference = root.child("reference"),
      let issued = try date(root.child("issued")), let addressee = text(root.child("addressee")),
      let branch = authority.attribute("branch").flatMap({ Int(PersianText.number($0)) }),
      let rank = authority.attribute("rank"), let city = authority.attribute("city")
    else { throw IntakeFault(line: root.line, reason: "a part that the schema requires is absent") }
    instrument = root.attribute("instrument") ?? ""
    seat = AuthoritySeat(rank: rank, branch: branch, seat: PersianText.normalized(city))
    caseNumber = reference.child("case-number").map { PersianText.number($0.text) } ?? ""
    letterNumber = text(reference.child("letter-number")).map(PersianText.number)
    self.issued = issued
    self.addressee = addressee
    validUntil = try date(root.child("valid-until"))
    answerBy = try date(root.child("answer-by"))
    article = text(root.child("article"))
    let named = root.child("targets")?.all("target") ?? []
    if named.count > Self.mostTargets, let targets = root.child("targets") {
      throw IntakeFault(line: targets.line, reason: "an order may name at most \(Self.mostTargets) targets")
    }
    targets = named.enumerated().map { index, element in
      Target(ordinal: index + 1, identifiers: Self.identifiers(of: element))
    }
    let asked = Set(
      (root.child("data")?.all("class") ?? []).compactMap { $0.attribute("name").flatMap(DataClass.init) })
    classes = DataClass.allCases.filter(asked.contains)
    from = try date(root.child("period")?.child("from"))
    through = try date(root.child("period")?.child("through"))
    if let from, let through, through < from, let period = root.child("period") {
      throw IntakeFault(line: period.line, reason: "the period ends before it begins")
    }
    if let answerBy, answerBy < issued, let element = root.child("answer-by") {
      throw IntakeFault(line: element.line, reason: "the day to answer by lies before the day of issue")
    }
  }

  /// The days that an order can mean: 1900 to 2100.
  private static let plausible = Day(number: -25_567)...Day(number: 47_846)

  /// The largest number of persons in one order: more is a crowd, and no desk could look at each.
  public static let mostTargets = 200

  private static func identifiers(of target: Element) -> [IdentifierKind: String] {
    let names: [(IdentifierKind, String)] = [
      (.name, "name"), (.nationalID, "national-id"), (.phoneNumber, "phone"), (.email, "email"),
      (.accountID, "account"),
    ]
    var result: [IdentifierKind: String] = [:]
    for (kind, name) in names {
      guard let written = target.child(name)?.text else { continue }
      let value = kind.normalized(written)
      if !value.isEmpty { result[kind] = value }
    }
    return result
  }

  /// What a receipt says of an article that the matrix does not know: what was written stays sealed, for it is free text.
  public static let unknownArticle = "unknown"

  /// What makes two copies of one order equal: the authority's seat and its letter number. Nil without a number.
  public var identity: String? {
    letterNumber.map { "\(seat.rank)\n\(seat.branch)\n\(seat.seat)\n\(PersianText.reference($0))" }
  }

  /// Returns the order without its personal content, as entries hold it.
  ///
  /// - Parameters:
  ///   - document: the commitment to the sealed bytes.
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
