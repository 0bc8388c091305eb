import Foundation
import Markup
import Testing

@Suite("Documents that are refused")
struct RefusedDocumentTests {
  @Test("an empty document is refused as empty")
  func empty() { #expect(refusal(of: []) == MarkupFault(.empty, line: 1)) }

  @Test("a document over the limit is refused before it is parsed, and one at the limit is read")
  func size() {
    let bytes = Array("<a>x</a>".utf8)
    #expect(refusal(of: bytes, limit: 7) == MarkupFault(.tooLarge(limit: 7), line: 1))
    #expect(refusal(of: bytes, limit: 8) == nil)
    let large = [UInt8](repeating: UInt8(ascii: " "), count: Document.sizeLimit + 1)
    #expect(refusal(of: large) == MarkupFault(.tooLarge(limit: Document.sizeLimit), line: 1))
  }

  static let broken: [(String, Int)] = [
    ("\n<a>\n<b>\n</a>", 4), ("<a>\n<b>\n<c>", 3), ("<a/>\n<b/>", 2), ("<a/>\ntext", 2), ("\n\ntext", 3),
    ("<a>\n<b c='1' c='2'/></a>", 2), ("<a>\n<b c=1/></a>", 2), ("<a>\n<b c='<'/></a>", 2), ("<a>\n&who;</a>", 2),
    ("<a>\n&#0;</a>", 2), ("<a>\n&#xFFFE;</a>", 2), ("<a>\n& </a>", 2), ("<a>\n<1/></a>", 2), ("<a>\n]]></a>", 2),
    ("<a>\n<!-- -- --></a>", 2), ("<a>\n\u{1}</a>", 2), ("<a>\n<?xml version='1.0'?></a>", 2), ("<", 1), (" ", 1),
    ("<?xml version='9.9'?><a/>", 1), ("<a>\n<![CDATA[x</a>", 2),
  ]

  @Test("a document that is not well-formed is refused on its line", arguments: broken)
  func notWellFormed(text: String, line: Int) throws {
    let fault = try #require(refusal(of: text))
    #expect(fault.isNotWellFormed && fault.line == line, "\(fault) on line \(fault.line)")
  }

  @Test("an undeclared prefix is refused, even if a warning follows")
  func undeclaredPrefix() throws {
    for text in ["\n<x:a/>", "\n<x:a><b xmlns='relative'/></x:a>", "\n<a x:b=''><b xmlns='relative'/></a>"] {
      let fault = try #require(refusal(of: text))
      #expect(fault.isNotWellFormed && fault.line == 2, "\(fault) on line \(fault.line)")
    }
    #expect(refusal(of: "<a xmlns:x='urn:a' xmlns:y='urn:a'>\n<b x:c='' y:c=''/></a>")?.line == 2)
  }

  @Test("a document that is cut off at any byte is refused on one of its lines")
  func truncated() throws {
    let whole = Array("<?xml version=\"1.0\"?>\n<a b='پ'>\n<c><![CDATA[x]]></c>\n<!-- y -->\n</a>".utf8)
    for count in 0..<whole.count {
      let fault = try #require(refusal(of: Array(whole[..<count])), "\(count) bytes were read")
      #expect((1...5).contains(fault.line))
    }
  }

  @Test("nesting of 10,000 is refused, and nesting of 200 is read")
  func nesting() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "<a>\n", count: depth) + String(repeating: "</a>", count: depth)
    }
    let fault = try #require(refusal(of: nested(10_000)))
    #expect(fault.isNotWellFormed && (200...10_000).contains(fault.line))
    #expect(try read(nested(200)).children.count == 1)
  }

  @Test("a tag with too many attributes is refused in a time that grows with their number only, and others are read")
  func attributes() throws {
    func crowded(_ count: Int) -> String { "<a>\n<b" + (0..<count).map { " c\($0)=''" }.joined() + "/></a>" }
    let limit = 1_000
    #expect(try read(crowded(limit)).child("b")?.attributes.count == limit)
    for count in [limit + 1, 100_000] {
      #expect(refusal(of: crowded(count)) == MarkupFault(.tooManyAttributes(limit: limit), line: 2))
    }
    // A parser that compares each attribute with each other would take 2,500 times as long for fifty times as many.
    let (few, many) = (crowded(10_000), crowded(500_000))
    let times = (shortestTime { _ = refusal(of: few) }, shortestTime { _ = refusal(of: many) })
    #expect(times.1 < times.0 * 1_000, "\(times)")
  }

  @Test("text with many equals signs and quotes is not counted as attributes")
  func manyEquals() throws {
    let text = String(repeating: "a=b \"c\" = d ", count: 5_000)
    #expect(try read("<a>\(text)</a>").text == text)
  }
}
