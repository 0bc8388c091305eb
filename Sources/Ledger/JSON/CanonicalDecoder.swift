import Foundation

/// Makes a value of one part of a text.
struct CanonicalDecoder: Decoder, SingleValueDecodingContainer {
  let tree: JSONTree
  let node: Int

  /// Makes a decoder of the part at this index.
  init(_ tree: JSONTree, _ node: Int) {
    self.tree = tree
    self.node = node
  }

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  static func fault(_ description: String) -> DecodingError {
    .dataCorrupted(DecodingError.Context(codingPath: [], debugDescription: description))
  }

  /// Decodes a value of any type. Bytes are a string in base64.
  func value<Value: Decodable>(_ type: Value.Type) throws -> Value {
    guard type == Data.self else { return try Value(from: self) }
    guard let data = Data(base64Encoded: try text()), let value = data as? Value else {
      throw Self.fault("no base64")
    }
    return value
  }

  func text() throws -> String {
    guard let text = tree.text(node) else { throw Self.fault("no string") }
    return text
  }

  func integer<Value: FixedWidthInteger>(_ type: Value.Type) throws -> Value {
    guard let value = tree.integer(node).flatMap({ Value(exactly: $0) }) else { throw Self.fault("no integer") }
    return value
  }

  func flag() throws -> Bool {
    switch tree.nodes[node].kind {
    case .yes: return true
    case .no: return false
    case .object, .array, .string, .integer: throw Self.fault("no boolean")
    }
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard tree.nodes[node].kind == .object else { throw Self.fault("no object") }
    return KeyedDecodingContainer(JSONMembers<Key>(tree: tree, object: node))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard tree.nodes[node].kind == .array else { throw Self.fault("no array") }
    return JSONElements(tree: tree, array: node, place: node + 1)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { self }

  // MARK: The value of one part

  func decodeNil() -> Bool { false }
  func decode(_ type: Bool.Type) throws -> Bool { try flag() }
  func decode(_ type: String.Type) throws -> String { try text() }
  func decode(_ type: Double.Type) throws -> Double { throw Self.fault("a fraction") }
  func decode(_ type: Float.Type) throws -> Float { throw Self.fault("a fraction") }
  func decode(_ type: Int.Type) throws -> Int { try integer(type) }
  func decode(_ type: Int8.Type) throws -> Int8 { try integer(type) }
  func decode(_ type: Int16.Type) throws -> Int16 { try integer(type) }
  func decode(_ type: Int32.Type) throws -> Int32 { try integer(type) }
  func decode(_ type: Int64.Type) throws -> Int64 { try integer(type) }
  func decode(_ type: UInt.Type) throws -> UInt { try integer(type) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try integer(type) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try integer(type) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try integer(type) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try integer(type) }
  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try value(type) }
}
