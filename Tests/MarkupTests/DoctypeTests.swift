import Foundation
import Markup
import Testing

@Suite("Document type declarations")
struct DoctypeTests {
  static let laughs: String = {
    let levels = (1...9).map { level in
      "<!ENTITY l\(level) \"\(String(repeating: "&l\(level - 1);", count: 10))\">"
    }
    return "\n<!DOCTYPE a [<!ENTITY l0 \"ha\">\n\(levels.joined(separator: "\n"))]>\n<a>&l9;</a>"
  }()

  static let documents: [(String, String)] = [
    ("bare", "\n<!DOCTYPE a>\n<a/>"),
    ("internal", "\n<!DOCTYPE a [<!ELEMENT a ANY>]>\n<a/>"),
    ("external file", "\n<!DOCTYPE a SYSTEM 'file:///etc/passwd'>\n<a/>"),
    ("external public", "\n<!DOCTYPE a PUBLIC '-//x//y' 'http://127.0.0.1:1/z'>\n<a/>"),
    ("external entity", "\n<!DOCTYPE a [<!ENTITY who SYSTEM 'file:///etc/passwd'>]>\n<a>&who;</a>"),
    ("parameter entity", "\n<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://127.0.0.1:1/'> %p;]>\n<a/>"),
    ("default attribute", "\n<!DOCTYPE a [<!ATTLIST a role CDATA 'manager'>]>\n<a/>"),
    ("billion laughs", laughs),
    (
      "quadratic blow-up",
      "\n<!DOCTYPE a [<!ENTITY b '\(String(repeating: "b", count: 50_000))'>]>\n<a>"
        + String(repeating: "&b;", count: 50_000) + "</a>"
    ),
    ("loop", "\n<!DOCTYPE a [<!ENTITY b '&c;'><!ENTITY c '&b;'>]>\n<a>&b;</a>"),
    ("late fault", "\n<!DOCTYPE a [<!ENTITY b 'c'>]>\n<a>\n\n<b></a>"),
  ]

  // The documents are not test arguments, because the test log would print the entity bombs.
  @Test("every document type declaration is refused on its line")
  func refused() {
    for (kind, text) in Self.documents {
      #expect(refusal(of: text) == MarkupFault(.doctype, line: 2), "\(kind)")
    }
  }

  @Test("a misplaced document type declaration is refused")
  func misplaced() {
    #expect(refusal(of: "<a/>\n<!DOCTYPE a>")?.line == 2)
    #expect(refusal(of: "<a>\n<!DOCTYPE a></a>")?.line == 2)
  }

  @Test("entity bombs are refused with little memory, and in about the time of a harmless declaration")
  func bombs() throws {
    let before = try peakMemory()
    func time(_ text: String) -> Duration {
      shortestTime { for _ in 0..<100 { #expect(refusal(of: text)?.reason == .doctype) } }
    }
    let (bomb, harmless) = (time(Self.laughs), time("\n<!DOCTYPE a>\n<a/>"))
    // An expanded bomb has a billion entities, so it would take far longer than this.
    #expect(bomb < harmless * 1_000, "\(bomb), harmless \(harmless)")
    let growth = try peakMemory() - before
    #expect(growth < 200_000, "\(growth) kB")
  }
}
