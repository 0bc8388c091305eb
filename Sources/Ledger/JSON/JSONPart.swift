import Foundation

/// One part of a text that is being written: a value, or an object or an array whose parts are still taken.
final class JSONPart {
  private enum Content {
    case nothing
    case written([UInt8])
    case array([JSONPart])
    case object([(name: String, part: JSONPart)])
  }

  private var content = Content.nothing

  init() {}

  private init(written: [UInt8]) { content = .written(written) }

  static func fault(_ value: Any, _ description: String) -> EncodingError {
    .invalidValue(value, EncodingError.Context(codingPath: [], debugDescription: description))
  }

  /// Takes a value of any type. Bytes are a string in base64.
  func take<Value: Encodable>(_ value: Value) throws {
    if Value.self == Data.self, let data = value as? Data {
      text(data.base64EncodedString())
    } else {
      try value.encode(to: CanonicalEncoder(part: self))
    }
  }

  func text(_ text: String) { content = .written(Self.quoted(text)) }
  func flag(_ flag: Bool) { content = .written(Array((flag ? "true" : "false").utf8)) }

  func integer(_ value: some FixedWidthInteger) throws {
    guard let number = Int(exactly: value), (-CanonicalJSON.largest...CanonicalJSON.largest).contains(number) else {
      throw Self.fault(value, "integer")
    }
    content = .written(Array(String(number).utf8))
  }

  /// Makes the part an object, which may have no members.
  func beginObject() { if case .nothing = content { content = .object([]) } }

  /// Makes the part an array, which may have no elements.
  func beginArray() { if case .nothing = content { content = .array([]) } }

  /// Adds a member and returns its part.
  func member(_ name: String) -> JSONPart {
    let part = JSONPart()
    guard case .object(var members) = content else { return part }
    content = .nothing
    members.append((name, part))
    content = .object(members)
    return part
  }

  /// Adds an element and returns its part.
  func element() -> JSONPart {
    let part = JSONPart()
    guard case .array(var elements) = content else { return part }
    content = .nothing
    elements.append(part)
    content = .array(elements)
    return part
  }

  /// The number of elements of an array.
  var count: Int { if case .array(let elements) = content { elements.count } else { 0 } }

  /// Returns the text.
  func bytes() throws -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(1024)
    try write(&result)
    return result
  }

  private func write(_ result: inout [UInt8]) throws {
    switch content {
    case .nothing: throw Self.fault(self, "nothing")
    case .written(let bytes): result += bytes
    case .array(let elements):
      result.append(UInt8(ascii: "["))
      for (place, element) in elements.enumerated() {
        if place > 0 { result.append(UInt8(ascii: ",")) }
        try element.write(&result)
      }
      result.append(UInt8(ascii: "]"))
    case .object(let members):
      result.append(UInt8(ascii: "{"))
      // RFC 8785 sorts by UTF-16 code units, which is the order of the bytes for the names that are used here.
      for (place, member) in members.sorted(by: { $0.name.utf16.lexicographicallyPrecedes($1.name.utf16) }).enumerated()
      {
        if place > 0 { result.append(UInt8(ascii: ",")) }
        result += Self.quoted(member.name)
        result.append(UInt8(ascii: ":"))
        try member.part.write(&result)
      }
      result.append(UInt8(ascii: "}"))
    }
  }

  /// Returns a string with its quotation marks and escapes.
  private static func quoted(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count + 2)
    result.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): result += [UInt8(ascii: "\\"), byte]
      case 0x08: result += Array("\\b".utf8)
      case 0x09: result += Array("\\t".utf8)
      case 0x0A: result += Array("\\n".utf8)
      case 0x0C: result += Array("\\f".utf8)
      case 0x0D: result += Array("\\r".utf8)
      case 0..<0x20: result += Array("\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8)
      default: result.append(byte)
      }
    }
    result.append(UInt8(ascii: "\""))
    return result
  }
}
