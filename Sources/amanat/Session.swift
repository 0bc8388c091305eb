import ArgumentParser
import Foundation
import Service

/// One invocation: the world that it acts in, where it prints, and where relative paths begin. Tests hand in their own.
struct Session {
  var world: World
  var console: Console
  var environment: [String: String]
  var directory: URL
  var program: URL

  static func live() -> Session {
    Session(
      world: .live, console: .standard, environment: ProcessInfo.processInfo.environment,
      directory: URL(filePath: FileManager.default.currentDirectoryPath),
      program: URL(filePath: "/proc/self/exe").resolvingSymlinksInPath())
  }

  /// Resolves a path that was typed.
  func url(_ path: String) -> URL {
    (path.hasPrefix("/") ? URL(filePath: path) : directory.appending(path: path)).standardizedFileURL
  }

  /// Resolves a path that was typed, as a path.
  func path(_ path: String) -> String { url(path).path }
}

/// Where an invocation prints: data to one side, everything else to the other.
struct Console {
  var out: (String) -> Void
  var err: (String) -> Void
  /// Says whether messages may be coloured: a terminal, and no `NO_COLOR`.
  var isColoured: Bool

  static var standard: Console {
    Console(
      out: {
        do {
          try FileHandle.standardOutput.write(contentsOf: Data(($0 + "\n").utf8))
        } catch {
          // Data that could not be written must not end with 0.
          exit(1)
        }
      },
      err: { try? FileHandle.standardError.write(contentsOf: Data(($0 + "\n").utf8)) },
      isColoured: isatty(2) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil)
  }

  func error(_ text: String) {
    let label = isColoured ? "\u{1B}[31mamanat: error:\u{1B}[0m" : "amanat: error:"
    err("\(label) \(text)")
  }

  func hint(_ text: String) { err("amanat: hint: \(text)") }

  /// Prints a value as JSON with sorted keys: one spelling, for programs.
  func json(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    out(String(decoding: try encoder.encode(value), as: UTF8.self))
  }

  /// Prints rows in columns that line up.
  func table(_ rows: [[String]], indent: Int = 0, to print: (String) -> Void) {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
    for row in rows {
      let cells = row.enumerated().map { column, text in
        column == row.count - 1 ? text : text + String(repeating: " ", count: widths[column] - text.count)
      }
      print(String(repeating: " ", count: indent) + cells.joined(separator: "  "))
    }
  }
}
