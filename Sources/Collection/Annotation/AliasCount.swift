/// Counts the aliases of a YAML text before it is parsed. Each alias repeats what its anchor holds, aliases included, so a
/// few hundred bytes can stand for a document that no program reads to its end.
enum AliasCount {
  /// The largest number of aliases that are read. Nested in the worst way, 16 repeat a text a few hundred times.
  static let limit = 16

  /// Returns the number of words behind `*` that are also behind `&` somewhere: at least the number of aliases. Words in
  /// comments and texts count too, where they have the form of an alias and of an anchor.
  static func of(_ text: String) -> Int {
    let bytes = Array(text.utf8)
    let anchors = Set(words(of: bytes, behind: UInt8(ascii: "&")))
    return anchors.isEmpty ? 0 : words(of: bytes, behind: UInt8(ascii: "*")).count { anchors.contains($0) }
  }

  /// Lists the words that follow a mark at once, in the characters that the names of anchors have.
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
