import Casework
import Foundation
import Packaging
import Testing
import Wording

@Suite("Statement")
struct StatementTests {
  private static let digest = String(repeating: "ab", count: 32)

  /// Every count is a number that occurs nowhere else in a statement, so that a test can search for it.
  private static let hidden = [
    Withheld(collection: "orders", column: nil, reason: .outsidePeriod, count: 48_611),
    Withheld(collection: "orders", column: "notes_nobody_asked", reason: .notRequested, count: 48_619),
    Withheld(collection: "orders", column: "unannotated_column", reason: .notAnnotated, count: 48_623),
    Withheld(collection: "hidden_table", column: nil, reason: .notAnnotated, count: 48_647),
    Withheld(collection: "unowned_table", column: nil, reason: .noOwner, count: 48_649),
    Withheld(collection: "messages_nobody_asked", column: nil, reason: .timeUnreadable, count: 48_661),
    Withheld(collection: "messages_nobody_asked", column: nil, reason: .outsidePeriod, count: 48_673),
  ]

  private static let told = [
    Withheld(collection: "orders", column: "address", reason: .notGranted, count: 1),
    Withheld(collection: "orders", column: nil, reason: .anotherPerson, count: 48_677),
    Withheld(collection: "orders", column: nil, reason: .timeUnreadable, count: 48_679),
  ]

  private func statement(_ withheld: [Withheld]) throws -> Statement {
    let days = DaySet(from: try #require(Day("2026-03-21")), through: try #require(Day("2026-07-22")))
    let category = try #require(DataCategory("user.behavior.purchase_history"))
    let scope = Scope(targets: [1], categories: [category], days: days)
    let order = Statement.Order(
      instrument: "court order", authority: "Branch 3, Tehran", caseNumber: "140500000001", letterNumber: "1405/3381",
      issued: try #require(Day("2026-11-01")), article: "CPC 671")
    let basis = Statement.Basis(
      dataClass: .transactions, article: "CPC 671", source: "https://example.com/cpc", confirmedBy: "unconfirmed")
    return Statement(
      discloser: "Example Shop", recipient: "Branch 3, Tehran", recipientCertificate: try #require(Digest(Self.digest)),
      preparedOn: try #require(Day("2026-11-22")), order: order, bases: [basis], requested: scope, granted: scope,
      released: scope, classesNotGranted: [.content],
      tables: [
        Statement.Table(
          collection: "orders", file: "orders.csv", columns: [Statement.Column(name: "title", categories: [category])],
          rows: 2, selection: "rows of the target")
      ],
      withheld: withheld)
  }

  private func texts(_ statement: Statement) throws -> [String] {
    [
      String(decoding: try statement.json(), as: UTF8.self),
      String(decoding: statement.certificate(in: English()), as: UTF8.self),
    ]
  }

  @Test("Data outside the period, not requested or not annotated are mentioned neither by number nor by name")
  func hidden() throws {
    let statement = try statement(Self.hidden + Self.told)
    #expect(statement.withheld == Self.told)
    for text in try texts(statement) {
      for item in Self.hidden {
        #expect(!text.contains("\(item.count)"), "\(item)")
        if let column = item.column { #expect(!text.contains(column), "\(item)") }
        if item.collection != "orders" { #expect(!text.contains(item.collection), "\(item)") }
      }
      for reason in Withheld.Reason.allCases where !Self.told.map(\.reason).contains(reason) {
        #expect(!text.contains(reason.rawValue) && !text.contains(English().text(reason).text), "\(reason)")
      }
    }
  }

  @Test("A statement does not change with withheld data of which the recipient must not know")
  func indistinguishable() throws {
    #expect(try texts(try statement(Self.hidden + Self.told)) == texts(try statement(Self.told)))
    #expect(try texts(try statement(Self.hidden)) == texts(try statement([])))
  }

  @Test("Rows of other persons are mentioned only in collections that are disclosed")
  func others() throws {
    let elsewhere = Withheld(collection: "messages_nobody_asked", column: nil, reason: .anotherPerson, count: 48_731)
    #expect(try statement([elsewhere]).withheld.isEmpty)
  }

  @Test("Requested data that are withheld are listed with number and reason")
  func told() throws {
    let statement = try statement(Self.hidden + Self.told)
    let (json, certificate) = (try texts(statement)[0], try texts(statement)[1])
    for item in Self.told {
      #expect(json.contains("\(item.count)") && json.contains(item.reason.rawValue), "\(item)")
      #expect(certificate.contains("\(item.count), \(English().text(item.reason).text)"), "\(item)")
    }
    #expect(certificate.contains("orders.address: 1, columns that were requested but not granted"))
  }

  @Test("The JSON is sorted, ends with a line end, and decodes to the same statement")
  func json() throws {
    let statement = try statement(Self.told)
    let json = try statement.json()
    #expect(try JSONDecoder().decode(Statement.self, from: Data(json)) == statement)
    #expect(json.last == 0x0A && statement.format == "amanat-disclosure-2")
    #expect(try statement.json() == json)
    let text = String(decoding: json, as: UTF8.self)
    let keys = ["\"bases\"", "\"discloser\"", "\"format\"", "\"granted\"", "\"order\"", "\"withheld\""]
    let places = keys.compactMap { text.firstRange(of: "\n  " + $0)?.lowerBound }
    #expect(places.count == keys.count && places == places.sorted())
  }

  @Test("The certificate names the parties, the order, the basis, the contents and the recipient's certificate")
  func certificate() throws {
    let text = try texts(try statement([]))[1]
    let wanted = [
      "Example Shop", "Branch 3, Tehran", "court order", "140500000001", "1405/3381", "2026-11-01", "CPC 671",
      "https://example.com/cpc", "unconfirmed", "orders.csv: 2 rows", Self.digest, "content",
    ]
    for word in wanted { #expect(text.contains(word), "\(word)") }
  }

  @Test("The certificate says that it does not list everything, whether or not something was withheld")
  func notListed() throws {
    let outside =
      "  Rows outside the grant, and columns that were not asked for, are not listed, whether or not there are any.\n"
    let hidden = try texts(try statement(Self.hidden))[1]
    #expect(hidden.contains("Withheld\n  of what was granted: nothing\n" + outside))
    #expect(try texts(try statement(Self.told))[1].contains(outside))
    #expect(
      try texts(try statement(Self.hidden))[0].contains("\"notListed\" : \"rows, and columns that were not asked"))
  }
}
