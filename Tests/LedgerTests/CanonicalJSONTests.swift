import Casework
import Foundation
import Ledger
import LedgerSQLite
import TestSeed
import TestSupport
import TestTools
import Testing

/// Compares the reader and the writer of canonical JSON with Foundation's coders, which read by decoding, writing again and
/// comparing.
@Suite("Canonical JSON")
struct CanonicalJSONTests {
  private static func expectedBytes(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(value))
  }

  private static func expected<Value: Codable>(_ type: Value.Type, _ bytes: [UInt8]) -> Value? {
    guard let value = try? JSONDecoder().decode(type, from: Data(bytes)), let again = try? expectedBytes(value),
      again == bytes
    else { return nil }
    return value
  }

  /// The entries of an office of this version and of one of format 1.
  static let entries: [[UInt8]] = {
    do {
      let office = try TestOffice()
      defer { office.remove() }
      try office.advance(office.receive("proper"), through: .exported)
      for name in ["truncated", "no-article", "over-broad", "not-particular"] { try office.log(name) }
      let folder = try Checkout.temporary("format-1")
      defer { try? FileManager.default.removeItem(at: folder) }
      try Tool.run("tar", ["-xzf", Checkout.fixture("Offices/format-1/office.tar.gz").path], in: folder)
      let old = try SQLiteOffice.open(OfficeFolder(folder.appending(path: "office")), for: .reading)
      return try (office.desk().office.rows().entries + old.rows().entries).map(\.bytes)
    } catch {
      fatalError("the offices cannot be made: \(error)")
    }
  }()

  @Test("every entry is read and written as by Foundation's coders")
  func entriesAgree() throws {
    #expect(Self.entries.count > 45)
    for bytes in Self.entries {
      let entry = try #require(CanonicalJSON.read(Entry.self, bytes))
      #expect(entry == Self.expected(Entry.self, bytes))
      #expect(try CanonicalJSON.bytes(entry) == bytes)
    }
  }

  @Test("a changed entry is read exactly where Foundation's coders read it", .seeded)
  func changesAgree() throws {
    var random = Seed.generator()
    var accepted = 0
    for bytes in Self.entries {
      for _ in 0..<60 {
        var changed = bytes
        let place = Int.random(in: changed.indices, using: &random)
        let pieces = [
          " ", "\\u0061", "1.0", "1e3", "-0", "01", "null", ",", "\"x\":1,", "\u{FEFF}", "\\/", "é", "{}", "\\\"", "0",
        ]
        switch Int.random(in: 0..<6, using: &random) {
        case 0: changed[place] = UInt8.random(in: .min ... .max, using: &random)
        case 1: changed.remove(at: place)
        case 2: changed.insert(contentsOf: pieces.randomElement(using: &random)!.utf8, at: place)
        case 3: changed = Array(changed.prefix(place))
        case 4:
          // Two members or elements change places.
          let parts = String(decoding: changed, as: UTF8.self).split(separator: ",", omittingEmptySubsequences: false)
          let first = Int.random(in: parts.indices, using: &random)
          var other = parts
          other.swapAt(first, Int.random(in: parts.indices, using: &random))
          changed = Array(other.joined(separator: ",").utf8)
        default: changed += pieces.randomElement(using: &random)!.utf8
        }
        let read = CanonicalJSON.read(Entry.self, changed)
        #expect(read == Self.expected(Entry.self, changed), "\(String(decoding: changed, as: UTF8.self))")
        if read != nil { accepted += 1 }
      }
    }
    // Some changes, for example of a digest's digit, give another entry.
    #expect(accepted > 50)
  }

  /// A value with every shape that entries and proposals have.
  struct Sample: Codable, Equatable {
    enum Kind: String, Codable { case first, second }
    enum Choice: Codable, Equatable {
      case plain
      case named(text: String, number: Int)
    }
    struct Inner: Codable, Equatable {
      var flags: [Bool]
      var texts: [[String]]
    }
    var text: String
    var number: Int64
    var small: UInt8
    var optional: String?
    var kind: Kind
    var choice: Choice
    var inner: Inner?
    var names: [String: Int]
    var data: Data
    var set: [Kind: Int]?
  }

  private func sample(_ random: inout SplitMix) -> Sample {
    func text(_ random: inout SplitMix) -> String {
      let scalars: [Unicode.Scalar] = [
        "a", "Z", "\"", "\\", "/", "\n", "\u{8}", "\u{c}", "\t", "\r", "\0", "\u{1f}", "\u{7f}", "س", "\u{200c}", "😀",
        "\u{2028}", "é",
      ]
      return String(
        String.UnicodeScalarView(
          (0..<Int.random(in: 0..<9, using: &random)).map { _ in scalars.randomElement(using: &random)! }))
    }
    return Sample(
      text: text(&random),
      number: Int64.random(in: -CanonicalJSON.largestInteger...CanonicalJSON.largestInteger, using: &random),
      small: UInt8.random(in: .min ... .max, using: &random),
      optional: Bool.random(using: &random) ? text(&random) : nil,
      kind: Bool.random(using: &random) ? .first : .second,
      choice: Bool.random(using: &random) ? .plain : .named(text: text(&random), number: 7),
      inner: Bool.random(using: &random) ? Sample.Inner(flags: [true, false], texts: [[], [text(&random)]]) : nil,
      names: ["b": 1, "a": 2, "ab": 3, "B": 4, "aB": 5], data: Data(text(&random).utf8), set: nil)
  }

  @Test("random values are written as by Foundation's encoder, and read back", .seeded)
  func samplesAgree() throws {
    var random = Seed.generator()
    for _ in 0..<500 {
      let sample = sample(&random)
      let bytes = try CanonicalJSON.bytes(sample)
      #expect(bytes == (try Self.expectedBytes(sample)), "\(String(decoding: bytes, as: UTF8.self))")
      #expect(CanonicalJSON.read(Sample.self, bytes) == sample)
    }
  }

  @Test("numbers beyond 2^53 - 1, fractions and null are neither written nor read")
  func bounds() throws {
    struct Number: Codable { var a: Int? }
    struct Fraction: Codable { var a: Double }
    #expect(throws: EncodingError.self) { try CanonicalJSON.bytes(Number(a: CanonicalJSON.largestSize + 1)) }
    #expect(throws: EncodingError.self) { try CanonicalJSON.bytes(Number(a: Int.min)) }
    #expect(throws: EncodingError.self) { try CanonicalJSON.bytes(Fraction(a: 0.5)) }
    for text in [
      "{\"a\":9007199254740992}", "{\"a\":null}", "{\"a\":1.0}", "{\"a\":-0}", "{\"a\":01}", "{\"a\":1e2}", "{}x",
    ] {
      #expect(CanonicalJSON.read(Number.self, Array(text.utf8)) == nil, "\(text)")
    }
    #expect(CanonicalJSON.read(Number.self, Array("{\"a\":9007199254740991}".utf8))?.a == CanonicalJSON.largestSize)
    #expect(CanonicalJSON.read(Number.self, Array("{}".utf8)) != nil)
  }

  @Test("deep nesting, bytes that are no text, and empty input are refused, and end nothing")
  func hostile() {
    struct Empty: Codable {}
    for text in [
      String(repeating: "[", count: 100_000), String(repeating: "{\"a\":", count: 100_000), "", "\"", "\"\\", "{",
      "[1,", "-", "t",
      "{\"a\"", "{\"a\":1,}", "[,]", "\"\\u12\"", "\"\\ud800\"",
    ] {
      #expect(CanonicalJSON.read([Empty].self, Array(text.utf8)) == nil)
      #expect(CanonicalJSON.read(Entry.self, Array(text.utf8)) == nil)
      #expect(CanonicalJSON.read(String.self, Array(text.utf8)) == nil)
    }
    #expect(CanonicalJSON.read(String.self, [0x22, 0xFF, 0x22]) == nil)
    #expect(CanonicalJSON.read(String.self, [0xEF, 0xBB, 0xBF, 0x22, 0x22]) == nil)
  }
}

extension CanonicalJSON {
  fileprivate static let largestInteger = Int64(9_007_199_254_740_991)
  fileprivate static let largestSize = 9_007_199_254_740_991
}
