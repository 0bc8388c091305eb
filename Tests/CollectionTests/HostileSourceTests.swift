import Casework
import Collection
import Foundation
import TestTools
import Testing

/// Sources whose keys do not say whose a row is: nothing of another person's leaves, and nothing is guessed.
@Suite("Hostile sources")
struct HostileSourceTests {
  /// A source of two tables, persons and things, each thing owned by a reference to a person.
  struct Source: Sendable, CustomTestStringConvertible {
    var name: String
    var persons: String
    var things: String
    var key: String
    var testDescription: String { name }
  }

  static let ambiguous: [Source] = [
    Source(
      name: "two tenants with one id", persons: "tenant INTEGER, id INTEGER, nid TEXT, phone TEXT",
      things: "owner INTEGER", key: "id"),
    Source(
      name: "a reference to what two share", persons: "id INTEGER PRIMARY KEY, nid TEXT, phone TEXT",
      things: "owner TEXT", key: "phone"),
  ]

  static let strict: [Source] = [
    Source(
      name: "numbers as text", persons: "id TEXT PRIMARY KEY, nid TEXT, phone TEXT", things: "owner INTEGER", key: "id"),
    Source(
      name: "small and capital letters", persons: "id TEXT PRIMARY KEY, nid TEXT, phone TEXT",
      things: "owner TEXT COLLATE NOCASE", key: "id"),
  ]

  private func gather(_ source: Source, rows: String) throws -> Gathering {
    let folder = try Checkout.temporary("source")
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "source.sqlite")
    try Tool.sqlite(
      file, "CREATE TABLE persons(\(source.persons)); CREATE TABLE things(\(source.things), what TEXT); \(rows)")
    let annotation = """
      dataset:
        - fides_key: s
          collections:
            - name: persons
              fides_meta: {amanat_time: standing}
              fields:
                - {name: id, data_categories: [user.unique_id], fides_meta: {primary_key: True}}
                - {name: nid, data_categories: [user.government_id], fides_meta: {identity: national_id}}
                - {name: phone, data_categories: [user.contact]}
            - name: things
              fides_meta: {amanat_time: standing}
              fields:
                - name: owner
                  data_categories: [system.operations]
                  fides_meta: {references: [{dataset: s, field: persons.\(source.key), direction: from}]}
                - {name: what, data_categories: [user.contact]}
      """
    let digest = try #require(Digest(String(repeating: "0", count: 64)))
    let granted = Scope(
      targets: [1], categories: try ["user.contact", "user.unique_id"].map { try #require(DataCategory($0)) },
      days: DaySet(from: Day(number: 0), through: Day(number: 9)))
    return try SQLiteSource(path: file.path, dialling: .none).gather(
      [Subject(ordinal: 1, identifiers: [.nationalID: "1"])], dataset: Dataset(reading: annotation, digest: digest),
      granted: granted, requested: granted, day: { $0.day })
  }

  @Test("whose rows cannot be told apart are refused", arguments: ambiguous)
  func ambiguityIsRefused(source: Source) throws {
    let rows =
      source.key == "id"
      ? "INSERT INTO persons VALUES (1, 5, '1', 'a'), (2, 5, '2', 'b'); INSERT INTO things VALUES (5, 'whose');"
      : "INSERT INTO persons VALUES (5, '1', 'a'), (6, '2', 'a'); INSERT INTO things VALUES ('a', 'whose');"
    #expect(throws: CollectionFault.self) { try gather(source, rows: rows) }
  }

  @Test("values are compared as they are, not as a column's type or collation would", arguments: strict)
  func comparisonIsStrict(source: Source) throws {
    let (own, other) = source.name == "numbers as text" ? ("'7'", "'007'") : ("'ali'", "'ALI'")
    let things = source.name == "numbers as text" ? "7" : "'ALI'"
    let gathering = try gather(
      source,
      rows: """
        INSERT INTO persons VALUES (\(own), '1', 'a'), (\(other), '2', 'b');
        INSERT INTO things VALUES (\(things), 'another person''s');
        """)
    #expect(gathering.tables.first { $0.name == "things" }?.rows.isEmpty == true)
    #expect(gathering.tables.first { $0.name == "persons" }?.rows.count == 1)
  }

  @Test("a column that stands twice, in any case of letters, and an identity that is none, are refused")
  func annotationIsStrict() throws {
    let digest = try #require(Digest(String(repeating: "0", count: 64)))
    for fields in [
      "[{name: a, data_categories: [user.content]}, {name: A, data_categories: [user.name]}]",
      "[{name: a, fides_meta: {identity: nationalid}}]",
    ] {
      #expect(throws: CollectionFault.self) {
        try Dataset(reading: "dataset: [{fides_key: s, collections: [{name: t, fields: \(fields)}]}]", digest: digest)
      }
    }
  }
}
