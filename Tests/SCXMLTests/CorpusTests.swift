import Foundation
import SCXML
import Statechart
import TestTools
import Testing

@Suite("W3C conformance", .enabled(if: Corpus.isHere, "the corpus scxml-w3c is not here"))
struct CorpusTests {
  private static let runnable = Corpus.rows.filter { $0.needs.isEmpty }
  private static let refused = Corpus.rows.filter { !$0.needs.isEmpty }

  @Test("the machine stops in the final state 'pass'", arguments: runnable)
  func passes(row: Corpus.Row) {
    #expect(Corpus.failure(row) == nil)
  }

  @Test("a test that needs an unsupported element is refused on the line of this element", arguments: refused)
  func isRefused(row: Corpus.Row) throws {
    let bytes = try Corpus.bytes(row)
    let fault = #expect(throws: SCXMLFault.self) { try Corpus.reader.definition(bytes) }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(fault).line
    try #require(lines.indices.contains(line - 1))
    // The line of a fault is the line on which the start tag ends, so the tag may begin a few lines above.
    let before = lines[..<line].joined(separator: "\n")
    let tag = try #require(before.range(of: "<\(row.needs)", options: .backwards), "line \(line): \(lines[line - 1])")
    #expect(!before[tag.upperBound...].dropLast(lines[line - 1].count).contains(">"))
    #expect(fault?.reason.hasPrefix("<\(row.needs)>") == true)
  }

  @Test("no test is listed twice, and the passed tests of each section are printed")
  func report() throws {
    // The number that the changelog and the documentation of the room claim.
    #expect(Self.runnable.count { $0.conformance == "mandatory" } == 93)
    #expect(Self.refused.count == 26 && Corpus.rows.count == 120)
    var sections: [String: (passed: Int, total: Int)] = [:]
    for row in Self.runnable {
      let hasPassed = Corpus.failure(row) == nil
      for section in ["all, \(row.conformance)", row.section] {
        let (passed, total) = sections[section] ?? (0, 0)
        sections[section] = (passed + (hasPassed ? 1 : 0), total + 1)
      }
    }
    for (section, (passed, total)) in sections.sorted(by: {
      $0.key.compare($1.key, options: .numeric) == .orderedAscending
    }) {
      print("SCXML \(section): \(passed)/\(total)")
    }
    print("SCXML refused, for what is not read: \(Self.refused.count)")
    #expect(Set(Corpus.rows.map(\.test)).count == Corpus.rows.count)
  }
}
