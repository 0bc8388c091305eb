import Casework
import TestTools
import Testing

@testable import Packaging

/// Tests a table of two targets who were granted different categories.
@Suite("Tables of a package")
struct TableCheckTests {
  private func problem(
    _ rows: [String], columns: [(String, [String])]? = [("phone", ["user.contact"]), ("total", ["user.payment"])],
    withheld: [Withheld] = []
  ) throws -> PackageProblem? {
    let days = DaySet(from: try #require(Day("2026-03-21")), through: try #require(Day("2026-07-22")))
    let (contact, payment) = (try #require(DataCategory("user.contact")), try #require(DataCategory("user.payment")))
    let digest = try #require(Digest(String(repeating: "ab", count: 32)))
    let collected = Collected(
      package: Commitment(digest), order: Commitment(digest), grant: digest,
      scope: Scope(targets: [1, 2], categories: [contact], days: days)
        .union(Scope(targets: [1], categories: [payment], days: days)),
      annotation: digest, recipient: digest, counts: [], withheld: withheld)
    let listed = columns.map { $0.map { Statement.Column(name: $0.0, categories: $0.1.compactMap(DataCategory.init)) } }
    let table = Statement.Table(
      collection: "orders", file: "orders.csv", columns: listed, rows: rows.count - 1, selection: "")
    do throws(PackageProblem) {
      try TableCheck(table: table, collected: collected, targets: [1, 2, 3])
        .read(Array(rows.map { $0 + "\r\n" }.joined().utf8))
      return nil
    } catch {
      return error
    }
  }

  @Test("a target has values only in the columns that were granted for it")
  func values() throws {
    let header = "target,phone,total"
    #expect(try problem([header, "1,a,b", "2,a,", "1,,", "2,,"]) == nil)
    #expect(try problem([header]) == nil)
    for row in ["2,a,b", "2,,b", "2,,\"\""] {
      #expect(try problem([header, row]) == .valueNotGranted(collection: "orders"), "\(row)")
    }
    for row in ["3,,", "4,,", ",a,", "+1,a,", "1 ,a,"] {
      #expect(try problem([header, row]) == .target(collection: "orders"), "\(row)")
    }
    // A statement of the older format lists no columns.
    #expect(try problem([header, "2,a,b"], columns: nil) == nil)
    #expect(try problem([header, "3,,"], columns: nil) == .target(collection: "orders"))
  }

  @Test("every category of a column must be granted for one target")
  func categories() throws {
    for (categories, isGranted) in [
      (["user.contact", "user.payment"], true), (["user.contact.email"], true), (["user"], false), ([], false),
      (["user.contact", "user.content"], false),
    ] {
      let found = try problem(["target,x"], columns: [("x", categories)])
      #expect(found == (isGranted ? nil : .columnNotGranted(collection: "orders")), "\(categories)")
    }
  }

  @Test("a withheld column is no column of the table, except where another target was granted it")
  func withheld() throws {
    func found(_ reason: Withheld.Reason, _ column: String?, _ columns: [(String, [String])]?) throws -> PackageProblem?
    {
      try problem(
        ["target,phone"], columns: columns,
        withheld: [Withheld(collection: "orders", column: column, reason: reason, count: 1)])
    }
    for columns in [[("phone", ["user.contact"])], nil] as [[(String, [String])]?] {
      #expect(try found(.notAnnotated, "phone", columns) == .columnWithheld(collection: "orders"))
      #expect(try found(.notAnnotated, nil, columns) == .columnWithheld(collection: "orders"))
      #expect(try found(.notAnnotated, "note", columns) == nil)
      #expect(try found(.notGranted, "phone", columns) == nil)
      #expect(try found(.anotherPerson, nil, columns) == nil)
    }
  }

  @Test("the header begins with the target, and is complete")
  func header() throws {
    for header in ["phone,total", "target,total,phone", "target,phone", "Target,phone,total", "target,phone,total,x"] {
      #expect(try problem([header]) == .header(collection: "orders"), "\(header)")
    }
    #expect(try problem(["target,,total"]) == .table(collection: "orders"))
    #expect(try problem([""]) == .table(collection: "orders"))
  }
}
