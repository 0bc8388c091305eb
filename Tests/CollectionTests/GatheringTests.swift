import Casework
import Collection
import CollectionSQLite
import Foundation
import TestSupport
import TestTools
import Testing

private let fidesCorpus = Checkout.root.deletingLastPathComponent().appending(path: "shared/corpora/fides")

/// Gathers from the shop of the fixtures under several grants.
@Suite("Gathering")
struct GatheringTests {
  static let target = Subject(
    ordinal: 1, identifiers: [.nationalID: "9990014043", .name: PersianText.normalized("مریم رستمی‌نژاد")])
  /// The dialling plan of the shop's country.
  static let dialling = DiallingPlan(countryCode: "98", trunkPrefix: "0") ?? .none
  static let year = DaySet(
    from: Day(number: 20_533), through: Day(number: 20_656))  // 2026-03-21 … 2026-07-22

  private func dataset(_ change: (String) -> String = { $0 }) throws -> Dataset {
    let text = try String(contentsOf: Checkout.fixture("Shop/shop.yml"), encoding: .utf8)
    return try Dataset(change(text))
  }

  private func scope(_ names: [String], targets: [Int] = [1], days: DaySet = year) throws -> Scope {
    try CollectionTests.scope(names, targets: targets, days: days)
  }

  private func gather(
    _ subjects: [Subject] = [target], _ dataset: Dataset? = nil, granted: Scope, requested: Scope? = nil
  ) throws -> (rows: Rows, gathering: Gathering) {
    try SQLiteDataSource(path: Props.shared.shop.path).gatherRows(
      subjects, dataset: dataset ?? self.dataset(), granted: granted, requested: requested,
      dialling: Self.dialling, day: { Instant(seconds: $0.seconds + 12_600).day })
  }

  @Test("categories are compared by whole segments: user.contact.email gives only e-mail addresses")
  func segmentsAreWhole() throws {
    let rows = try gather(granted: scope(["user.contact.email"])).rows
    #expect(rows.tables.map(\.name) == ["customers"])
    #expect(rows.tables.first?.columns == ["target", "email"])
    #expect(try gather(granted: scope(["user.contact.em"])).rows.tables.isEmpty)
    #expect(try gather(granted: scope(["user.cont"])).rows.tables.isEmpty)
  }

  @Test("nothing granted gives nothing")
  func emptyScopeGivesNothing() throws {
    #expect(try gather(granted: Scope()).rows.tables.isEmpty)
  }

  @Test("a column of two categories leaves only when both are granted")
  func everyCategoryCounts() throws {
    let financial = try gather(granted: scope(["user.financial"])).rows
    #expect(financial["payment_cards"]?.columns == ["target", "pan_masked", "expires"])
    let both = try gather(granted: scope(["user.financial", "user.name"])).rows
    #expect(both["payment_cards"]?.columns == ["target", "pan_masked", "holder_name", "expires"])
  }

  @Test("messages in which the target is only the other party are not gathered")
  func otherSideIsNotOwner() throws {
    let messages = try #require(try gather(granted: scope(["user.content.private"])).rows["messages"])
    let own = try Tool.sqlite(
      Props.shared.shop,
      "SELECT count(*) FROM messages WHERE customer_id = 1404 AND at >= '2026-03-20T20:30:00Z' AND at < '2026-07-22T20:30:00Z'"
    )
    #expect("\(messages.rows.count)\n" == own)
    #expect(messages.columns == ["target", "at", "body"])
  }

