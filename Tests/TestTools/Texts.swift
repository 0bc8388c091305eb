import Casework
import Foundation

/// The error for a part that a text must contain, with the number of its occurrences.
public struct UnexpectedOccurrences: Error, CustomStringConvertible {
  public let part: String
  public let count: Int

  public var description: String { "occurs \(count) times in the text: \(part)" }
}

extension String {
  /// Replaces a part that must occur exactly once in the text. Otherwise a test could change nothing, or more than
  /// intended.
  public func changing(_ part: String, to other: String) throws -> String {
    let count = components(separatedBy: part).count - 1
    guard count == 1 else { throw UnexpectedOccurrences(part: part, count: count) }
    return replacingOccurrences(of: part, with: other)
  }

  /// Returns the number of the first line that contains a part.
  public func line(of part: String) throws -> Int {
    let lines = split(separator: "\n", omittingEmptySubsequences: false)
    guard let index = lines.firstIndex(where: { $0.contains(part) }) else {
      throw UnexpectedOccurrences(part: part, count: 0)
    }
    return index + 1
  }
}

/// Returns a digest of one digit, repeated.
public func digest(_ digit: Character = "0") throws -> Digest {
  guard let digest = Digest(String(repeating: digit, count: 64)) else { throw NotADigit(digit: digit) }
  return digest
}

private struct NotADigit: Error { var digit: Character }
