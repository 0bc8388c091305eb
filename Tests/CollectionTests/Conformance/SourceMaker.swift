import Collection
import CollectionSQLite
import Foundation
import TestTools
import Testing

/// Makes sources of one kind. A new data source adds a value to `all`, and is then checked against the whole contract.
struct SourceMaker: Sendable, CustomTestStringConvertible {
  /// A new source, and a function that adds a row while the source is read. The function may throw if the source
  /// refuses the row.
  struct Made {
    var source: any DataSource
    var add: (_ row: [SourceValue], _ table: String) throws -> Void
  }

  var testDescription: String
  /// Returns a value as this kind of source stores it, or nil if it cannot store the value. The checks then leave the
  /// value out.
  var held: @Sendable (SourceValue) -> SourceValue?
  /// Makes a source with this content in a folder.
  var make: @Sendable (SourceWorld, URL) throws -> Made
  /// Opens a source that does not exist in the folder.
  var absent: (@Sendable (URL) throws -> any DataSource)?

  static let all = [memory(), sqlite]

  /// Returns a world as this kind of source stores it.
  func held(_ world: SourceWorld) -> SourceWorld {
    var world = world
    for place in world.tables.indices {
      world.tables[place].rows = world.tables[place].rows.map { $0.map { held($0) ?? .null } }
    }
    return world
  }

  /// Returns a maker of sources in memory, which break the given promise.
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

  /// Quotes a name scalar by scalar, because a quotation mark and a following combining mark are one `Character`.
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