  @Test("the gathered scope is within the granted scope, with exactly the rows of its days, for random scopes")
  func scopeOnlyNarrows() throws {
    let seed = propertySeed("the gathered scope is within the granted scope")
    var generator = SplitMix(seed: seed)
    let names = [
      "user.name", "user.contact", "user.contact.email", "user.financial", "user.payment", "user.behavior",
      "user.device", "user.content.private", "user", "user.unique_id", "system",
    ]
    // The target's logins and their days, read and computed here independently.
    let times = try Tool.sqlite(Props.shared.shop, "SELECT at FROM logins WHERE customer_id = 1404 ORDER BY id")
    let logins = times.split(separator: "\n").compactMap { line in
      Instant(String(line)).map { (at: String(line), day: Instant(seconds: $0.seconds + 12_600).day) }
    }
    #expect(logins.count > 10)
    let device = try #require(DataCategory("user.device"))
    var (compared, withheld) = (0, 0)
    for _ in 0..<40 {
      var granted = Scope()
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        // The days of the logins are the first and last days too, so that a wrong limit is found.
        func day() -> Int {
          (logins.randomElement(using: &generator)?.day.number ?? 0) + Int.random(in: -1...1, using: &generator)
        }
        let (one, other) = (day(), day())
        let days = DaySet(from: Day(number: min(one, other)), through: Day(number: max(one, other)))
        let name = Bool.random(using: &generator) ? "user.device" : names.randomElement(using: &generator)
        let part = try scope([name ?? "user"], days: days)
        granted = Bool.random(using: &generator) ? granted.union(part) : granted.subtracting(part)
      }
      let gathered = try gather(granted: granted, requested: granted)
      #expect(gathered.gathering.scope.isSubset(of: granted), "AMANAT_SEED=\(seed)")
      let days = granted.days(target: 1, category: device)
      let expected = logins.filter { days.contains($0.day) }.map { Cell.text($0.at) }
      // The time has the category of the device. In rows of other days it is withheld.
      let table = gathered.rows["logins"]
      let place = table?.columns.firstIndex(of: "at")
      let found = place.map { place in (table?.rows ?? []).map { $0[place] }.filter { $0 != .null } } ?? []
      #expect(found == expected, "AMANAT_SEED=\(seed)")
      compared += expected.count
      withheld += logins.count - expected.count
    }
    #expect(compared > 10 && withheld > 10, "\(compared) rows gathered, \(withheld) withheld, AMANAT_SEED=\(seed)")
  }

  @Test("each of two targets gets its own rows, marked with its ordinal")
  func targetsAreApart() throws {
    let other = Subject(ordinal: 2, identifiers: [.accountID: "1403"])
    let granted = try scope(["user.unique_id"]).union(scope(["user.unique_id", "user.contact.email"], targets: [2]))
    let customers = try #require(try gather([Self.target, other], granted: granted).rows.tables.first)
    #expect(customers.columns == ["target", "id", "email"])
    #expect(customers.rows[0] == [.text("1"), .text("1404"), .null])
    #expect(Array(customers.rows[1].prefix(2)) == [.text("2"), .text("1403")])
    #expect(customers.rows[1][2] != .null)
  }

  @Test("identifiers are normalised before comparison, and all given identifiers must match")
  func identifiersAreNormalised() throws {
    let granted = try scope(["user.unique_id"])
    let persian = Subject(
      ordinal: 1, identifiers: [.nationalID: IdentifierKind.nationalID.normalized("۹۹۹۰۰۱۸۰۰۶", dialling: .none)])
    #expect(try gather([persian], granted: granted).rows.tables.first?.rows.first == [.text("1"), .text("1800")])
    let mismatch = Subject(ordinal: 1, identifiers: [.nationalID: "9990014043", .name: "دیگری"])
    #expect(throws: CollectionFault.noSuchPerson(target: 1)) { try gather([mismatch], granted: granted) }
    let nameOnly = Subject(ordinal: 1, identifiers: [.name: PersianText.normalized("مریم رستمی‌نژاد")])
    #expect(throws: CollectionFault.noSuchPerson(target: 1)) { try gather([nameOnly], granted: granted) }
    let shared = Subject(ordinal: 1, identifiers: [.phoneNumber: "+989000001500"])
    #expect(throws: CollectionFault.severalPersons(target: 1, count: 2)) { try gather([shared], granted: granted) }
    let empty = Subject(ordinal: 1, identifiers: [.nationalID: ""])
    #expect(throws: CollectionFault.noSuchPerson(target: 1)) { try gather([empty], granted: granted) }
  }

  @Test("an annotation that does not fit the source is refused, by name")
  func annotationMustFit() throws {
    let granted = try scope(["user.name"])
    let column = try dataset { $0.replacing("name: full_name", with: "name: whole_name") }
    #expect(throws: CollectionFault.absent(collection: "customers", field: "whole_name")) {
      try gather([Self.target], column, granted: granted)
    }
    let table = try dataset { $0.replacing("- name: logins", with: "- name: sessions") }
    #expect(throws: CollectionFault.absent(collection: "sessions", field: nil)) {
      try gather([Self.target], table, granted: granted)
    }
  }

  @Test("a collection without a declared time gives no row")
  func silentTimeGivesNothing() throws {
    let silent = try dataset { $0.replacing("amanat_time: placed_at", with: "other: placed_at") }
    let gathered = try gather([Self.target], silent, granted: scope(["user.behavior.purchase_history"]))
    #expect(gathered.rows["orders"]?.rows.isEmpty == true)
    #expect(gathered.gathering.withheld.contains { $0.collection == "orders" && $0.reason == .timeUnreadable })
  }

  @Test("the gathered and the withheld data are as recorded", arguments: GoldenCase.all)
  func golden(item: GoldenCase) throws {
    let all = try String(contentsOf: Checkout.fixture("Shop/gathered.txt"), encoding: .utf8)
    let cases = "\n\(all)".components(separatedBy: "\n# ").dropFirst()
    let wanted = try #require(cases.first { $0.hasPrefix(item.name + "\n") })
    let gathered = try gather(item.subjects, granted: item.granted(), requested: item.requested())
    #expect(try item.text(gathered.rows, gathered.gathering) == "# \(wanted)".trimmingCharacters(in: .newlines) + "\n")
  }

  @Test(
    "the dataset of the corpus can be read",
    .enabled(if: FileManager.default.fileExists(atPath: fidesCorpus.path), "shared/corpora/fides is not here"))
  func corpusReads() throws {
    let text = try String(
      contentsOf: fidesCorpus.appending(path: "postgres_example_test_dataset.yml"), encoding: .utf8)
    let dataset = try Dataset(text)
    #expect(dataset.collections.count > 5)
    let customer = try #require(dataset.collections.first { $0.name == "customer" })
    #expect(customer.fields.first { $0.name == "email" }?.identity == .email)
  }
}
