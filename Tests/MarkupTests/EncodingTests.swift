import Foundation
import Markup
import Testing

/// Only one encoding is accepted, so that every program reads the same document from the bytes.
@Suite("Encodings")
struct EncodingTests {
  static let persian = "<?xml version='1.0' encoding='UTF-8'?>\n<a>مریم \u{200C}ژ 🏛</a>"

  @Test("UTF-8 is read with and without a declaration or a byte order mark")
  func utf8() throws {
    for text in [Self.persian, "\n<a>مریم \u{200C}ژ 🏛</a>", "\u{FEFF}" + Self.persian] {
      #expect(try read(text).text == "مریم \u{200C}ژ 🏛")
    }
    #expect(try read("<?xml version='1.0' encoding='utf-8'?><a/>").children.isEmpty)
  }

  @Test("a NUL byte is refused at every place", arguments: 0...21)
  func nul(place: Int) throws {
    var bytes = Array("<a b='c'>d<!--e--></a>".utf8)
    bytes.insert(0, at: place)
    #expect(refusal(of: bytes)?.line == 1)
  }

  @Test("a NUL byte after the root is refused, so that no later bytes are ignored")
  func nulAfterRoot() throws {
    #expect(refusal(of: Array("<a>\n</a>\n".utf8) + [0] + Array("<<< anything".utf8))?.line == 3)
  }

  @Test(
    "UTF-16 and UTF-32 are refused with and without a byte order mark",
    arguments: [
      String.Encoding.utf16, .utf16LittleEndian, .utf16BigEndian, .utf32, .utf32LittleEndian, .utf32BigEndian,
    ])
  func wide(encoding: String.Encoding) throws {
    for text in ["<a>hi</a>", "<?xml version='1.0' encoding='UTF-16'?><a>hi</a>"] {
      #expect(refusal(of: Array(try #require(text.data(using: encoding))))?.reason == .notUTF8)
    }
  }

  @Test("a declared encoding other than UTF-8 is refused, even if the bytes are in it")
  func declared() throws {
    for name in ["windows-1256", "ISO-8859-1", "UTF-7", "UTF-16", "IBM037", "nonsense", "UTF-8x"] {
      #expect(refusal(of: "<?xml version='1.0' encoding='\(name)'?>\n<a>+ADw-b/+AD4-</a>")?.line == 1, "\(name)")
    }
    // "مریم" in windows-1256.
    let bytes = Array("<?xml version='1.0' encoding='windows-1256'?>\n<a>".utf8) + [0xE3, 0xD1, 0xED, 0xE3]
    #expect(refusal(of: bytes + Array("</a>".utf8))?.line == 1)
  }

  @Test("bytes that are not UTF-8 are refused on their line")
  func invalid() throws {
    let sequences: [[UInt8]] = [
      [0xE3, 0xD1, 0xED, 0xE3], [0xC0, 0xBC], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80], [0xFF],
      [0xE0, 0x80],
    ]
    for sequence in sequences {
      for around in [("<a>\n", "</a>"), ("<a>\n<b c='", "'/></a>"), ("<a>\n<!--", "--></a>")] {
        let fault = try #require(refusal(of: Array(around.0.utf8) + sequence + Array(around.1.utf8)), "\(sequence)")
        #expect(fault.line == 2, "\(sequence) in \(around): \(fault)")
      }
    }
  }

  @Test("EBCDIC is refused")
  func ebcdic() {
    // The EBCDIC bytes of `<?xml version='1.0'?><a/>`.
    let bytes: [UInt8] = [
      0x4C, 0x6F, 0xA7, 0x94, 0x93, 0x40, 0xA5, 0x85, 0x99, 0xA2, 0x89, 0x96, 0x95, 0x7E, 0x7D, 0xF1, 0x4B, 0xF0, 0x7D,
      0x6F, 0x6E, 0x4C, 0x81, 0x61, 0x6E,
    ]
    #expect(refusal(of: bytes)?.line == 1)
  }
}
