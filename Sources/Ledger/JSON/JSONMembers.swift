/// The members of an object, as a type decodes them.
struct JSONMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let tree: JSONTree
  let object: Int

  var codingPath: [any CodingKey] { [] }

  var allKeys: [Key] {
    var keys: [Key] = []
    var node = object + 1
    while node < tree.nodes[object].next {
      if let key = tree.text(node).flatMap({ Key(stringValue: $0) }) { keys.append(key) }
      node = tree.nodes[node + 1].next
    }
    return keys
  }

  private func part(_ key: some CodingKey) throws -> CanonicalDecoder {
    guard let node = tree.member(key.stringValue, of: object) else {
      throw CanonicalDecoder.fault("no member \(key.stringValue)")
    }
    return CanonicalDecoder(tree, node)
  }

  func contains(_ key: Key) -> Bool { tree.member(key.stringValue, of: object) != nil }
  func decodeNil(forKey key: Key) -> Bool { false }
  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try part(key).flag() }
  func decode(_ type: String.Type, forKey key: Key) throws -> String { try part(key).text() }
  func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try part(key).decode(type) }
  func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try part(key).decode(type) }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try part(key).integer(type) }
  func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try part(key).integer(type) }
  func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try part(key).integer(type) }
  func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try part(key).integer(type) }
  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try part(key).integer(type) }
  func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try part(key).integer(type) }
  func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try part(key).integer(type) }
  func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try part(key).integer(type) }
  func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try part(key).integer(type) }
  func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try part(key).integer(type) }
  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value { try part(key).value(type) }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> { try part(key).container(keyedBy: type) }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try part(key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { throw CanonicalDecoder.fault("no inheritance") }
  func superDecoder(forKey key: Key) throws -> any Decoder { try part(key) }
}
