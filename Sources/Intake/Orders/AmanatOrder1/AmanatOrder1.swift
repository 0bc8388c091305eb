import Casework
import Markup

/// Orders in `urn:amanat:order:1`, whose schema is `order.rng`.
///
///     <order xmlns="urn:amanat:order:1" instrument="court-order" calendar="jalali" xml:lang="fa">
///       <authority rank="criminal-court-branch" branch="۳" city="تهران">شعبه ۳ دادگاه کیفری دو تهران</authority>
///       <judge>…</judge>
///       <reference><case-number>…18 digits…</case-number><letter-number>۱۴۰۵/۳۳۸۱</letter-number></reference>
///       <issued>۱۴۰۵/۰۸/۲۸</issued>
///       <article>CPC 671</article>
///       <addressee>فروشگاه نمونه</addressee>
///       <targets><target><name>…</name><national-id>…</national-id></target></targets>
///       <data><class name="identity"/><class name="transactions"/></data>
///       <period><from>۱۴۰۵/۰۱/۰۱</from><through>۱۴۰۵/۰۴/۳۱</through></period>
///     </order>
///
/// Dates are Jalali if `calendar` is absent.
struct AmanatOrder1: OrderFormat {
  let name = "urn:amanat:order"
  let version = 1
  var schema: [UInt8] { PackageResources.order_rng }

  func order(_ root: Element, _ setting: OrderSetting) throws(IntakeFault) -> Order {
    let fields = AmanatOrder1Fields(root)
    guard let authority = root.child("authority"), let reference = root.child("reference"),
      let issued = root.child("issued"), let addressee = root.child("addressee"),
      let branch = authority.attribute("branch").flatMap({ Int(PersianText.number($0)) }),
      let rank = authority.attribute("rank"), let city = authority.attribute("city")
    else { throw IntakeFault(line: root.line, .notBySchema(element: "order")) }
    var order = Order(
      provenance: OrderProvenance(
        format: name, version: version, document: setting.document, lines: [.instrument: root.line]),
      instrument: root.attribute("instrument") ?? "",
      seat: AuthoritySeat(rank: rank, branch: branch, seat: PersianText.normalized(city)),
      caseNumber: "", issued: try fields.day(issued), addressee: PersianText.normalized(addressee.text))
    guard !order.addressee.isEmpty else {
      throw IntakeFault(line: addressee.line, .badValue(element: "addressee", attribute: nil, allowed: []))
    }
    readHead(root, authority, &order)
    readReference(reference, &order)
    try readDates(root, fields, &order)
    order.targets = try targets(root.child("targets"), setting, &order.provenance)
    order.classes = try classes(root.child("data"), setting, &order.provenance)
    return order
  }

  private func readHead(_ root: Element, _ authority: Element, _ order: inout Order) {
    order.language = root.attribute("lang", in: "http://www.w3.org/XML/1998/namespace")
    if order.language != nil { order.provenance.lines[.language] = root.line }
    order.provenance.lines[.authority] = authority.line
    order.authority = Self.text(authority)
    order.province = authority.attribute("province").map(PersianText.normalized)
    if order.province != nil { order.provenance.lines[.province] = authority.line }
    order.provenance.lines[.addressee] = root.child("addressee")?.line
    take(root.child("judge"), as: .judge, into: \.judge, &order)
    take(root.child("article"), as: .article, into: \.article, &order)
    take(root.child("reason"), as: .reason, into: \.reason, &order)
  }

  private func readReference(_ reference: Element, _ order: inout Order) {
    let caseNumber = reference.child("case-number")
    order.caseNumber = caseNumber.map { PersianText.number($0.text) } ?? ""
    order.provenance.lines[.caseNumber] = caseNumber?.line
    let numbers: [(String, OrderField, WritableKeyPath<Order, String?>)] = [
      ("letter-number", .letterNumber, \.letterNumber), ("archive-number", .archiveNumber, \.archiveNumber),
      ("ruling-number", .rulingNumber, \.rulingNumber), ("notice-id", .noticeID, \.noticeID),
    ]
    for (name, field, path) in numbers {
      take(reference.child(name), as: field, into: path, &order)
      order[keyPath: path] = order[keyPath: path].map(PersianText.number)
    }
  }

