import Foundation
import Testing
import Wording

@testable import amanat

/// Tests that no text from a person or a file reaches the terminal with characters that move the cursor, hide text or
/// change its direction.
@Suite("Hidden characters")
struct HiddenTextTests {
  static let hidden: [UInt32] =
    [0x00, 0x0A, 0x1B, 0x7F, 0x85, 0x9B, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0xFEFF]
    + Array(0x202A...0x202E) + Array(0x2060...0x2064) + Array(0x2066...0x2069)

  private func printed(_ work: (Console) throws -> Void) rethrows -> String {
    var lines: [String] = []
    try work(Console(English(), out: { lines.append($0) }, err: { lines.append($0) }))
    return lines.joined(separator: "\n")
  }

  @Test("data are printed with each hidden character as a code, on both outputs and in tables", arguments: hidden)
  func dataAreVisible(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    let data = Phrase.data("a\(scalar)b")
    let code = "a\\u{\(String(value, radix: 16, uppercase: true))}b"
    #expect(printed { $0.out(data) } == code)
    #expect(printed { $0.err(data) } == code)
    #expect(printed { $0.error(data) }.hasSuffix(code))
    #expect(printed { $0.hint(data) }.hasSuffix(code))
    #expect(printed { console in console.table([[data, data]], to: console.out) } == "\(code)  \(code)")
  }

  @Test("JSON has no hidden character in a string, and is read back as the same value", arguments: hidden)
  func jsonIsHarmless(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    let texts = ["a\(scalar)b": "\\\(scalar)\"\(scalar)", "tag": "\u{E0041}", "word": "می\u{200C}خواهم"]
    let json = try printed { try $0.json(texts) }
    #expect(!json.unicodeScalars.contains { $0 != "\n" && Phrase.isHidden($0) })
    #expect(json.split(separator: "\n").count == texts.count + 2)
    #expect(try JSONDecoder().decode([String: String].self, from: Data(json.utf8)) == texts)
    #expect(json.contains("می\u{200C}خواهم"))
  }

  @Test("letters, joiners and emoji are printed as they are", arguments: ["تهران", "می\u{200C}خواهم", "👩‍⚖️", "é"])
  func lettersAreKept(text: String) throws {
    #expect(printed { $0.out(.data(text)) } == text)
    #expect(try printed { try $0.json([text]) }.contains("\"\(text)\""))
  }

  @Test("a document is printed as it is")
  func documentsAreRaw() {
    #expect(printed { $0.document("a\n\tb  ") } == "a\n\tb  ")
  }

  @Test("names of a chart in a fault of its reader are printed with codes")
  func faultsQuoteVisibly() {
    let fault = English().text(FaultPhrase.malformed(FilePlace(file: "a"), .reading(.chart("no state '\u{202E}x'"))))
    #expect(printed { $0.error(fault) }.contains(#"'\u{202E}x'"#))
  }
}
