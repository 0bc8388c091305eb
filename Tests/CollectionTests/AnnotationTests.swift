import Casework
import Collection
import Foundation
import TestTools
import Testing

/// Tests what is read from an annotation, and what is refused, with its line.
@Suite("Annotation")
struct AnnotationTests {
  /// An annotation that must be refused.
  struct Refused: Sendable, CustomTestStringConvertible {
    var line: Int?
    var problem: AnnotationFault.Problem
    var text: String
    var testDescription: String { "\(problem)" }
  }

  /// A dataset of one collection whose fields begin in line 6.
  private static func fields(_ lines: String...) -> String {
    """
    dataset:
      - fides_key: s
        collections:
          - name: things
            fields:
    \(lines.map { "          \($0)" }.joined(separator: "\n"))
    """
  }

  static let refused = [
    Refused(line: 3, problem: .notYAML, text: "dataset:\n  - [\n"),
    Refused(line: 2, problem: .notYAML, text: "a: 1\n--- \nb: 2\n"),
    Refused(line: 1, problem: .wrongShape(key: nil, wanted: .mapping), text: ""),
    Refused(line: 1, problem: .wrongShape(key: nil, wanted: .mapping), text: "- 1"),
    Refused(line: 2, problem: .wrongShape(key: "dataset", wanted: .list), text: "dataset:\n  name: x"),
    Refused(line: 1, problem: .keyAbsent("dataset"), text: "other: 1"),
    Refused(line: 2, problem: .keyAbsent("collections"), text: "dataset:\n  - fides_key: s"),
    Refused(line: 6, problem: .keyAbsent("name"), text: fields("- description: x")),
    Refused(line: 6, problem: .wrongShape(key: "name", wanted: .text), text: fields("- name: [a]")),
    Refused(line: 6, problem: .keyTwice("name"), text: fields("- name: a", "  name: b")),
    Refused(
      line: 7, problem: .fieldTwice(collection: "things", field: "A"), text: fields("- name: a", "- name: A")),
    Refused(
      line: 6, problem: .collectionTwice("Things"),
      text:
        "dataset:\n  - collections:\n    - name: things\n      fields:\n        - name: a\n    - {name: Things, fields: []}"
    ),
    Refused(
      line: 7, problem: .noCategory(collection: "things", field: "a", text: "User Name"),
      text: fields("- name: a", "  data_categories: [user.name, User Name]")),
    Refused(
      line: 8, problem: .noIdentity(collection: "things", field: "a", text: "nationalid"),
      text: fields("- name: a", "  fides_meta:", "    identity: nationalid")),
    Refused(
      line: 8, problem: .wrongShape(key: "primary_key", wanted: .flag),
      text: fields("- name: a", "  fides_meta:", "    primary_key: perhaps")),
    Refused(
      line: 9, problem: .noReference(collection: "things", field: "a", text: "things"),
      text: fields("- name: a", "  fides_meta:", "    references:", "      - {field: things, direction: from}")),
    Refused(
      line: 10, problem: .noDirection(collection: "things", field: "a", text: "both"),
      text: fields(
        "- name: a", "  fides_meta:", "    references:", "      - field: things.a", "        direction: both")),
    Refused(
      line: 9, problem: .referenceToNothing(collection: "things", field: "a", target: "things.b"),
      text: fields("- name: a", "  fides_meta:", "    references:", "      - {field: things.b, direction: to}")),
    Refused(
      line: 9, problem: .referenceToAnotherDataset(collection: "things", field: "a", dataset: "other"),
      text: fields(
        "- name: a", "  fides_meta:", "    references:", "      - {dataset: other, field: things.a, direction: from}")),
    Refused(
      line: 5, problem: .noTimeField(collection: "things", field: "at"),
      text:
        "dataset:\n  - collections:\n    - name: things\n      fides_meta:\n        amanat_time: at\n      fields: []"),
  ]

  /// Reads an annotation that must be refused, and returns its fault.
  private func fault(_ text: String) throws -> AnnotationFault {
    let fault = try #require(throws: CollectionFault.self, "\(text.prefix(100))") { try Dataset(text) }
    guard case .annotation(let found) = fault else { throw fault }
    return found
  }

  @Test("a wrong annotation is refused with its problem and its line", arguments: refused)
  func refusal(item: Refused) throws {
    let found = try fault(item.text)
    #expect(found.problem == item.problem)
    #expect(found.line == item.line)
  }

  @Test("a document that is nested 100,000 levels deep is refused")
  func nesting() throws {
    for text in [String(repeating: "[", count: 100_000), String(repeating: "- ", count: 100_000)] {
      #expect(try fault(text).problem == .notYAML)
    }
  }

  @Test("a text that is cut off is refused on its last line")
  func cutOff() throws {
    for text in ["dataset: [", "dataset:\n  - a: [b", "dataset:\n- {a: b, c_# d"] {
      let found = try fault(text)
      #expect(found.line == text.split(separator: "\n").count && found.problem == .notYAML, "\(text)")
    }
    #expect(try fault("---").line == 1)
  }

  @Test("nested aliases, which expand a small file to a huge document, are refused")
  func aliases() throws {
    func levels(_ level: (Int) -> String) -> String { "a0: &a0 {k: v}\n" + (1...31).map(level).joined() }
    let merged = levels { "a\($0): &a\($0) {<<: [*a\($0 - 1), *a\($0 - 1)]}\n" } + "dataset:\n  - <<: *a31\n"
    let keys = levels { "a\($0): &a\($0) {? *a\($0 - 1) : 1, ? [*a\($0 - 1)] : 2}\n" } + "dataset: []\n"
    for text in [merged, keys] {
      #expect(try fault(text).problem == .tooManyAliases(limit: 16))
    }
    let sixteen = "a: &a-1 x\nb: [\(Array(repeating: "*a-1", count: 16).joined(separator: ", "))]\ndataset: []\n"
    #expect((try? Dataset(sixteen)) != nil)
    let words = "dataset: [] # \(Array(repeating: "*very* &", count: 40).joined())\n"
    #expect((try? Dataset(words)) != nil)
  }

  @Test("unknown keys are ignored, nulls count as absent, and aliases and merge keys are followed")
  func reading() throws {
    let dataset = try Dataset(
      """
      dataset:
        - fides_key: s
          meta: {anything: [1, 2]}
          collections:
            - name: persons
              fides_meta: ~
              fields:
                - &key {name: id, data_categories: , fides_meta: {primary_key: yes, identity: account_id, other: 1}}
            - name: things
              fides_meta: {amanat_time: at}
              after: [persons]
              fields:
                - {<<: *key, name: number}
                - name: at
                  data_categories: &content [user.content]
                - name: '5'
                  data_categories: *content
                  fides_meta: {references: [{dataset: s, field: persons.id}], identity: null}
      """)
    let persons = try #require(dataset["persons"])
    #expect(persons.time == .unknown && persons.fields.map(\.isPrimaryKey) == [true])
    let things = try #require(dataset["things"])
    #expect(things.time == .field("at") && things.fields.map(\.name) == ["number", "at", "5"])
    #expect(things.fields[0].isPrimaryKey && things.fields[0].identity == .accountID)
    #expect(things.fields[2].categories.map(\.description) == ["user.content"])
    #expect(things.fields[2].references.map(\.isOwning) == [false])
    #expect(things.fields[2].identity == nil && dataset["Things"] == nil)
  }
}
