import Casework
import TestTools
import Testing

@testable import Intake

@Suite("Numbers in orders")
struct OrderNumberTests {
  static let ascii: [Character] = Array("0123456789")
  static let persian: [Character] = Array("۰۱۲۳۴۵۶۷۸۹")
  static let arabic: [Character] = Array("٠١٢٣٤٥٦٧٨٩")

  private func proper(_ digits: [Character]) throws -> Order {
    let parts = try Checkout.order("proper.xml").split(separator: ">", omittingEmptySubsequences: false)
    let text = parts.map { part in
      let cut = part.firstIndex(of: "<") ?? part.endIndex
      let written = part[..<cut].map { Self.persian.firstIndex(of: $0).map { digits[$0] } ?? $0 }
      return String(written) + part[cut...]
    }.joined(separator: ">")
    return try readOrder(Array(text.utf8)).unplaced
  }

  private func order(_ part: String, to other: String) throws -> Order {
    try readOrder(Array(try Checkout.order("proper.xml").changing(part, to: other).utf8)).unplaced
  }

  @Test("ASCII, Persian and Arabic digits give the same numbers, dates and identifiers")
  func digits() throws {
    let expected = try readOrder(Checkout.bytes("Fixtures/Orders/proper.xml")).unplaced
    for digits in [Self.ascii, Self.persian, Self.arabic] { #expect(try proper(digits) == expected) }
    for branch in ["3", "٣", "۰۳"] { #expect(try order("branch=\"۳\"", to: "branch=\"\(branch)\"") == expected) }
  }

  static let caseNumbers: [(String, String)] = [
    ("۱۴۰۵۱۲۳۴۵۶۷۸۹۰۱۲۳۴", "140512345678901234"), ("9809970000100123", "9809970000100123"),
    ("٩٨٠٩٩٧٠٠٠٠١٠٠١٢٣", "9809970000100123"), ("1234/98", "1234/98"), ("۱۲۳۴/۹۸", "1234/98"),
    (" 1234/1398\n", "1234/1398"), ("1/98", "1/98"),
  ]

  @Test("case numbers have 18 digits, 16 digits, or the older form with a year", arguments: caseNumbers)
  func caseNumber(written: String, read: String) throws {
    #expect(try order("۱۴۰۵۱۲۳۴۵۶۷۸۹۰۱۲۳۴", to: written).caseNumber == read)
  }

  @Test(
    "other case numbers are refused on their line",
    arguments: [
      "", "12345678901234567", "1234567890123456789", "123456789012345", "1234-98", "1234/9", "1234/98000", "/98",
      "1234/",
      "12345678901234567x", "1234 /98", "۱۲۳۴۵۶۷۸۹۰۱۲۳۴۵۶۷۸/98",
    ])
  func otherCaseNumbers(written: String) throws {
    let text = try Checkout.order("proper.xml").changing("۱۴۰۵۱۲۳۴۵۶۷۸۹۰۱۲۳۴", to: written)
    #expect(refusal(ofOrder: text)?.line == (try text.line(of: "<case-number>")))
  }

  @Test("both citations of an article give the same article, in any digits and spacing")
  func citations() throws {
    let office = try TestRegisters()
    for written in ["CPC 671", "CCA 36", "CPC ۶۷۱", "CCA  ٣٦", " CCA\n36 ", "CCA\u{200C}36"] {
      let order = try order(">CPC 671<", to: ">\(written)<")
      #expect(try office.receipt(of: order).article == "CPC 671", "\(written)")
      #expect(try office.shortcomings(of: order).isEmpty, "\(written)")
    }
  }

  @Test("an article that is not in the legal bases covers nothing, and its text is not recorded")
  func unknownArticle() throws {
    let office = try TestRegisters()
    for written in ["CPC 67", "CPC 6711", "CPC", "cpc 671", "CPC 671 CPC 670"] {
      let order = try order(">CPC 671<", to: ">\(written)<")
      #expect(try office.receipt(of: order).article == Order.unknownArticle)
      let short = try office.shortcomings(of: order)
      #expect(
        short == [.competence: [.unknownArticle, .classesNotCovered(classes: [.identity, .contact, .transactions])]])
    }
  }

  @Test("letter numbers are equal regardless of marks and spaces between their digits")
  func letterNumbers() throws {
    for written in ["1405/3381", "۱۴۰۵ / ۳۳۸۱", "\u{200F}۱۴۰۵/۳۳۸۱\u{200E}", "١٤٠٥\u{200C}/٣٣٨١", "1405/\n 3381"] {
      #expect(try order("۱۴۰۵/۳۳۸۱", to: written).letterNumber == "1405/3381")
    }
    for written in ["3381/1405", "1405/33810", "1405-3381", "14053381"] {
      #expect(try order("۱۴۰۵/۳۳۸۱", to: written).letterNumber == written)
    }
  }

  @Test("a letter number that has only marks counts as missing")
  func emptyLetterNumber() throws {
    let office = try TestRegisters()
    let absent = try order("<letter-number>۱۴۰۵/۳۳۸۱</letter-number>", to: "")
    let blank = try order("۱۴۰۵/۳۳۸۱", to: "\u{200C}\u{200F}")
    for order in [absent, blank] {
      #expect(order.letterNumber == nil && order.identity == nil)
      #expect(try office.receipt(of: order).missing == [.letterNumber])
    }
  }
}
