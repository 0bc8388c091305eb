import Casework
import Collection
import Foundation
import Testing

/// The content of a source, independent of its kind.
struct SourceWorld: Sendable {
  /// One collection.
  struct Table: Sendable {
    var name: String
    /// The columns. A source may declare their kinds.
    var columns: [SourceColumn]
    var rows: [[SourceValue]]

    init(_ name: String, _ columns: [String], kind: SourceColumn.Kind = .other, _ rows: [[SourceValue]]) {
      self.name = name
      self.columns = columns.map { SourceColumn(name: $0, kind: kind) }
      self.rows = rows
    }
  }

  var tables: [Table]
  /// The annotation of the tables.
  var annotation: String

  func dataset() throws -> Dataset { try Dataset(annotation) }

  /// Returns the plan whose root has this name.
  func plan(_ root: String = "persons") throws -> OwnershipPlan {
    try #require(OwnershipPlan.plans(for: dataset()).first { $0.root == root })
  }

  /// Two persons, and rows with every kind of ownership. Person 1 has the national id 41 and person 2 has 42.
  static let two = SourceWorld(
    tables: [
      Table(
        "persons", ["id", "nid", "email", "secret"],
        [
          [.integer(1), .text("41"), .text("a@example.com"), .text("s1")],
          [.integer(2), .text("42"), .text("b@example.com"), .text("s2")],
        ]),
      Table(
        "things", ["id", "owner", "at", "what", "seen"],
        [
          [.integer(12), .integer(1), .text("2026-01-03T00:00:00Z"), .text("third"), .integer(2)],
          [.integer(10), .integer(1), .text("2026-01-01T00:00:00Z"), .text("first"), .integer(1)],
          [.integer(11), .integer(1), .null, .text("second"), .null],
          [.integer(20), .integer(2), .text("2026-01-04T00:00:00Z"), .text("of the other"), .integer(1)],
          [.integer(30), .null, .text("2026-01-05T00:00:00Z"), .text("of nobody"), .integer(1)],
        ]),
      Table(
        "parts", ["id", "thing", "what"],
        [
          [.integer(100), .integer(10), .text("of the first")],
          [.integer(101), .integer(11), .text("of the second, which has no time")],
          [.integer(102), .integer(20), .text("of the other's")],
          [.integer(103), .null, .text("of nothing")],
        ]),
      Table(
        "pairs", ["id", "one", "other"],
        [
          [.integer(1), .integer(1), .integer(1)], [.integer(2), .integer(1), .integer(2)],
          [.integer(3), .integer(2), .integer(1)], [.integer(4), .integer(1), .null],
        ]),
      Table("notes", ["id", "text"], [[.integer(1), .text("belongs to nobody")]]),
    ],
    annotation: """
      dataset:
        - fides_key: world
          collections:
            - name: persons
              fides_meta: {amanat_time: standing}
              fields:
                - {name: id, data_categories: [user.unique_id], fides_meta: {primary_key: True}}
                - {name: nid, data_categories: [user.government_id], fides_meta: {identity: national_id}}
                - {name: email, data_categories: [user.contact], fides_meta: {identity: email}}
            - name: things
              fides_meta: {amanat_time: at}
              fields:
                - {name: id, fides_meta: {primary_key: True}}
                - name: owner
                  fides_meta: {references: [{dataset: world, field: persons.id, direction: from}]}
                - {name: at, data_categories: [user.content]}
                - {name: what, data_categories: [user.content]}
                - {name: seen, fides_meta: {references: [{dataset: world, field: persons.id, direction: to}]}}
            - name: parts
              fides_meta: {amanat_time: inherited}
              fields:
                - {name: id, fides_meta: {primary_key: True}}
                - {name: thing, fides_meta: {references: [{dataset: world, field: things.id, direction: from}]}}
                - {name: what, data_categories: [user.content]}
            - name: pairs
              fields:
                - {name: id, data_categories: [user.content], fides_meta: {primary_key: True}}
                - {name: one, fides_meta: {references: [{dataset: world, field: persons.id, direction: from}]}}
                - {name: other, fides_meta: {references: [{dataset: world, field: persons.id, direction: from}]}}
            - name: notes
              fides_meta: {amanat_time: standing}
              fields:
                - {name: text, data_categories: [user.content]}
      """)

  /// Two persons with one thing each, in collections and columns whose names are hard to quote.
  static func named(_ persons: String, _ things: String, _ column: String) -> SourceWorld {
    func quoted(_ text: String) -> String { "'\(text.replacing("'", with: "''"))'" }
    return SourceWorld(
      tables: [
        Table(persons, ["id", "nid"], [[.integer(1), .text("41")], [.integer(2), .text("42")]]),
        Table(things, ["id", column], [[.integer(5), .integer(1)], [.integer(6), .integer(2)]]),
      ],
      annotation: """
        dataset:
          - fides_key: world
            collections:
              - name: \(quoted(persons))
                fides_meta: {amanat_time: standing}
                fields:
                  - {name: id, data_categories: [user.unique_id], fides_meta: {primary_key: True}}
                  - {name: nid, fides_meta: {identity: national_id}}
              - name: \(quoted(things))
                fides_meta: {amanat_time: standing}
                fields:
                  - {name: id, data_categories: [user.content], fides_meta: {primary_key: True}}
                  - name: \(quoted(column))
                    fides_meta: {references: [{field: \(quoted(persons + ".id")), direction: from}]}
        """)
  }

  /// Persons with the given keys and the national ids 41, 42, …, and one thing for each given owner.
  static func keyed(
    _ keys: [SourceValue], owners: [SourceValue], kinds: (SourceColumn.Kind, SourceColumn.Kind) = (.other, .other)
  ) -> SourceWorld {
    var world = named("persons", "things", "owner")
    world.tables[0].rows = keys.enumerated().map { [$1, .text("\(41 + $0)")] }
    world.tables[0].columns[0] = SourceColumn(name: "id", kind: kinds.0)
    world.tables[1].rows = owners.enumerated().map { [.integer(Int64($0)), $1] }
    world.tables[1].columns[1] = SourceColumn(name: "owner", kind: kinds.1)
    return world
  }
}
