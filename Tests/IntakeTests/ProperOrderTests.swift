import Casework
import TestTools
import Testing

@testable import Intake

@Suite("A proper order")
struct ProperOrderTests {
  let order: Order

  init() throws { order = try readOrder(Checkout.bytes("Fixtures/Orders/proper.xml")) }

  @Test("every part is read, with numbers in ASCII digits and names normalised")
  func values() throws {
    #expect(order.instrument == "court-order")
    #expect(order.seat == AuthoritySeat(rank: "criminal-court-branch", branch: 3, seat: "تهران"))
    #expect(order.caseNumber == "140512345678901234")
    #expect(order.letterNumber == "1405/3381")
    #expect(order.issued == Day("2026-11-19"))
    #expect(order.validUntil == nil)
    #expect(order.answerBy == Day("2026-12-02"))
    #expect(order.article == "CPC 671")
    #expect(order.addressee == "فروشگاه اینترنتی نمونه")
    #expect(
      order.targets == [Target(ordinal: 1, identifiers: [.name: "مریم رستمی نژاد", .nationalID: "9990014043"])])
    #expect(order.classes == [.identity, .contact, .transactions])
    #expect(order.from == Day("2026-03-21"))
    #expect(order.through == Day("2026-07-22"))
    #expect(order.identity == "criminal-court-branch\n3\nتهران\n1405/3381")
    #expect(order.judge == "قاضی آزمون" && order.language == "fa" && order.archiveNumber == "0503381")
    #expect(order.authority == "شعبه 3 دادگاه کیفری دو تهران" && order.province == nil)
    #expect(order.reason == "رسیدگی به شکایت کلاهبرداری در فروش اینترنتی")
    #expect(order.rulingNumber == nil && order.noticeID == nil)
  }

  @Test("an order records its format, its document and the line of each field")
  func provenance() throws {
    let text = try Checkout.order("proper.xml")
    #expect(order.provenance.format == "urn:amanat:order" && order.provenance.version == 1)
    #expect(order.provenance.document == (try digest()))
    let places: [(OrderField, String)] = [
      (.instrument, "<order "), (.language, "<order "), (.authority, "<authority "), (.judge, "<judge>"),
      (.caseNumber, "<case-number>"), (.archiveNumber, "<archive-number>"), (.letterNumber, "<letter-number>"),
      (.issued, "<issued>"), (.answerBy, "<answer-by>"), (.article, "<article>"), (.addressee, "<addressee>"),
      (.target(1), "<target>"), (.dataClass(.identity), "name=\"identity\""),
      (.dataClass(.contact), "name=\"contact\""), (.dataClass(.transactions), "name=\"transactions\""),
      (.from, "<from>"), (.through, "<through>"), (.reason, "<reason>"),
    ]
    let expected = try Dictionary(uniqueKeysWithValues: places.map { ($0, try text.line(of: $1)) })
    #expect(order.provenance.lines == expected)
  }

  @Test("the receipt has the request, and no name, number or text of the order")
  func receipt() throws {
    let office = try TestRegisters()
    let receipt = try office.receipt(of: order)
    #expect(receipt.authority == AuthorityID("tehran-branch-3"))
    #expect(receipt.isAddressedToUs && receipt.article == "CPC 671" && receipt.missing.isEmpty)
    #expect(receipt.targets == [TargetSummary(ordinal: 1, identifiers: [.name, .nationalID])])
    #expect(receipt.issued == order.issued && receipt.validUntil == nil && receipt.answerBy == order.answerBy)
    let days = DaySet(from: try #require(Day("2026-03-21")), through: try #require(Day("2026-07-22")))
    let asked = [
      "user.name", "user.government_id", "user.unique_id", "user.account", "user.contact",
      "user.behavior.purchase_history", "user.payment", "user.financial",
    ]
    #expect(receipt.requested == Scope(targets: [1], categories: asked.compactMap(DataCategory.init), days: days))
    let dump = String(reflecting: receipt)
    for word in ["مریم", "رستمی", "9990014043", "3381", "140512345678901234", "قاضی", "فروشگاه"] {
      #expect(!dump.contains(word), "\(word)")
    }
  }

  @Test("every mechanical rule passes, and authenticity is not checked")
  func examination() throws {
    let office = try TestRegisters()
    #expect(try office.shortcomings(of: order).isEmpty)
  }

  @Test("other element orders, comments, CDATA and line ends give the same order")
  func sameOrder() throws {
    let text = try Checkout.order("proper.xml")
    let letter = "    <letter-number>۱۴۰۵/۳۳۸۱</letter-number>\n"
    let variants = [
      try text.changing(letter, to: "").changing("<reference>\n", to: "<reference>\n\(letter)"),
      try text.changing("۹۹۹۰۰۱۴۰۴۳", to: "<!-- -->۹۹۹۰۰<!-- -->۱۴۰۴۳ <?x?>"),
      try text.changing(">CPC 671<", to: "><![CDATA[CPC 671]]><"),
      try text.changing(">CPC 671<", to: ">\n  CPC\t 671 <"),
      text.replacingOccurrences(of: "\n", with: "\r\n"),
    ]
    for variant in variants { #expect(try readOrder(Array(variant.utf8)).unplaced == order.unplaced, "\(variant)") }
  }

  @Test("Gregorian dates are read if the order declares them, and ASCII digits and dashes are always accepted")
  func calendars() throws {
    let text = try Checkout.order("proper.xml")
    let gregorian = try text.changing("calendar=\"jalali\"", to: "calendar=\"gregorian\"")
      .changing("۱۴۰۵/۰۸/۲۸", to: "۲۰۲۶-۱۱-۱۹").changing("۱۴۰۵/۰۹/۱۱", to: "2026/12/02")
      .changing("۱۴۰۵/۰۱/۰۱", to: "2026-3-21").changing("۱۴۰۵/۰۴/۳۱", to: "٢٠٢٦-٠٧-٢٢")
    #expect(try readOrder(Array(gregorian.utf8)).unplaced == order.unplaced)
    let unsaid = try text.changing(" calendar=\"jalali\"", to: "").changing("۱۴۰۵/۰۸/۲۸", to: "1405-8-28")
    #expect(try readOrder(Array(unsaid.utf8)).unplaced == order.unplaced)
  }
}