  private func readDates(_ root: Element, _ fields: AmanatOrder1Fields, _ order: inout Order) throws(IntakeFault) {
    let period = root.child("period")
    order.provenance.lines[.issued] = root.child("issued")?.line
    let dates: [(Element?, OrderField, WritableKeyPath<Order, Day?>)] = [
      (root.child("valid-until"), .validUntil, \.validUntil), (root.child("answer-by"), .answerBy, \.answerBy),
      (period?.child("from"), .from, \.from), (period?.child("through"), .through, \.through),
    ]
    for (element, field, path) in dates {
      guard let element else { continue }
      order[keyPath: path] = try fields.day(element)
      order.provenance.lines[field] = element.line
    }
    if let from = order.from, let through = order.through, through < from, let period {
      throw IntakeFault(line: period.line, .periodBackwards)
    }
    if let answerBy = order.answerBy, answerBy < order.issued, let line = order.provenance.lines[.answerBy] {
      throw IntakeFault(line: line, .answerBeforeIssue)
    }
  }

  private func targets(
    _ list: Element?, _ setting: OrderSetting, _ provenance: inout OrderProvenance
  ) throws(IntakeFault) -> [Target] {
    guard let list else { return [] }
    let named = list.all("target")
    guard named.count <= Order.mostTargets else {
      throw IntakeFault(line: list.line, .tooManyTargets(limit: Order.mostTargets))
    }
    var targets: [Target] = []
    for (index, element) in named.enumerated() {
      let ordinal = index + 1
      provenance.lines[.target(ordinal)] = element.line
      targets.append(
        Target(
          ordinal: ordinal, identifiers: try Self.identifiers(of: element, setting.manifest),
          remark: element.child("description").flatMap(Self.text)))
    }
    return targets
  }

  private static func identifiers(
    of target: Element, _ manifest: PackManifest
  ) throws(IntakeFault) -> [IdentifierKind: String] {
    let names: [(IdentifierKind, String)] = [
      (.name, "name"), (.nationalID, "national-id"), (.phoneNumber, "phone"), (.email, "email"),
      (.accountID, "account"),
    ]
    var result: [IdentifierKind: String] = [:]
    for (kind, name) in names {
      guard let element = target.child(name) else { continue }
      let value = kind.normalized(element.text, dialling: manifest.dialling)
      if value.isEmpty { continue }
      guard let rule = manifest.identifiers.first(where: { $0.kind == kind }) else {
        throw IntakeFault(line: element.line, .unknownIdentifierKind(kind))
      }
      guard rule.admits(value) else { throw IntakeFault(line: element.line, .badIdentifier(kind)) }
      result[kind] = value
    }
    return result
  }

  private func classes(
    _ data: Element?, _ setting: OrderSetting, _ provenance: inout OrderProvenance
  ) throws(IntakeFault) -> [DataClass] {
    var asked: Set<DataClass> = []
    for element in data?.all("class") ?? [] {
      guard let dataClass = element.attribute("name").flatMap({ DataClass($0) }), setting.classes.contains(dataClass)
      else { throw IntakeFault(line: element.line, .unknownClass) }
      if asked.insert(dataClass).inserted { provenance.lines[.dataClass(dataClass)] = element.line }
    }
    return setting.classes.sorted(asked)
  }

  private func take(
    _ element: Element?, as field: OrderField, into path: WritableKeyPath<Order, String?>, _ order: inout Order
  ) {
    guard let element else { return }
    order[keyPath: path] = Self.text(element)
    order.provenance.lines[field] = element.line
  }

  /// Returns the normalised text of an element; nil if no visible text is left.
  static func text(_ element: Element) -> String? {
    let text = PersianText.normalized(element.text)
    return text.isEmpty ? nil : text
  }
}

/// Reads the dates of one document, in its calendar.
struct AmanatOrder1Fields {
  private let calendar: CalendarKind

  init(_ root: Element) {
    calendar = root.attribute("calendar").flatMap(CalendarKind.init(rawValue:)) ?? .jalali
  }

  /// The days that are accepted in an order: 1900 to 2100.
  private static let plausible = Day(number: -25_567)...Day(number: 47_846)

  func day(_ element: Element) throws(IntakeFault) -> Day {
    let field = element.name.local
    let read = calendar.day(written: element.text)
    if let read, Self.plausible.contains(read) { return read }
    // A year of one calendar, read in the other, is centuries away or not a year that the other calendar counts.
    let isOther = CalendarKind.allCases.contains { other in
      other != calendar && other.day(written: element.text).map(Self.plausible.contains) == true
    }
    throw IntakeFault(
      line: element.line,
      read != nil || isOther
        ? .centuriesAway(field: field, calendar: calendar) : .noSuchDay(field: field, calendar: calendar))
  }
}
