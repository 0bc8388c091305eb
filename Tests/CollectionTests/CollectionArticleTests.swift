import Casework
import Collection
import CollectionSQLite
import Foundation
import TestTools
import Testing

// The code of the article on Collection. A test compares the article's code with this file line by line, so neither can
// change alone.

struct Printer: GatheringSink {
  var lines: [String] = []

  mutating func begin(_ collection: String, columns: [String]) {
    lines.append("\(collection): \(columns.joined(separator: ", "))")
  }

  mutating func add(_ row: [Cell]) {
    lines.append(row.map { if case .text(let text) = $0 { text } else { "-" } }.joined(separator: ", "))
  }
}

@Suite("The article on Collection")
struct CollectionArticleTests {
  private func dataset() throws -> Dataset {
    let digest = try #require(Digest(String(repeating: "0", count: 64)))
    let annotation = """
      dataset:
        - fides_key: shop
          collections:
            - name: customers
              fides_meta: { amanat_time: standing }
              fields:
                - name: id
                  data_categories: [user.unique_id]
                  fides_meta: { primary_key: True, identity: account_id }
                - name: email
                  data_categories: [user.contact.email]
                  fides_meta: { identity: email }
                - name: note
            - name: orders
              fides_meta: { amanat_time: placed_at }
              fields:
                - name: id
                  fides_meta: { primary_key: True }
                - name: customer_id
                  fides_meta: { references: [{ dataset: shop, field: customers.id, direction: from }] }
                - name: placed_at
                  data_categories: [user.behavior.purchase_history]
                - name: total
                  data_categories: [user.behavior.purchase_history]
                - name: sent_to
                  fides_meta: { references: [{ dataset: shop, field: customers.id, direction: to }] }
      """
    let dataset = try Dataset(reading: annotation, digest: digest)
    return dataset
  }

  private static var article: String {
    get throws {
      try String(
        contentsOf: Checkout.root.appending(path: "Sources/Collection/Collection.docc/Collection.md"), encoding: .utf8)
    }
  }

  @Test("the plan is printed as the article shows it")
  func plan() throws {
    let dataset = try dataset()
    let plans = OwnershipPlan.plans(for: dataset)
    print(plans[0])
    #expect(try Self.article.contains("```\n\(plans[0])\n```"))
  }

  @Test("the rows are gathered as the article shows them")
  func gathering() throws {
    let folder = try Checkout.temporary("article")
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "shop.sqlite")
    try Tool.sqlite(
      file,
      """
      CREATE TABLE customers(id INTEGER PRIMARY KEY, email TEXT, note TEXT);
      CREATE TABLE orders(id INTEGER PRIMARY KEY, customer_id INTEGER, placed_at TEXT, total INTEGER, sent_to INTEGER);
      INSERT INTO customers VALUES (1, 'maryam@example.com', 'x'), (2, 'omid@example.com', 'y');
      INSERT INTO orders VALUES (1, 1, '2026-04-03T18:25:43Z', 1200, 2), (2, 1, '2026-09-01T00:00:00Z', 30, 1),
        (3, 2, '2026-04-03T18:25:43Z', 7, 1);
      """)
    let source = try SQLiteDataSource(path: file.path)
    let dataset = try dataset()
    let person = Subject(ordinal: 1, identifiers: [.email: "maryam@example.com"])
    let spring = DaySet(from: Day("2026-03-21")!, through: Day("2026-06-20")!)
    let granted = Scope(targets: [1], categories: [DataCategory("user.behavior")!], days: spring)
    let grant = Grant(granted: granted, requested: granted, day: { $0.day })
    var printer = Printer()
    let gathering = try source.gather([person], dataset: dataset, under: grant, into: &printer)
    #expect(try Self.article.contains("```\n\(printer.lines.joined(separator: "\n"))\n```"))
    #expect(
      gathering.withheld.map { "\($0.collection).\($0.column ?? "*") \($0.reason) \($0.count)" } == [
        "customers.* anotherPerson 1", "customers.email notRequested 1", "customers.id notRequested 1",
        "customers.note notAnnotated 1", "orders.* outsidePeriod 1", "orders.customer_id notAnnotated 1",
        "orders.id notAnnotated 1", "orders.sent_to notAnnotated 1",
      ])
    #expect(
      gathering.scope
        == Scope(
          targets: [1], categories: [DataCategory("user.behavior.purchase_history")!], days: spring))
  }

  @Test("the article's code is the code that these tests run")
  func code() throws {
    let test = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
    func plain(_ text: some StringProtocol) -> String {
      text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: "\n")
    }
    let blocks = try Self.article.components(separatedBy: "```swift\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
    #expect(blocks.count == 4)
    for block in blocks { #expect(plain(test).contains(plain(block)), "not run: \(block)") }
  }
}
