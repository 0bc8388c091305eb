import Casework
import TestTools
import Testing

@testable import Intake

@Suite("Dates in orders")
struct OrderDateTests {
  @Test("a period that ends before it begins is refused on its line, and a period of one day is read")
  func period() throws {
    let text = try Checkout.order("proper.xml")
    let backwards = try text.changing("<through>۱۴۰۵/۰۴/۳۱", to: "<through>۱۴۰۴/۱۲/۲۹")
    #expect(refusal(ofOrder: backwards) == IntakeFault(line: try text.line(of: "<period>"), .periodBackwards))
    let single = try text.changing("<through>۱۴۰۵/۰۴/۳۱", to: "<through>۱۴۰۵/۰۱/۰۱")
    let order = try readOrder(Array(single.utf8))
    #expect(order.from == order.through)
  }

  @Test("an answer-by day before the day of issue is refused on its line, and the day of issue is accepted")
  func answerBy() throws {
    let text = try Checkout.order("proper.xml")
    let before = try text.changing("<answer-by>۱۴۰۵/۰۹/۱۱", to: "<answer-by>۱۴۰۵/۰۸/۲۷")
    #expect(refusal(ofOrder: before) == IntakeFault(line: try text.line(of: "<answer-by>"), .answerBeforeIssue))
    let same = try text.changing("<answer-by>۱۴۰۵/۰۹/۱۱", to: "<answer-by>۱۴۰۵/۰۸/۲۸")
    #expect(try readOrder(Array(same.utf8)).answerBy == Day("2026-11-19"))
  }

  @Test(
    "a year of the other calendar is refused on its line",
    arguments: [
      ("<issued>۱۴۰۵/۰۸/۲۸", "<issued>2026/11/19"), ("<answer-by>۱۴۰۵/۰۹/۱۱", "<answer-by>۲۰۲۶/۱۲/۰۲"),
      ("<from>۱۴۰۵/۰۱/۰۱", "<from>2026-03-21"), ("<through>۱۴۰۵/۰۴/۳۱", "<through>2026-07-22"),
    ])
  func otherCalendar(written: String, other: String) throws {
    let text = try Checkout.order("proper.xml")
    let name = String(written.prefix { $0 != ">" }) + ">"
    let fault = try #require(refusal(ofOrder: try text.changing(written, to: other)))
    #expect(fault.line == (try text.line(of: name)))
    let field = String(name.dropFirst().dropLast())
    #expect(fault.code == .centuriesAway(field: field, calendar: .jalali))
    let gregorian = try text.changing("calendar=\"jalali\"", to: "calendar=\"gregorian\"")
    let first = try #require(refusal(ofOrder: gregorian))
    guard case .centuriesAway(_, .gregorian) = first.code else {
      Issue.record("\(first)")
      return
    }
  }

  @Test("a date that does not exist or is outside the Jalali calendar's range is refused with its field")
  func noSuchDay() throws {
    let text = try Checkout.order("proper.xml")
    for written in ["1405/13/01", "1404/12/30", "1502/01/01", "1303/12/29"] {
      let fault = try #require(refusal(ofOrder: try text.changing("<issued>۱۴۰۵/۰۸/۲۸", to: "<issued>\(written)")))
      #expect(fault == IntakeFault(line: try text.line(of: "<issued>"), .noSuchDay(field: "issued", calendar: .jalali)))
    }
  }
}
