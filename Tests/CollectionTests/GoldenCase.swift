import Casework
import Collection
import Foundation
import Testing

/// A gathering from the shop of the fixtures. Its expected result is in `Fixtures/Shop/gathered.txt`.
struct GoldenCase: Sendable, CustomTestStringConvertible {
  var name: String
  var subjects: [Subject]
  var granted: @Sendable () throws -> Scope
  var requested: @Sendable () throws -> Scope
  var testDescription: String { name }

  private static let year = GatheringTests.year
  private static let short = DaySet(from: Day(number: 20_560), through: Day(number: 20_600))
  private static let target = Subject(ordinal: 1, identifiers: [.nationalID: "9990014043"])

  private static let everything: @Sendable () throws -> Scope = { try scope(["user"], days: year) }

  private static let mixed: @Sendable () throws -> Scope = {
    try scope(["user.unique_id", "user.behavior"], days: year)
      .union(scope(["user.contact", "user.payment", "user.financial"], targets: [2], days: short))
      .union(scope(["user"], targets: [3], days: year))
  }

  static let all = [
    GoldenCase(name: "everything", subjects: [target], granted: everything, requested: everything),
    GoldenCase(
      name: "narrow", subjects: [target],
      granted: { try scope(["user.contact", "user.device"], days: short) }, requested: everything),
    GoldenCase(
      name: "three persons",
      subjects: [
        target, Subject(ordinal: 2, identifiers: [.accountID: "1403"]),
        Subject(ordinal: 3, identifiers: [.accountID: "1410"]),
      ],
      granted: mixed, requested: { try mixed().union(everything()) }),
    GoldenCase(name: "nothing", subjects: [target], granted: { Scope() }, requested: everything),
  ]

  /// Returns a result in the form of that file.
  func text(_ rows: Rows, _ gathering: Gathering) throws -> String {
    var lines = ["# \(name)"]
    for table in rows.tables {
      lines.append("## \(table.name): \(table.columns.joined(separator: ", ")); \(table.rows.count) rows")
      lines += table.rows.map { $0.map(Self.text).joined(separator: " | ") }
    }
    lines += gathering.withheld.map {
      "withheld \($0.collection).\($0.column ?? "*") \($0.reason.rawValue) \($0.count)"
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    lines.append(String(decoding: try encoder.encode(gathering.scope), as: UTF8.self))
    return lines.joined(separator: "\n") + "\n"
  }

  private static func text(_ cell: Cell) -> String {
    switch cell {
    case .null: "~"
    case .text(let text): text.debugDescription
    case .blob(let bytes): "\(bytes)"
    }
  }
}
