import TestTools

/// Makes documents that are almost valid: some elements or bytes are deleted, doubled, moved or changed.
struct Mutator {
  /// The byte range of an element, from its start tag to its end tag, and the range of its content.
  private struct Span {
    var whole: Range<Int>
    var content: Range<Int>
  }

  private let original: [UInt8]
  var random: SplitMix

  init(_ document: [UInt8], seed: UInt64) {
    original = document
    random = SplitMix(seed: seed)
  }

  /// Texts that a person might write in the wrong place.
  static let texts = [
    "", " ", "\u{200C}", "۰", "0", "1404/12/30", "۱۴۰۳/۱۲/۳۰", "9999/99/99", "1405-01-01", "CCA 36", "1234/98", "x",
    "&lt;",
    "&who;", "<!-- -->", "<![CDATA[۱۴۰۵/۰۱/۰۱]]>", "<?x?>", "<name>x</name>", "\u{202E}۱۴۰۵/۳۳۸۱", "0900 000 1500",
    String(repeating: "۹", count: 18), String(repeating: "آ", count: 400), "\u{FFFD}", "🏛", "content", "identity",
  ]

  /// Makes one mutant.
  mutating func next() -> [UInt8] {
    var bytes = original
    for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty { mutate(&bytes) }
    return bytes
  }

  private mutating func mutate(_ bytes: inout [UInt8]) {
    let place = Int.random(in: 0..<bytes.count, using: &random)
    let elements = Self.elements(of: bytes)
    let span = elements.randomElement(using: &random)
    let text = Array((Self.texts.randomElement(using: &random) ?? "").utf8)
    switch Int.random(in: 0..<12, using: &random) {
    case 0: bytes.remove(at: place)
    case 1: bytes.insert(bytes[place], at: place)
    case 2: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
    case 3: bytes[place] = Array("<>&\"'/= \n0a\u{0}".utf8).randomElement(using: &random) ?? 0
    case 4: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...40, using: &random)))
    case 5: bytes.insert(contentsOf: text, at: place)
    case 6, 7: if let span { bytes.removeSubrange(span.whole) }
    case 8: if let span { bytes.insert(contentsOf: bytes[span.whole], at: span.whole.upperBound) }
    case 9: if let span { bytes.replaceSubrange(span.content, with: text) }
    case 10:
      guard let span, let other = elements.randomElement(using: &random) else { return }
      bytes.insert(contentsOf: Array(bytes[other.whole]), at: span.whole.lowerBound)
    default:
      guard let span, let other = elements.randomElement(using: &random) else { return }
      bytes.replaceSubrange(span.content, with: Array(bytes[other.content]))
    }
  }

  /// Returns the elements of a simply written document, as far as its damage allows.
  private static func elements(of bytes: [UInt8]) -> [Span] {
    var result: [Span] = []
    var open: [(start: Int, content: Int)] = []
    var index = 0
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")),
      let end = bytes[start...].firstIndex(of: UInt8(ascii: ">"))
    {
      index = end + 1
      switch bytes[start + 1] {
      case UInt8(ascii: "?"), UInt8(ascii: "!"): continue
      case UInt8(ascii: "/"):
        guard let tag = open.popLast() else { continue }
        result.append(Span(whole: tag.start..<index, content: tag.content..<start))
      default:
        if bytes[end - 1] == UInt8(ascii: "/") {
          result.append(Span(whole: start..<index, content: index..<index))
        } else {
          open.append((start, index))
        }
      }
    }
    return result
  }
}
