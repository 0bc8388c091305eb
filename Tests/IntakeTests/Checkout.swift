import Casework
import Foundation
import Testing

@testable import Intake

/// The repository, found from where this file lies.
enum Checkout {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: root.appending(path: path))) }

  static func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

  static func order(_ name: String) throws -> String { try text("Fixtures/Orders/\(name)") }

  static func orders() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Fixtures/Orders").path)
      .filter { $0.hasSuffix(".xml") }.sorted()
  }
}

/// A digest of no meaning but its digit.
func digest(_ digit: Character = "0") throws -> Digest { try #require(Digest(String(repeating: digit, count: 64))) }

extension String {
  /// Replaces a part that must stand in the text exactly once, so that no test changes nothing, or more than it says.
  func changing(_ part: String, to other: String) throws -> String {
    try #require(components(separatedBy: part).count == 2, "not once in the text: \(part)")
    return replacingOccurrences(of: part, with: other)
  }

  /// The first line that holds a part.
  func line(of part: String) throws -> Int {
    let lines = split(separator: "\n", omittingEmptySubsequences: false)
    return try #require(lines.firstIndex { $0.contains(part) }, "nowhere in the text: \(part)") + 1
  }
}

/// Reads an order that must be refused, and returns why.
func refusal(ofOrder text: String) -> IntakeFault? {
  do {
    _ = try OrderDocument(reading: Array(text.utf8))
    return nil
  } catch {
    return error
  }
}
