import Casework
import Collection
import Foundation
import TestTools
import Testing

/// Tests that every kind of source gathers the same as the source in memory, with random contents and annotations.
@Suite("Agreement of data sources")
struct SourceAgreementTests {
  /// The names of collections; the first is the root.
  private static let names = ["persons", "a", "b", "c", "d"]

  /// Returns a world of five collections that refer to each other at random. It has few distinct values, so that
  /// references often match.
  private static func world(_ random: inout SplitMix) -> SourceWorld {
    let values: [SourceValue] = [
      .null, .integer(1), .integer(2), .integer(3), .text("1"), .text("x"), .text("X"), .text("x\u{301}"), .text(""),
    ]
    let times: [SourceValue] = [
      .null, .text("1970-01-02T00:00:00Z"), .text("1970-01-05 10:00:00"), .integer(700_000), .text("never"),
    ]
    func value() -> SourceValue { values.randomElement(using: &random) ?? .null }
    var annotation = "dataset:\n  - collections:\n"
    var tables: [SourceWorld.Table] = []
    for name in names {
      let isRoot = name == "persons"
      let time = ["standing", "inherited", "at", "at"].randomElement(using: &random) ?? "at"
      annotation += "    - name: \(name)\n      fides_meta: {amanat_time: \(time)}\n      fields:\n"
      annotation += "        - {name: id, data_categories: [user.id], fides_meta: {primary_key: True}}\n"
      if isRoot { annotation += "        - {name: nid, fides_meta: {identity: national_id}}\n" }
      annotation += "        - {name: at, data_categories: [user.time]}\n"
      for field in ["p", "q"] {
        var reference = ""
        if Int.random(in: 0..<4, using: &random) > 0, !isRoot || Bool.random(using: &random) {
          let target = names.randomElement(using: &random) ?? "persons"
          let column = ["id", "id", "p"].randomElement(using: &random) ?? "id"
          let direction = field == "q" && Bool.random(using: &random) ? "to" : "from"
          reference = ", fides_meta: {references: [{field: \(target).\(column), direction: \(direction)}]}"
        }
        annotation += "        - {name: \(field), data_categories: [user.content]\(reference)}\n"
      }
      let columns = isRoot ? ["id", "nid", "at", "p", "q"] : ["id", "at", "p", "q"]
      // Most keys are distinct. All are integers, so that every source orders them alike.
      let rows = (0..<Int.random(in: 0...6, using: &random)).map { place -> [SourceValue] in
        let key = Int.random(in: 0..<8, using: &random) == 0 ? 1 : place
        let nid: [SourceValue] = isRoot ? [.text("\(40 + place)")] : []
        return [.integer(Int64(key))] + nid + [times.randomElement(using: &random) ?? .null, value(), value()]
      }
      tables.append(SourceWorld.Table(name, columns, rows))
    }
    return SourceWorld(tables: tables, annotation: annotation)
  }

  /// Returns the result of a gathering as text: its rows, withheld items and scope, or its fault.
  private static func outcome(_ source: any DataSource, _ world: SourceWorld, _ granted: Scope) throws -> String {
    do {
      let gathered = try source.gatherRows(
        [41, 42].enumerated().map { Subject(ordinal: $0 + 1, identifiers: [.nationalID: "\($1)"]) },
        dataset: world.dataset(), granted: granted)
      // Rows with the same key may come in any order.
      let tables = gathered.rows.tables.map { "\($0.name) \($0.columns) \($0.rows.map { "\($0)" }.sorted())" }
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      let scope = String(decoding: try encoder.encode(gathered.gathering.scope), as: UTF8.self)
      return "\(tables)\n\(gathered.gathering.withheld)\n\(scope)"
    } catch let fault as CollectionFault {
      return "\(fault)"
    }
  }

  @Test(
    "gathers the same as the source in memory", arguments: SourceMaker.all.filter { $0.testDescription != "memory" })
  func agreement(maker: SourceMaker) throws {
    let seed = propertySeed("agreement of data sources")
    var random = SplitMix(seed: seed)
    var gathered = 0
    for round in 0..<60 {
      let world = maker.held(Self.world(&random))
      let last = Int.random(in: 0...9, using: &random)
      let granted = try scope(
        ["user.id", "user.content"], targets: [1, 2], days: DaySet(from: Day(number: 0), through: Day(number: last)))
      let folder = try Checkout.temporary("agreement")
      defer { try? FileManager.default.removeItem(at: folder) }
      let wanted = try Self.outcome(MemorySource(world.tables), world, granted)
      let found = try Self.outcome(maker.make(world, folder).source, world, granted)
      #expect(found == wanted, "AMANAT_SEED=\(seed), round \(round):\n\(world.annotation)")
      if wanted.contains("text") { gathered += 1 }
    }
    #expect(gathered > 5, "AMANAT_SEED=\(seed): almost nothing was gathered")
  }
}
