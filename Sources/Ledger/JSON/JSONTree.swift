/// The text of canonical JSON as a list of its parts, each with its place in the bytes.
///
/// The parts are in the order of the text. An object is followed by the name and the value of each member, an array by its
/// elements. The reader takes no white space, no fraction and no `null`. What it takes is not yet known to be canonical:
/// `CanonicalJSON.read` compares the bytes.
final class JSONTree {
  enum Kind {
    case object, array, string, integer, yes, no
  }

  struct Node {
    var kind: Kind
    /// The place of the part in the bytes; of a string, without its quotation marks.
    var start: Int
    var end: Int
    /// The index of the first part after this one and its own parts.
    var next: Int
    /// True where a string has escapes.
    var hasEscapes = false
  }

  let bytes: [UInt8]
  private(set) var nodes: [Node] = []

  /// Reads a text; nil where it is not JSON of this kind.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    nodes.reserveCapacity(bytes.count / 12)
    var reader = Reader(bytes: bytes)
    guard reader.value(&nodes, depth: 0), reader.place == bytes.count else { return nil }
  }

  /// Returns the text of a string; nil for another part.
  func text(_ node: Int) -> String? {
    let part = nodes[node]
    guard part.kind == .string else { return nil }
    let raw = bytes[part.start..<part.end]
    return part.hasEscapes ? Self.unescaped(raw) : String(decoding: raw, as: UTF8.self)
  }

  /// Returns an integer; nil for another part, or outside the bounds.
  func integer(_ node: Int) -> Int? {
    let part = nodes[node]
    guard part.kind == .integer, part.end - part.start <= 17 else { return nil }
    var value = 0
    for byte in bytes[part.start..<part.end] where byte != UInt8(ascii: "-") { value = value * 10 + Int(byte - 48) }
    guard value <= CanonicalJSON.largest else { return nil }
    return bytes[part.start] == UInt8(ascii: "-") ? -value : value
  }

  /// Returns the value of a member; nil where the object has no member of this name.
  func member(_ name: String, of object: Int) -> Int? {
    let last = nodes[object].next
    var node = object + 1
    while node < last {
      if isName(node, name) { return node + 1 }
      node = nodes[node + 1].next
    }
    return nil
  }

  private func isName(_ node: Int, _ name: String) -> Bool {
    let part = nodes[node]
    if part.hasEscapes { return text(node) == name }
    var name = name
    return name.withUTF8 { $0.count == part.end - part.start && bytes[part.start..<part.end].elementsEqual($0) }
  }

  private static func unescaped(_ raw: ArraySlice<UInt8>) -> String? {
    var result: [UInt8] = []
    var rest = raw
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\") else {
        result.append(byte)
        continue
      }
      switch rest.popFirst() {
      case UInt8(ascii: "\""): result.append(0x22)
      case UInt8(ascii: "\\"): result.append(0x5C)
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "u"):
        // Only control characters are escaped in this way.
        let digits = String(decoding: rest.prefix(4), as: UTF8.self)
        guard rest.count >= 4, let value = UInt8(digits, radix: 16), value < 0x20 else { return nil }
        result.append(value)
        rest = rest.dropFirst(4)
      default: return nil
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// Reads a text from its beginning.
private struct Reader {
  let bytes: [UInt8]
  var place = 0

  private var byte: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func take(_ wanted: Character) -> Bool {
    guard byte == wanted.asciiValue else { return false }
    place += 1
    return true
  }

  mutating func value(_ nodes: inout [JSONTree.Node], depth: Int) -> Bool {
    guard depth < CanonicalJSON.deepest, let byte else { return false }
    switch byte {
    case UInt8(ascii: "{"): return parts(.object, "}", &nodes, depth)
    case UInt8(ascii: "["): return parts(.array, "]", &nodes, depth)
    case UInt8(ascii: "\""): return string(&nodes)
    case UInt8(ascii: "t"): return word("true", .yes, &nodes)
    case UInt8(ascii: "f"): return word("false", .no, &nodes)
    default: return integer(&nodes)
    }
  }

  private mutating func parts(_ kind: JSONTree.Kind, _ end: Character, _ nodes: inout [JSONTree.Node], _ depth: Int)
    -> Bool
  {
    let own = nodes.count
    nodes.append(JSONTree.Node(kind: kind, start: place, end: place, next: own + 1))
    place += 1
    var isFirst = true
    while !take(end) {
      guard isFirst || take(",") else { return false }
      isFirst = false
      if kind == .object { guard string(&nodes), take(":") else { return false } }
      guard value(&nodes, depth: depth + 1) else { return false }
    }
    nodes[own].end = place
    nodes[own].next = nodes.count
    return true
  }

  private mutating func string(_ nodes: inout [JSONTree.Node]) -> Bool {
    guard take("\"") else { return false }
    let start = place
    var hasEscapes = false
    while let byte, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { return false }
      if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        place += 1
      }
      place += 1
    }
    guard place < bytes.count else { return false }
    nodes.append(
      JSONTree.Node(kind: .string, start: start, end: place, next: nodes.count + 1, hasEscapes: hasEscapes))
    place += 1
    return true
  }

  private mutating func integer(_ nodes: inout [JSONTree.Node]) -> Bool {
    let start = place
    _ = take("-")
    let digits = place
    while let byte, (48...57).contains(byte) { place += 1 }
    guard place > digits else { return false }
    nodes.append(JSONTree.Node(kind: .integer, start: start, end: place, next: nodes.count + 1))
    return true
  }

  private mutating func word(_ word: StaticString, _ kind: JSONTree.Kind, _ nodes: inout [JSONTree.Node]) -> Bool {
    let end = place + word.utf8CodeUnitCount
    guard end <= bytes.count,
      word.withUTF8Buffer({ bytes[place..<end].elementsEqual($0) })
    else { return false }
    nodes.append(JSONTree.Node(kind: kind, start: place, end: end, next: nodes.count + 1))
    place = end
    return true
  }
}
