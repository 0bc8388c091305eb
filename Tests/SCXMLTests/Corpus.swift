import Foundation
import SCXML
import Statechart

/// The automatic tests of the W3C's implementation report plan for SCXML 1.0, as listed in the manifest of the corpus
/// beside the checkout.
enum Corpus {
  /// One row of the manifest.
  struct Row: Sendable, CustomStringConvertible {
    var test: String
    var conformance: String
    var section: String
    /// An element that the test needs and that our reader refuses; empty for most tests.
    var needs: String

    var description: String { "test \(test) (section \(section))" }
  }

  static let folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "../../../shared/corpora/scxml-w3c").standardizedFileURL

  static let isHere = FileManager.default.fileExists(atPath: folder.appending(path: "manifest.tsv").path)

  /// The rows of the manifest; empty if the corpus is not installed.
  static let rows: [Row] = {
    let text = (try? String(contentsOf: folder.appending(path: "manifest.tsv"), encoding: .utf8)) ?? ""
    return text.split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count >= 5 else { return nil }
      return Row(test: cells[0], conformance: cells[1], section: cells[2], needs: cells[4])
    }
  }()

  static func bytes(_ row: Row) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: "test\(row.test).scxml")))
  }

  /// A reader that fetches only files beside the tests.
  static let reader = SCXMLReader { address in
    let prefix = "file:"
    let name = address.hasPrefix(prefix) ? String(address.dropFirst(prefix.count)) : address
    guard !name.contains("/") else { return nil }
    return try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  /// Runs a test. Returns nil if it passed, otherwise the reason why it failed.
  static func failure(_ row: Row) -> String? {
    do {
      let definition = try reader.definition(try bytes(row))
      if definition.dataModel == "null" { return try failure(Interpreter(definition, NullDataModel())) }
      return try failure(Interpreter(definition, ConformanceModel()))
    } catch {
      return "\(error)"
    }
  }

  /// Runs a chart until it stops or nothing is left to do. Returns nil if it stopped in the final state `pass`.
  static func failure(_ interpreter: Interpreter<some DataModel>) throws -> String? {
    var session = try Session(interpreter, id: "conformance-1")
    var rounds = 0
    while !session.isFinished {
      rounds += 1
      guard rounds <= 10_000 else { return "no verdict: it never stops" }
      guard try session.advanceToNext() else { break }
    }
    let active = session.state.configuration.states.map { interpreter.chart.states[$0.rawValue].name ?? "?" }
    guard session.isFinished else { return "no verdict: it stands in \(active)" }
    return active == ["pass"] ? nil : "it stops in \(active)"
  }
}
