import Foundation
import Packaging
import TestTools
import Testing

@Suite("CSV")
struct CSVTests {
  /// Texts that occur in databases, and texts that have broken tables before.
  private static let texts = [
    "", " ", ",", "\"", "\"\"", "\r", "\n", "\r\n", "\n\r", "a,b", "say \"so\"", "\"quoted\"", "line one\r\nline two",
    "=1+1", "+98 21 0000", "-1", "@x", "=HYPERLINK(\"https://example.com\",\"x\")", "tab\there", "'", "\\", "\\\"",
    "شعبهٔ ۳ دادگاه، تهران", "کتاب‌خانه", "«نقل»", "۱۴۰۵/۰۴/۱۲", "🙂", "👩‍👩‍👧", "🇮🇷,🇩🇪", "e\u{301}", "é",
    "\u{FEFF}bom", "\u{2028}", "\u{85}", "trailing ", "0012", "NULL", "1e5",
  ]

  /// Texts in which a quotation mark, comma or line end is followed by a combining mark or a joiner. Swift sees one
  /// `Character`, but a reader of the file still sees the separator.
  private static let joined = [
    "\"\u{301}", "\"\u{200C}", "\"\u{200D}", "\"\u{64B}", "\"\u{FE0F}", "او گفت: \"\u{200C}نه\"", "\",\"\u{301},x",
    "\r\u{301}", "\n\u{301}", ",\u{301}", "\u{301}", "a\"\u{301}\r\nforged,row",
  ]

  private static func table(_ texts: [String]) -> [[CSV.Value]] {
    texts.map { [.text($0), .absent, .text("end")] }
  }

  private static func expected(_ texts: [String]) -> [[CSVReader.Field]] {
    texts.map { [.text($0), .absent, .text("end")] }
  }

  /// Compares scalar by scalar, because `==` on strings ignores differences between canonically equivalent spellings.
  private static func agree(_ one: [[CSVReader.Field]], _ other: [[CSVReader.Field]]) -> Bool {
    func spelled(_ rows: [[CSVReader.Field]]) -> [[[Unicode.Scalar]?]] {
      rows.map { row in
        row.map { field in
          if case .text(let text) = field { Array(text.unicodeScalars) } else { nil }
        }
      }
    }
    return spelled(one) == spelled(other)
  }

  @Test("The bytes are UTF-8 with a header line, CRLF after every line, and quotes only where they are needed")
  func bytes() {
    let table = CSV.bytes(
      columns: ["name", "a,b"],
      rows: [[.text("plain"), .absent], [.text(""), .text("x\"y")], [.text("نام"), .text("\n")]])
    #expect(String(decoding: table, as: UTF8.self) == "name,\"a,b\"\r\nplain,\r\n\"\",\"x\"\"y\"\r\nنام,\"\n\"\r\n")
    #expect(CSV.bytes(columns: ["only"], rows: []) == Array("only\r\n".utf8))
  }

  @Test("A reader of RFC 4180 reads every value back, and distinguishes an empty text from an absent value")
  func values() throws {
    let bytes = CSV.bytes(columns: ["text", "absent", "end"], rows: Self.table(Self.texts))
    let records = try CSVReader.records(bytes)
    #expect(records.first == [.text("text"), .text("absent"), .text("end")])
    #expect(Self.agree(Array(records.dropFirst()), Self.expected(Self.texts)))
  }

  @Test("A combining mark or a joiner after a quote, comma or line end does not hide it", arguments: joined)
  func hiddenSeparators(text: String) throws {
    let bytes = CSV.bytes(columns: ["text", "absent", "end"], rows: Self.table([text]))
    #expect(Self.agree(Array(try CSVReader.records(bytes).dropFirst()), Self.expected([text])))
  }

  @Test("Column names are quoted like values")
  func columns() throws {
    let names = ["a,b", "\"", "\"\u{200C}", "", "نام", "\r\n"]
    let records = try CSVReader.records(CSV.bytes(columns: names, rows: []))
    #expect(Self.agree(records, [names.map { .text($0) }]))
  }

  @Test("Bytes are written in base64, and empty bytes are not an absent value")
  func binary() throws {
    let blob = (0...255).map { UInt8($0) }
    let records = try CSVReader.records(
      CSV.bytes(columns: ["a", "b", "c"], rows: [[.bytes(blob), .bytes([]), .absent]]))
    #expect(records[1] == [.text(Data(blob).base64EncodedString()), .text(""), .absent])
  }

  @Test("Random tables are read back unchanged")
  func random() throws {
    var random = SplitMix.printed(for: "random tables")
    let scalars: [Unicode.Scalar] = [
      ",", "\"", "\r", "\n", "=", "a", " ", "ی", "\u{200C}", "\u{200D}", "\u{301}", "🙂", "\u{FE0F}", "۵",
    ]
    func value() -> CSV.Value {
      guard Int.random(in: 0..<8, using: &random) > 0 else { return .absent }
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        text.append(scalars[Int.random(in: 0..<scalars.count, using: &random)])
      }
      return .text(String(text))
    }
    for _ in 0..<150 {
      let width = Int.random(in: 1...4, using: &random)
      let rows = (0..<Int.random(in: 0...6, using: &random)).map { _ in (0..<width).map { _ in value() } }
      let bytes = CSV.bytes(columns: (0..<width).map { "column \($0)" }, rows: rows)
      let wanted: [[CSVReader.Field]] = rows.map { row in
        row.map { if case .text(let text) = $0 { .text(text) } else { .absent } }
      }
      let read = Array(try CSVReader.records(bytes).dropFirst())
      #expect(Self.agree(read, wanted), "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
  }

  @Test(
    "Python's csv module reads every value back", .enabled(if: Tool.isHere("python3"), "python3 is not here"))
  func python() throws {
    let folder = try Folder()
    let texts = Self.texts + Self.joined
    try folder.write(CSV.bytes(columns: ["text", "absent", "end"], rows: Self.table(texts)), as: "table.csv")
    let script = """
      import csv, json, sys
      with open("table.csv", encoding="utf-8", newline="") as file:
          json.dump(list(csv.reader(file, strict=True)), sys.stdout)
      """
    let finished = try Tool.run("python3", ["-c", script], in: folder)
    #expect(finished.status == 0)
    let rows = try JSONDecoder().decode([[String]].self, from: Data(finished.bytes))
    let wanted = [["text", "absent", "end"]] + texts.map { [$0, "", "end"] }
    #expect(rows.map { $0.map { Array($0.unicodeScalars) } } == wanted.map { $0.map { Array($0.unicodeScalars) } })
  }
}
