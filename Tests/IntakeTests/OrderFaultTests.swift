import Casework
import TestTools
import Testing

@testable import Intake

@Suite("Orders that are wrong")
struct OrderFaultTests {
  static let faults: [(String, String, ReadingFault)] = [
    ("doctype.xml", "<!DOCTYPE", .doctype),
    ("no-such-day.xml", "<from>", .noSuchDay(field: "from", calendar: .jalali)),
    ("unknown-element.xml", "<everything/>", .unexpectedElement(nil, parent: "order")),
  ]

  @Test("an order that cannot be read is refused with its fault and its line", arguments: faults)
  func unreadable(file: String, place: String, code: ReadingFault) throws {
    let text = try Checkout.order(file)
    #expect(refusal(ofOrder: text) == IntakeFault(line: try text.line(of: place), code))
  }

  @Test("an order that is cut off is refused on its last line")
  func truncated() throws {
    let text = try Checkout.order("truncated.xml")
    let fault = try #require(refusal(ofOrder: text))
    #expect(fault.line == text.split(separator: "\n", omittingEmptySubsequences: false).count)
    #expect(fault.code == .notWellFormed(.endsEarly))
  }

  static let readable: [(String, [Rule: [Shortcoming]], [MissingPart])] = [
    ("addressed-elsewhere.xml", [.addressee: [.addressedToAnother]], []),
    ("lapsed.xml", [.force: [.lapsed(validUntil: Day(number: 20_687))]], []),
    ("no-article.xml", [.competence: [.classesNotCovered(classes: [.identity, .contact, .transactions])]], [.article]),
    ("not-particular.xml", [.particularity: [.noParticularTarget(target: 1)]], []),
    ("over-broad.xml", [.competence: [.classesNotCovered(classes: [.content])]], []),
    ("suspended-authority.xml", [.authority: [.suspendedAuthority]], []),
    ("two-persons-one-number.xml", [:], []),
    (
      "unbounded.xml",
      [
        .particularity: [.unboundedPeriod],
        .competence: [.classesNotCovered(classes: [.identity, .contact, .transactions])],
      ], [.period]
    ),
    (
      "unknown-authority.xml",
      [
        .authority: [.unknownAuthority], .destination: [.unknownAuthority],
        .competence: [.unknownAuthority, .classesNotCovered(classes: [.identity, .contact, .transactions])],
      ], []
    ),
    ("duplicate-number.xml", [:], []),
    ("proper.xml", [:], []),
  ]

  @Test("an order that can be read has the expected shortcomings and missing parts, and no others", arguments: readable)
  func shortcomings(file: String, expected: [Rule: [Shortcoming]], missing: [MissingPart]) throws {
    let office = try TestRegisters()
    let order = try readOrder(Checkout.bytes("Fixtures/Orders/\(file)"))
    #expect(try office.shortcomings(of: order) == expected)
    #expect(try office.receipt(of: order).missing == missing)
  }

  @Test("every fixture is in these tests")
  func complete() throws {
    let named = Self.faults.map(\.0) + Self.readable.map(\.0) + ["truncated.xml"]
    #expect(try Checkout.orders() == named.sorted())
  }

  @Test("the lapsed order lapsed on 31 Mordad 1405")
  func lapsed() throws {
    let order = try readOrder(Checkout.bytes("Fixtures/Orders/lapsed.xml"))
    #expect(order.validUntil == Day("2026-08-22"))
  }

  @Test("a duplicate has the identity of the first order, even with other digits and other targets")
  func duplicate() throws {
    let first = try readOrder(Checkout.bytes("Fixtures/Orders/proper.xml"))
    let second = try readOrder(Checkout.bytes("Fixtures/Orders/duplicate-number.xml"))
    #expect(first.identity != nil && first.identity == second.identity && first.targets != second.targets)
    let office = try TestRegisters()
    let earlier = CaseNumber(year: 1405, serial: 1)
    let found = try office.shortcomings(of: second, after: [earlier])
    #expect(found == [.uniqueness: [.alreadyReceived(number: earlier)]])
  }

  @Test("no other fixture has the identity of the proper order")
  func identities() throws {
    let orders = try Self.readable.map { try readOrder(Checkout.bytes("Fixtures/Orders/\($0.0)")) }
    #expect(Set(orders.compactMap(\.identity)).count == orders.count - 1)
  }

  @Test("two persons with one telephone number are read as one target")
  func oneNumber() throws {
    let order = try readOrder(Checkout.bytes("Fixtures/Orders/two-persons-one-number.xml"))
    #expect(order.targets == [Target(ordinal: 1, identifiers: [.phoneNumber: "+989000001500"])])
  }

  @Test("a period may end on the day of issue, and not after it")
  func periodAfterIssue() throws {
    let text = try Checkout.order("proper.xml")
    let last = try readOrder(
      Array(try text.changing("<through>۱۴۰۵/۰۴/۳۱<", to: "<through>۱۴۰۵/۰۸/۲۸<").utf8))
    #expect(try TestRegisters().shortcomings(of: last).isEmpty)
    let beyond = try readOrder(
      Array(try text.changing("<through>۱۴۰۵/۰۴/۳۱<", to: "<through>۱۴۰۵/۰۸/۲۹<").utf8))
    let through = try #require(Day("2026-11-20"))
    #expect(try TestRegisters().shortcomings(of: beyond) == [.particularity: [.periodAfterIssue(through: through)]])
  }

  @Test("an order issued tomorrow is not in force today")
  func future() throws {
    let text = try Checkout.order("proper.xml").changing("<issued>۱۴۰۵/۰۸/۲۸<", to: "<issued>۱۴۰۵/۰۹/۰۲<")
    let order = try readOrder(Array(text.utf8))
    let issued = try #require(Day("2026-11-23"))
    #expect(try TestRegisters().shortcomings(of: order) == [.force: [.issuedInFuture(issued: issued)]])
  }
}
