import Casework
import Foundation
import TestTools
import Testing

extension Checkout {
  static func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: root.appending(path: path))) }

  static func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }
}

/// Returns a digest of one digit, repeated.
func digest(_ digit: Character = "0") throws -> Digest { try #require(Digest(String(repeating: digit, count: 64))) }

extension String {
  /// Replaces a part that must occur exactly once in the text. Otherwise a test could change nothing, or more than
  /// intended.
  func changing(_ part: String, to other: String) throws -> String {
    try #require(components(separatedBy: part).count == 2, "not once in the text: \(part)")
    return replacingOccurrences(of: part, with: other)
  }

  /// Returns the number of the first line that contains a part.
  func line(of part: String) throws -> Int {
    let lines = split(separator: "\n", omittingEmptySubsequences: false)
    return try #require(lines.firstIndex { $0.contains(part) }, "nowhere in the text: \(part)") + 1
  }
}
