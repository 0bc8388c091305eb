import Casework
import Collection
import CollectionSQLite
import Foundation
import TestTools
import Testing

/// Tests sources whose keys do not identify the owner of a row. No row of another person may be gathered, and no owner
/// may be guessed.
@Suite("Hostile sources")
struct HostileSourceTests {
  /// A source with the tables `persons` and `things`. Each thing is owned by a reference to a person.
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

  private func gather(_ source: Source, rows: String) throws -> Rows {
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
    let granted = try scope(
      ["user.contact", "user.unique_id"], days: DaySet(from: Day(number: 0), through: Day(number: 9)))
    return try SQLiteDataSource(path: file.path).gatherRows(
      [Subject(ordinal: 1, identifiers: [.nationalID: "1"])], dataset: Dataset(annotation), granted: granted
    ).rows
  }

  @Test("a source in which two persons cannot be told apart is refused", arguments: ambiguous)
  func ambiguityIsRefused(source: Source) throws {
    let rows =
      source.key == "id"
      ? "INSERT INTO persons VALUES (1, 5, '1', 'a'), (2, 5, '2', 'b'); INSERT INTO things VALUES (5, 'whose');"
      : "INSERT INTO persons VALUES (5, '1', 'a'), (6, '2', 'a'); INSERT INTO things VALUES ('a', 'whose');"
    let fault: CollectionFault =
      source.key == "id"
      ? .keyNotUnique(collection: "persons", field: "id")
      : .ambiguousOwner(collection: "persons", field: "phone")
    #expect(throws: fault) { try gather(source, rows: rows) }
  }

  @Test("a key with a NUL byte is not equal to the part before the NUL")
  func hiddenKeyIsRefused() throws {
    let source = Source(
      name: "NUL", persons: "id TEXT, nid TEXT, phone TEXT", things: "owner TEXT", key: "id")
    let rows = """
      INSERT INTO persons VALUES (CAST(X'610062' AS TEXT), '1', 'a'), ('a', '2', 'b');
      INSERT INTO things VALUES ('a', 'another person''s');
      """
    #expect(throws: CollectionFault.source(.other)) { try gather(source, rows: rows) }
  }

  @Test("a key that is not UTF-8 equals neither its repaired text nor a blob of the same bytes")
  func repairedKeyIsRefused() throws {
    let source = Source(
      name: "UTF-8", persons: "id, nid TEXT, phone TEXT", things: "owner", key: "id")
    for other in ["CAST(X'6162EFBFBD' AS TEXT)", "X'6162FF'"] {
      let rows = """
        INSERT INTO persons VALUES (CAST(X'6162FF' AS TEXT), '1', 'a'), (\(other), '2', 'b');
        INSERT INTO things VALUES (\(other), 'another person''s');
        """
      #expect(throws: CollectionFault.source(.other)) { try gather(source, rows: rows) }
    }
  }

  @Test("a text that is not UTF-8 is gathered as bytes, and identifies no person")
  func textOutsideUTF8() throws {
    let source = Source(
      name: "bytes", persons: "id INTEGER PRIMARY KEY, nid TEXT, phone TEXT", things: "owner", key: "id")
    let rows = try gather(
      source,
      rows: "INSERT INTO persons VALUES (1, '1', CAST(X'61FF' AS TEXT)), (2, CAST(X'31FF' AS TEXT), 'b');")
    #expect(rows["persons"]?.rows.map(\.last) == [.blob([0x61, 0xFF])])
  }

  @Test("values are compared exactly, without the type or collation of a column", arguments: strict)
  func comparisonIsStrict(source: Source) throws {
    let (own, other) = source.name == "numbers as text" ? ("'7'", "'007'") : ("'ali'", "'ALI'")
    let things = source.name == "numbers as text" ? "7" : "'ALI'"
    let gathering = try gather(
      source,
      rows: """
        INSERT INTO persons VALUES (\(own), '1', 'a'), (\(other), '2', 'b');
        INSERT INTO things VALUES (\(things), 'another person''s');
        """)
    #expect(gathering["things"]?.rows.isEmpty == true)
    #expect(gathering["persons"]?.rows.count == 1)
  }
}
