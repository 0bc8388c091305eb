import Casework
import Foundation
import Testing

@testable import Intake

/// The Jalali calendar by arithmetic alone: eight leap years in every 33, at these places of the cycle. It agrees with
/// the equinox as observed in Tehran from 1244 to 1472, and 1 Farvardin 1300 was 21 March 1921.
private struct ThirtyThreeYearRule {
  static func isLeap(_ year: Int) -> Bool { [1, 5, 9, 13, 17, 22, 26, 30].contains(year % 33) }

  static func length(_ month: Int, of year: Int) -> Int { month <= 6 ? 31 : month < 12 || isLeap(year) ? 30 : 29 }

  static func nowruz(_ year: Int) -> Int {
    // 1921-03-21, counted from 1970-01-01.
    (1300..<year).reduce(-17_818) { $0 + (isLeap($1) ? 366 : 365) }
  }
}

@Suite("Dates")
struct DateTests {
  @Test("the rule that the Jalali dates are held against knows the Nowruz of years that people remember")
  func rule() {
    let known = [
      (1300, "1921-03-21"), (1304, "1925-03-21"), (1357, "1978-03-21"), (1358, "1979-03-21"), (1375, "1996-03-20"),
      (1380, "2001-03-21"), (1399, "2020-03-20"), (1400, "2021-03-21"), (1403, "2024-03-20"), (1404, "2025-03-21"),
      (1405, "2026-03-21"), (1408, "2029-03-20"), (1409, "2030-03-21"),
    ]
    for (year, day) in known { #expect(Day(number: ThirtyThreeYearRule.nowruz(year)) == Day(day), "\(year)") }
  }

  @Test("Nowruz of 1300 to 1450 is where the 33-year rule has it, and so is the last day before it")
  func nowruz() {
    for year in 1300...1450 {
      let first = Day(number: ThirtyThreeYearRule.nowruz(year))
      #expect(WrittenDate.read("\(year)/01/01", .jalali) == first, "\(year)")
      #expect(WrittenDate.jalali(first) == (year, 1, 1))
      let leap = WrittenDate.read("\(year)/12/30", .jalali)
      #expect(leap?.number == (ThirtyThreeYearRule.isLeap(year) ? ThirtyThreeYearRule.nowruz(year + 1) - 1 : nil))
    }
  }

  @Test("30 Esfand exists in 1403 and 1408 and not in 1404")
  func esfand() {
    #expect(WrittenDate.read("1403/12/30", .jalali) == Day("2025-03-20"))
    #expect(WrittenDate.read("1408/12/30", .jalali) == Day("2030-03-20"))
    #expect(WrittenDate.read("1404/12/30", .jalali) == nil)
    #expect(WrittenDate.read("1404/12/29", .jalali) == Day("2026-03-20"))
  }

  @Test("every day from 1380 to 1420 is read, written and the day after the one before")
  func everyDay() {
    var number = ThirtyThreeYearRule.nowruz(1380)
    var wrong: [String] = []
    for year in 1380...1420 {
      for month in 1...12 {
        for day in 1...ThirtyThreeYearRule.length(month, of: year) {
          let written = "\(year)/\(month)/\(day)"
          if WrittenDate.read(written, .jalali)?.number != number { wrong.append(written) }
          if WrittenDate.jalali(Day(number: number)) != (year, month, day) { wrong.append("\(number)") }
          number += 1
        }
        let beyond = "\(year)/\(month)/\(ThirtyThreeYearRule.length(month, of: year) + 1)"
        if WrittenDate.read(beyond, .jalali) != nil { wrong.append(beyond) }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
    #expect(number == ThirtyThreeYearRule.nowruz(1421))
  }

  @Test("what is no date is none, in either calendar")
  func noDate() {
    let texts = [
      "", "1405", "1405/08", "1405/08/28/01", "1405/13/01", "1405/00/01", "1405/01/00", "1405/01/32", "1405/07/31",
      "0/01/01", "1405.08.28", "a/b/c", "1405/08/2x", "99999999999999999999/1/1", "1405/1/99999999999999999999",
    ]
    for text in texts {
      #expect(WrittenDate.read(text, .jalali) == nil, "\(text)")
      #expect(WrittenDate.read(text.replacingOccurrences(of: "07/31", with: "06/31"), .gregorian) == nil, "\(text)")
    }
    #expect(WrittenDate.read("2026/02/29", .gregorian) == nil)
    #expect(WrittenDate.read("2028/02/29", .gregorian) == Day("2028-02-29"))
  }

  @Test("signs and doubled strokes make no date")
  func signs() {
    for text in ["+1405/+08/+28", "1405//08/28", "/1405/08/28", "1405/08/28/", "--1405-08-28", "1405/ +8/28"] {
      #expect(WrittenDate.read(text, .jalali) == nil, "\(text)")
    }
  }

  @Test("a period that ends before it begins is refused on its line, and one of a single day is read")
  func period() throws {
    let text = try Checkout.order("proper.xml")
    let backwards = try text.changing("<through>۱۴۰۵/۰۴/۳۱", to: "<through>۱۴۰۴/۱۲/۲۹")
    #expect(refusal(ofOrder: backwards)?.line == (try text.line(of: "<period>")))
    let single = try text.changing("<through>۱۴۰۵/۰۴/۳۱", to: "<through>۱۴۰۵/۰۱/۰۱")
    let order = try OrderDocument(reading: Array(single.utf8))
    #expect(order.from == order.through)
  }

  @Test("a day to answer by that lies before the day of issue is refused on its line, and the day itself is read")
  func answerBy() throws {
    let text = try Checkout.order("proper.xml")
    let before = try text.changing("<answer-by>۱۴۰۵/۰۹/۱۱", to: "<answer-by>۱۴۰۵/۰۸/۲۷")
    let reason = "the day to answer by lies before the day of issue"
    #expect(refusal(ofOrder: before) == IntakeFault(line: try text.line(of: "<answer-by>"), reason: reason))
    let same = try text.changing("<answer-by>۱۴۰۵/۰۹/۱۱", to: "<answer-by>۱۴۰۵/۰۸/۲۸")
    #expect(try OrderDocument(reading: Array(same.utf8)).answerBy == Day("2026-11-19"))
  }

  @Test(
    "a year of the one calendar in an order of the other is refused on its line",
    arguments: [
      ("<issued>۱۴۰۵/۰۸/۲۸", "<issued>2026/11/19"), ("<answer-by>۱۴۰۵/۰۹/۱۱", "<answer-by>۲۰۲۶/۱۲/۰۲"),
      ("<from>۱۴۰۵/۰۱/۰۱", "<from>2026-03-21"), ("<through>۱۴۰۵/۰۴/۳۱", "<through>2026-07-22"),
    ])
  func otherCalendar(written: String, other: String) throws {
    let text = try Checkout.order("proper.xml")
    let name = String(written.prefix { $0 != ">" }) + ">"
    let fault = try #require(refusal(ofOrder: try text.changing(written, to: other)))
    #expect(fault.line == (try text.line(of: name)))
    #expect(fault.reason == "\(name) lies centuries away in the jalali calendar: is the order in the other one?")
    let gregorian = try text.changing("calendar=\"jalali\"", to: "calendar=\"gregorian\"")
    #expect(refusal(ofOrder: gregorian)?.reason.contains("centuries away in the gregorian calendar") == true)
  }

  @Test("every Gregorian day from 1900 to 2100 is that of Foundation's calendar")
  func gregorian() throws {
    var calendar = Foundation.Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let first = try #require(Day("1900-01-01")).number
    let last = try #require(Day("2100-12-31")).number
    var wrong: [Int] = []
    for number in first...last {
      let date = Date(timeIntervalSince1970: Double(number) * 86_400)
      let parts = calendar.dateComponents([.year, .month, .day], from: date)
      let (year, month, day) = Day(number: number).gregorian
      if parts.year != year || parts.month != month || parts.day != day { wrong.append(number) }
      if Day(year: year, month: month, day: day)?.number != number { wrong.append(number) }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
    #expect(last - first + 1 == 73_414)
  }
}
