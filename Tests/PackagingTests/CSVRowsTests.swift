import TestTools
import Testing

@testable import Packaging

/// Tests the strict reader of tables.
@Suite("CSV that is read strictly")
struct CSVRowsTests {
  private func read(_ bytes: [UInt8]) throws -> [[String?]] {
    var rows = try CSVRows(bytes)
    var read: [[String?]] = []
    while let row = try rows.next() { read.append(row) }
    return read
  }

  @Test("every table that is written is read again, and gives the same bytes")
  func roundTrip() throws {
    let texts: [String?] = [
      nil, "", " ", ",", "\"", "\"\"", "\r", "\n", "\r\n", "a,b", "say \"so\"", "\"\u{301}", "\r\u{301}", "e\u{301}",
      "é",
      "۱۴۰۵", "\0", "🇮🇷,🇩🇪", "=1+1", "\u{FEFF}x", "\u{2028}", "'", "\\",
    ]
    for first in texts {
      for second in texts {
        let row = [first, second].map { $0.map(CSV.Value.text) ?? .absent }
        let bytes = CSV.bytes(columns: ["a", "b,c"], rows: [row, row])
        let again = try read(bytes)
        #expect(again.map(\.count) == [2, 2, 2])
        let written = again.dropFirst().map { $0.map { $0.map(CSV.Value.text) ?? .absent } }
        #expect(CSV.bytes(columns: again[0].map { $0 ?? "" }, rows: Array(written)) == bytes)
      }
    }
    #expect(try read([]) == [])
  }

  @Test(
    "a table in any other form is refused",
    arguments: [
      "a", "a\n", "a\r", "a\r\nb", "a\n\r\n", "\"a\"\r\n", "a\"\r\n", "a\"b\"\r\n", "\"a,b\"c\r\n", "\"a,b\r\n",
      "\"\" \r\n",
      " \"\"\r\n", "\"a,\"b\"\r\n", "a,\"\r\n", "a\rb\r\n", "\"", "\"\"", "\"\"\"\r\n", ",",
    ])
  func otherForms(text: String) {
    #expect(throws: CSVRows.Malformed.self) { try read(Array(text.utf8)) }
  }

  @Test("bytes that are not UTF-8 are refused")
  func notText() {
    for bytes: [UInt8] in [[0xFF, 0x0D, 0x0A], [0x61, 0xC3, 0x0D, 0x0A], [0xED, 0xA0, 0x80, 0x0D, 0x0A]] {
      #expect(throws: CSVRows.Malformed.self) { try read(bytes) }
    }
  }
}
