import Casework
import Foundation
import TestTools
import Testing

/// Compares scopes with sets of points (person, category, day): each operation must give the same points as the set
/// operation of the same name.
@Suite("Scope")
struct ScopeTests {
  /// A point of the small world in which scopes are compared.
  struct Point: Hashable {
    var target: Int
    var category: String
    var day: Int
  }

  static let categories = ["user", "user.contact", "user.contact.email", "user.contacts", "user.name", "system"]
  static let days = 100...107

  private static func points(_ scope: Scope) -> Set<Point> {
    var result: Set<Point> = []
    for target in 1...2 {
      for name in categories {
        guard let category = DataCategory(name) else { continue }
        for day in days where scope.days(target: target, category: category).contains(Day(number: day)) {
          result.insert(Point(target: target, category: name, day: day))
        }
      }
    }
    return result
  }

  /// Returns a random scope and its set of points, which is built by plain set operations.
  private static func random(_ generator: inout SplitMix) -> (Scope, Set<Point>) {
    var scope = Scope()
    var points: Set<Point> = []
    for _ in 0..<Int.random(in: 0...5, using: &generator) {
      let target = Int.random(in: 1...2, using: &generator)
      let name = categories.randomElement(using: &generator) ?? "user"
      let first = Int.random(in: days, using: &generator)
      let last = Int.random(in: first...days.upperBound, using: &generator)
      guard let category = DataCategory(name) else { continue }
      let part = Scope(
        targets: [target], categories: [category], days: DaySet(from: Day(number: first), through: Day(number: last)))
      // A category covers itself and every name that begins with it and a dot.
      let partPoints = Set(
        categories.filter { $0 == name || $0.hasPrefix(name + ".") }.flatMap { below in
          (first...last).map { Point(target: target, category: below, day: $0) }
        })
      if Bool.random(using: &generator) {
        scope = scope.union(part)
        points.formUnion(partPoints)
      } else {
        scope = scope.subtracting(part)
        points.subtract(partPoints)
      }
    }
    return (scope, points)
  }

  @Test("union, intersection, difference and subset agree with sets of points", .seeded)
  func operationsAreThoseOfSets() {
    var generator = Seed.generator()
    var subsets = 0
    for _ in 0..<1500 {
      let (left, leftPoints) = Self.random(&generator)
      let (right, rightPoints) = Self.random(&generator)
      #expect(Self.points(left) == leftPoints, "\(left)")
      #expect(Self.points(left.union(right)) == leftPoints.union(rightPoints), "\(left) ∪ \(right)")
      #expect(Self.points(left.intersection(right)) == leftPoints.intersection(rightPoints), "\(left) ∩ \(right)")
      #expect(Self.points(left.subtracting(right)) == leftPoints.subtracting(rightPoints), "\(left) ∖ \(right)")
      if left.isSubset(of: right) {
        subsets += 1
        #expect(leftPoints.isSubset(of: rightPoints), "\(left) ⊆ \(right)")
      }
      #expect(left.isSubset(of: right) == left.subtracting(right).isEmpty, "\(left) ⊆ \(right)")
      #expect(left.intersection(right).isSubset(of: left))
      #expect(left.subtracting(right).intersection(right).isEmpty)
      #expect(left.isSubset(of: left.union(right)))
    }
    #expect((100...1_400).contains(subsets), "\(subsets) subsets")
  }

  @Test("equal sets are equal values, however they were built")
  func oneFormForOneSet() throws {
    let contact = try #require(DataCategory("user.contact"))
    let email = try #require(DataCategory("user.contact.email"))
    let days = DaySet(from: Day(number: 1), through: Day(number: 9))
    let whole = Scope(targets: [1], categories: [contact], days: days)
    let part = Scope(targets: [1], categories: [email], days: days)
    #expect(whole.union(part) == whole)
    #expect(whole.subtracting(part).union(part) == whole)
    #expect(whole.subtracting(whole) == Scope())
    #expect(whole.subtracting(part).days(target: 1, category: email).isEmpty)
  }

  @Test("adjacent days are joined, and every set of days has one spelling")
  func daysAreNormal() throws {
    let first = DaySet(from: Day(number: 0), through: Day(number: 3))
    let second = DaySet(from: Day(number: 4), through: Day(number: 6))
    #expect(first.union(second).description == "1970-01-01..1970-01-07")
    #expect(first.union(second).subtracting(DaySet(from: Day(number: 2), through: Day(number: 2))).ranges.count == 2)
    for text in [
      "1970-01-01..1970-01-04,1970-01-05..1970-01-07", "1970-01-04..1970-01-01", "1970-1-1..1970-01-04", "x",
    ] {
      #expect(DaySet(text) == nil, "\(text)")
    }
    #expect(DaySet("")?.isEmpty == true)
    #expect(DaySet(from: Day(number: 3), through: Day(number: 2)).isEmpty)
  }

  @Test("a category covers others by whole segments")
  func wholeSegments() throws {
    let contact = try #require(DataCategory("user.contact"))
    #expect(contact.covers(try #require(DataCategory("user.contact.email"))))
    #expect(contact.covers(contact))
    #expect(!contact.covers(try #require(DataCategory("user.contacts"))))
    #expect(!contact.covers(try #require(DataCategory("user"))))
    for text in ["", ".", "user.", ".user", "user..contact", "User", "user contact", "user.ｃontact"] {
      #expect(DataCategory(text) == nil, "\(text)")
    }
  }
}

@Suite("Values with one spelling")
struct SpellingTests {
  @Test("a moment is read only in the form in which it is printed")
  func moments() {
    for text in ["1969-12-31T23:59:59Z", "1970-01-01T00:00:00Z", "2000-02-29T12:00:00Z", "2026-11-22T08:30:00Z"] {
      #expect(Instant(text)?.description == text)
    }
    for text in [
      "2026-11-22T24:00:00Z", "2026-02-29T00:00:00Z", "2026-11-22 08:30:00Z", "2026-11-22T08:30:00+00:00",
      "2026-11-22T08:30:00.0Z", "2026-11-22T08:30:60Z", "",
    ] {
      #expect(Instant(text) == nil, "\(text)")
    }
  }

  @Test("a case number is read only in the form in which it is printed")
  func numbers() {
    for text in ["1405-0001", "1405-12345"] { #expect(CaseNumber(text)?.description == text) }
    for text in ["1405-1", "1405-00001", "1405-0000", "1405--001", "405-0001", "1405-0001 ", "۱۴۰۵-۰۰۰۱"] {
      #expect(CaseNumber(text) == nil, "\(text)")
    }
  }

  @Test("Persian text is normalised before it is compared: letters, digits, spaces, marks")
  func persian() throws {
    #expect(PersianText.normalized(" مريم  رستمي‌نژاد\u{200F} ") == "مریم رستمی نژاد")
    #expect(PersianText.normalized("كتاب") == "کتاب")
    #expect(PersianText.number("۱۴۰۵ / ٣٣٨١") == "1405/3381")
    let iran = try #require(DiallingPlan(countryCode: "98", trunkPrefix: "0"))
    #expect(IdentifierKind.phoneNumber.normalized("۰۹۰۰ ۰۰۰-۱۴۰۴", dialling: iran) == "+989000001404")
    #expect(IdentifierKind.phoneNumber.normalized("0098 21 3311 0000", dialling: iran) == "+982133110000")
    #expect(IdentifierKind.email.normalized(" Maryam@Example.COM ", dialling: .none) == "maryam@example.com")
  }
}
