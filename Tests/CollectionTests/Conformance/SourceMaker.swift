import Collection
import CollectionSQLite
import Foundation
import TestTools
import Testing

/// Makes sources of one kind. A new data source adds one here, and has the whole contract checked.
struct SourceMaker: Sendable, CustomTestStringConvertible {
  /// A source that was made, and how to add a row to it while it is being read; what refuses the row may throw.
  struct Made {
    var source: any DataSource
    var add: (_ row: [SourceValue], _ table: String) throws -> Void
  }

  var testDescription: String
  /// How a source of this kind holds a value; nil where it cannot hold it, and the promise does without.
  var held: @Sendable (SourceValue) -> SourceValue?
  /// Makes a source with a content, in a folder of its own.
  var make: @Sendable (SourceWorld, URL) throws -> Made
  /// Opens a source that is not there, in the folder.
  var absent: (@Sendable (URL) throws -> any DataSource)?

  static let all = [memory(), sqlite]

  /// A world as a source of this kind holds it.
  func held(_ world: SourceWorld) -> SourceWorld {
    var world = world
    for place in world.tables.indices {
      world.tables[place].rows = world.tables[place].rows.map { $0.map { held($0) ?? .null } }
    }
    return world
  }

  /// A source in memory, which breaks one promise where one is named.
  static func memory(breaking promise: SourcePromise? = nil) -> SourceMaker {
    SourceMaker(
      testDescription: "memory", held: { $0 },
      make: { world, _ in
        let source = MemorySource(world.tables, breaking: promise)
        return Made(source: source, add: { source.add($0, to: $1) })
      })
  }

  static let sqlite = SourceMaker(
    testDescription: "SQLite", held: { $0 },
    make: { world, folder in
      let file = folder.appending(path: "world.sqlite")
      let lines = world.tables.map { table in
        let columns = table.columns.map { "\(quoted($0.name)) \(Self.type($0.kind))" }.joined(separator: ", ")
        return "CREATE TABLE \(quoted(table.name))(\(columns));\n"
          + table.rows.map { insertion($0, table.name) }.joined(separator: "\n")
      }
      let made = try Tool.run(
        "sqlite3", ["-bail", file.path],
        input: Array("PRAGMA journal_mode = WAL;\n\(lines.joined(separator: "\n"))".utf8),
        merging: true)
      guard made.status == 0 else { throw SQLiteRefused(output: made.output) }
      return Made(
        source: try SQLiteDataSource(path: file.path),
        add: { row, table in try Tool.sqlite(file, insertion(row, table)) })
    },
    absent: { try SQLiteDataSource(path: $0.appending(path: "none.sqlite").path) })

  private struct SQLiteRefused: Error { var output: String }

  /// Quotes a name scalar by scalar: a quote that a mark follows is one character with it.
  private static func quoted(_ name: String) -> String {
    let scalars = name.unicodeScalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] }
    return "\"\(String(String.UnicodeScalarView(scalars)))\""
  }

  private static func type(_ kind: SourceColumn.Kind) -> String {
    switch kind {
    case .integer: "INTEGER"
    case .real: "REAL"
    case .text: "TEXT COLLATE NOCASE"
    case .bytes: "BLOB"
    case .other: ""
    }
  }

  private static func insertion(_ row: [SourceValue], _ table: String) -> String {
    "INSERT INTO \(quoted(table)) VALUES (\(row.map(literal).joined(separator: ", ")));"
  }

  private static func literal(_ value: SourceValue) -> String {
    func hex(_ bytes: some Sequence<UInt8>) -> String {
      "X'\(bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined())'"
    }
    switch value {
    case .null: return "NULL"
    case .integer(let number): return "\(number)"
    case .real(let number): return "\(number)"
    case .text(let text): return "CAST(\(hex(text.utf8)) AS TEXT)"
    case .bytes(let bytes): return hex(bytes)
    }
  }
}
