import Casework
import Foundation
import Testing

/// Computes Jalali dates by arithmetic alone: eight years of every 33 are leap years, at fixed places in the cycle. The
/// rule agrees with the vernal equinox in Tehran from 1304 to 1501. 1 Farvardin 1300 was 21 March 1921.
private struct ThirtyThreeYearRule {
  static func isLeap(_ year: Int) -> Bool { [1, 5, 9, 13, 17, 22, 26, 30].contains(year % 33) }

  static func length(_ month: Int, of year: Int) -> Int { month <= 6 ? 31 : month < 12 || isLeap(year) ? 30 : 29 }

  static func nowruz(_ year: Int) -> Int {
    // -17,818 is 21 March 1921, counted in days from 1 January 1970.
    (1300..<year).reduce(-17_818) { $0 + (isLeap($1) ? 366 : 365) }
  }
}

@Suite("Calendars")
struct CalendarTests {
  @Test("the 33-year rule gives the known Nowruz of thirteen years")
  func rule() {
    let known = [
      (1300, "1921-03-21"), (1304, "1925-03-21"), (1357, "1978-03-21"), (1358, "1979-03-21"), (1375, "1996-03-20"),
      (1380, "2001-03-21"), (1399, "2020-03-20"), (1400, "2021-03-21"), (1403, "2024-03-20"), (1404, "2025-03-21"),
      (1405, "2026-03-21"), (1408, "2029-03-20"), (1409, "2030-03-21"),
    ]
    for (year, day) in known { #expect(Day(number: ThirtyThreeYearRule.nowruz(year)) == Day(day), "\(year)") }
  }

  @Test("Nowruz and 30 Esfand of 1304 to 1501 agree with the 33-year rule")
  func nowruz() {
    for year in 1304...1501 {
      let first = Day(number: ThirtyThreeYearRule.nowruz(year))
      #expect(CalendarKind.jalali.day(written: "\(year)/01/01") == first, "\(year)")
      #expect(CalendarKind.jalali.date(of: first) == CalendarDate(calendar: .jalali, year: year, month: 1, day: 1))
      let leap = CalendarKind.jalali.day(written: "\(year)/12/30")
      #expect(leap?.number == (ThirtyThreeYearRule.isLeap(year) ? ThirtyThreeYearRule.nowruz(year + 1) - 1 : nil))
    }
  }

  @Test("30 Esfand exists in 1403 and 1408 and not in 1404")
  func esfand() {
    #expect(CalendarKind.jalali.day(written: "1403/12/30") == Day("2025-03-20"))
    #expect(CalendarKind.jalali.day(written: "1408/12/30") == Day("2030-03-20"))
    #expect(CalendarKind.jalali.day(written: "1404/12/30") == nil)
    #expect(CalendarKind.jalali.day(written: "1404/12/29") == Day("2026-03-20"))
  }

  @Test("every day from 1304 to 1501 is read and written, and follows the day before it")
  func everyDay() {
    var number = ThirtyThreeYearRule.nowruz(1304)
    var wrong: [String] = []
    for year in 1304...1501 {
      for month in 1...12 {
        for day in 1...ThirtyThreeYearRule.length(month, of: year) {
          let written = "\(year)/\(month)/\(day)"
          if CalendarKind.jalali.day(written: written)?.number != number { wrong.append(written) }
          let date = CalendarDate(calendar: .jalali, year: year, month: month, day: day)
          if CalendarKind.jalali.date(of: Day(number: number)) != date { wrong.append("\(number)") }
          number += 1
        }
        let beyond = "\(year)/\(month)/\(ThirtyThreeYearRule.length(month, of: year) + 1)"
        if CalendarKind.jalali.day(written: beyond) != nil { wrong.append(beyond) }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
    #expect(number == ThirtyThreeYearRule.nowruz(1502))
  }

  @Test("text that is not a date is refused in both calendars")
  func noDate() {
    let texts = [
      "", "1405", "1405/08", "1405/08/28/01", "1405/13/01", "1405/00/01", "1405/01/00", "1405/01/32", "1405/07/31",
      "0/01/01", "1405.08.28", "a/b/c", "1405/08/2x", "99999999999999999999/1/1", "1405/1/99999999999999999999",
    ]
    for text in texts {
      #expect(CalendarKind.jalali.day(written: text) == nil, "\(text)")
      #expect(
        CalendarKind.gregorian.day(written: text.replacingOccurrences(of: "07/31", with: "06/31")) == nil, "\(text)")
    }
    #expect(CalendarKind.gregorian.day(written: "2026/02/29") == nil)
    #expect(CalendarKind.gregorian.day(written: "2028/02/29") == Day("2028-02-29"))
  }

  @Test("dates with signs, spaces or extra separators are refused")
  func signs() {
    for text in ["+1405/+08/+28", "1405//08/28", "/1405/08/28", "1405/08/28/", "--1405-08-28", "1405/ +8/28"] {
      #expect(CalendarKind.jalali.day(written: text) == nil, "\(text)")
    }
  }

  @Test("every Gregorian day from 1900 to 2100 agrees with Foundation's calendar")
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

  private static let persian: Foundation.Calendar = {
    var calendar = Foundation.Calendar(identifier: .persian)
    calendar.timeZone = .gmt
    return calendar
  }()

  @Test("every day from 1304 to 1501 agrees with Foundation's Persian calendar")
  func foundation() throws {
    let first = try #require(CalendarKind.jalali.day(year: 1304, month: 1, day: 1)).number
    let last = try #require(CalendarKind.jalali.day(written: "1501/12/29")).number
    var wrong: [Int] = []
    for number in first...last {
      let date = Date(timeIntervalSince1970: Double(number) * 86_400)
      let parts = Self.persian.dateComponents([.year, .month, .day], from: date)
      let ours = CalendarKind.jalali.date(of: Day(number: number))
      if ours?.year != parts.year || ours?.month != parts.month || ours?.day != parts.day { wrong.append(number) }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
    #expect(last - first + 1 == 72_318)
  }

  @Test("every day from 1304 to 1501 agrees with jdatetime, an independent Python library")
  func jdatetime() throws {
    let first = try #require(CalendarKind.jalali.day(year: 1304, month: 1, day: 1)).number
    let last = try #require(CalendarKind.jalali.day(written: "1501/12/29")).number
    // The FNV-1a hash of one line "number year/month/day" for each day. The expected value was computed with jdatetime
    // 6.1.1.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for number in first...last {
      let date = try #require(CalendarKind.jalali.date(of: Day(number: number)))
      for byte in "\(number) \(date.year)/\(date.month)/\(date.day)\n".utf8 {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
      }
    }
    #expect(hash == 0x6bcb_b26c_bf27_5769)
  }

  @Test("years outside the supported range are refused, from a date and from a day number")
  func outside() throws {
    for year in [1, 1303, 1502, 3000] {
      #expect(CalendarKind.jalali.day(year: year, month: 1, day: 1) == nil)
      #expect(CalendarKind.jalali.length(ofMonth: 1, in: year) == nil)
    }
    let first = try #require(CalendarKind.jalali.day(written: "1304/01/01"))
    let last = try #require(CalendarKind.jalali.day(written: "1501/12/29"))
    #expect(CalendarKind.jalali.date(of: Day(number: first.number - 1)) == nil)
    #expect(CalendarKind.jalali.date(of: Day(number: last.number + 1)) == nil)
    #expect(CalendarKind.jalali.day(last, plusMonths: 1) == nil)
    #expect(CalendarKind.gregorian.day(year: 0, month: 12, day: 31) == nil)
  }

  static let months: [(CalendarKind, String, Int, String)] = [
    (.jalali, "1405/01/31", 6, "1405/07/30"), (.jalali, "1405/10/30", 2, "1405/12/29"),
    (.jalali, "1403/09/30", 3, "1403/12/30"), (.jalali, "1405/12/01", 1, "1406/01/01"),
    (.jalali, "1405/09/01", 12, "1406/09/01"), (.gregorian, "2026-11-30", 3, "2027-02-28"),
    (.gregorian, "2027-11-30", 3, "2028-02-29"), (.gregorian, "2026-12-31", 1, "2027-01-31"),
    (.gregorian, "2026-01-31", 0, "2026-01-31"),
  ]

  @Test("months are added in the given calendar, up to the end of a shorter month", arguments: months)
  func plusMonths(calendar: CalendarKind, from: String, months: Int, to: String) throws {
    let start = try #require(calendar.day(written: from))
    #expect(calendar.day(start, plusMonths: months) == calendar.day(written: to))
  }
}
