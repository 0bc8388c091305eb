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

/// Returns the peak memory of this process in kilobytes.
///
/// - Throws: if the system does not report it. A test that cannot measure must not pass.
func peakMemory() throws -> Int {
  let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
  return try #require(line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) })
}

/// Returns the shortest time of three rounds. Other work on the machine delays a round, but seldom all of them.
func shortestTime(_ work: () throws -> Void) rethrows -> Duration {
  var shortest = Duration.seconds(1_000)
  for _ in 1...3 { shortest = min(shortest, try ContinuousClock().measure(work)) }
  return shortest
}
