/// The elements of an array, as a type decodes them.
struct JSONElements: UnkeyedDecodingContainer {
  let tree: JSONTree
  let array: Int
  /// The index of the next element's part.
  var place: Int
  var currentIndex = 0

  init(tree: JSONTree, array: Int, place: Int) {
    self.tree = tree
    self.array = array
    self.place = place
  }

  var codingPath: [any CodingKey] { [] }
  var isAtEnd: Bool { place >= tree.nodes[array].next }

  var count: Int? {
    var (count, node) = (0, array + 1)
    while node < tree.nodes[array].next {
      count += 1
      node = tree.nodes[node].next
    }
    return count
  }

  private mutating func next() throws -> CanonicalDecoder {
    guard !isAtEnd else { throw CanonicalDecoder.fault("no element") }
    defer {
      place = tree.nodes[place].next
      currentIndex += 1
    }
    return CanonicalDecoder(tree, place)
  }

  mutating func decodeNil() -> Bool { false }
  mutating func decode(_ type: Bool.Type) throws -> Bool { try next().flag() }
  mutating func decode(_ type: String.Type) throws -> String { try next().text() }
  mutating func decode(_ type: Double.Type) throws -> Double { try next().decode(type) }
  mutating func decode(_ type: Float.Type) throws -> Float { try next().decode(type) }
  mutating func decode(_ type: Int.Type) throws -> Int { try next().integer(type) }
  mutating func decode(_ type: Int8.Type) throws -> Int8 { try next().integer(type) }
  mutating func decode(_ type: Int16.Type) throws -> Int16 { try next().integer(type) }
  mutating func decode(_ type: Int32.Type) throws -> Int32 { try next().integer(type) }
  mutating func decode(_ type: Int64.Type) throws -> Int64 { try next().integer(type) }
  mutating func decode(_ type: UInt.Type) throws -> UInt { try next().integer(type) }
  mutating func decode(_ type: UInt8.Type) throws -> UInt8 { try next().integer(type) }
  mutating func decode(_ type: UInt16.Type) throws -> UInt16 { try next().integer(type) }
  mutating func decode(_ type: UInt32.Type) throws -> UInt32 { try next().integer(type) }
  mutating func decode(_ type: UInt64.Type) throws -> UInt64 { try next().integer(type) }
  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try next().value(type) }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> { try next().container(keyedBy: type) }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try next().unkeyedContainer() }
  mutating func superDecoder() throws -> any Decoder { try next() }
}
