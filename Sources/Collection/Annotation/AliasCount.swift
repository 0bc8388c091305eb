/// Counts the aliases of a YAML text before the text is parsed. Each alias repeats the contents of its anchor,
/// including other aliases. So a few hundred bytes can expand to a document that is too large to read.
enum AliasCount {
  /// The largest accepted number of aliases. In the worst nesting, 16 aliases repeat a text a few hundred times.
  static let limit = 16

  /// Returns the number of words after `*` that also occur after `&`. It is at least the number of aliases: words in
  /// comments and texts are counted too, if they have the form of an alias and of an anchor.
  static func of(_ text: String) -> Int {
    let bytes = Array(text.utf8)
    let anchors = Set(words(of: bytes, behind: UInt8(ascii: "&")))
    return anchors.isEmpty ? 0 : words(of: bytes, behind: UInt8(ascii: "*")).count { anchors.contains($0) }
  }

  /// Returns the words directly after a mark. A word consists of the characters that the name of an anchor may have.
  private static func words(of bytes: [UInt8], behind mark: UInt8) -> [ArraySlice<UInt8>] {
    bytes.indices.filter { bytes[$0] == mark }.map { place in
      bytes[(place + 1)...].prefix { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "-"):
          true
        default: false
        }
      }
    }.filter { !$0.isEmpty }
  }
}
