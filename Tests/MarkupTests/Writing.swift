import Foundation
import Markup
import Testing

/// Parses a text and returns its root.
func read(_ text: String) throws -> Element { try Document(parsing: Array(text.utf8)).root }

/// Parses bytes that must be refused, and returns the fault.
func refusal(of bytes: [UInt8], limit: Int = Document.sizeLimit) -> MarkupFault? {
  do {
    _ = try Document(parsing: bytes, limit: limit).root
    return nil
  } catch {
    return error
  }
}

func refusal(of text: String) -> MarkupFault? { refusal(of: Array(text.utf8)) }

/// Checks a document that must be refused against a schema, and returns the fault.
func violation(of text: String, against schema: String) throws -> MarkupFault? {
  let document = try Document(parsing: Array(text.utf8))
  do {
    try document.check(against: Array(schema.utf8))
    return nil
  } catch {
    return error
  }
}

extension MarkupFault {
  var isNotWellFormed: Bool {
    if case .notWellFormed = reason { true } else { false }
  }
}

/// Returns the peak memory of this process in kilobytes, or nil if the system does not report it.
func peakMemory() -> Int? {
  guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return nil }
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
  return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }
}
