/// Writes a value into one part of a text.
struct CanonicalEncoder: Encoder, SingleValueEncodingContainer {
  let part: JSONPart

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    part.beginObject()
    return KeyedEncodingContainer(JSONObjectWriter<Key>(object: part))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    part.beginArray()
    return JSONArrayWriter(array: part)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { self }

  func encodeNil() throws { throw JSONPart.fault("null", "null") }
  func encode(_ value: Bool) { part.flag(value) }
  func encode(_ value: String) { part.text(value) }
  func encode(_ value: Double) throws { throw JSONPart.fault(value, "a fraction") }
  func encode(_ value: Float) throws { throw JSONPart.fault(value, "a fraction") }
  func encode(_ value: Int) throws { try part.integer(value) }
  func encode(_ value: Int8) throws { try part.integer(value) }
  func encode(_ value: Int16) throws { try part.integer(value) }
  func encode(_ value: Int32) throws { try part.integer(value) }
  func encode(_ value: Int64) throws { try part.integer(value) }
  func encode(_ value: UInt) throws { try part.integer(value) }
  func encode(_ value: UInt8) throws { try part.integer(value) }
  func encode(_ value: UInt16) throws { try part.integer(value) }
  func encode(_ value: UInt32) throws { try part.integer(value) }
  func encode(_ value: UInt64) throws { try part.integer(value) }
  func encode(_ value: some Encodable) throws { try part.take(value) }
}

/// Writes the members of an object.
private struct JSONObjectWriter<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let object: JSONPart

  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) throws { throw JSONPart.fault(key.stringValue, "null") }
  func encode(_ value: Bool, forKey key: Key) { object.member(key.stringValue).flag(value) }
  func encode(_ value: String, forKey key: Key) { object.member(key.stringValue).text(value) }
  func encode(_ value: Double, forKey key: Key) throws { throw JSONPart.fault(value, "a fraction") }
  func encode(_ value: Float, forKey key: Key) throws { throw JSONPart.fault(value, "a fraction") }
  func encode(_ value: Int, forKey key: Key) throws { try object.member(key.stringValue).integer(value) }
  func encode(_ value: Int8, forKey key: Key) throws { try object.member(key.stringValue).integer(value) }
  func encode(_ value: Int16, forKey key: Key) throws { try object.member(key.stringValue).integer(value) }
  func encode(_ value: Int32, forKey key: Key) throws { try object.member(key.stringValue).integer(value) }
  func encode(_ value: Int64, forKey key: Key) throws { try object.member(key.stringValue).integer(value) }
  func encode(_ value: UInt, forKey key: Key) throws { try object.member(key.stringValue).integer(value) }
  func encode(_ value: UInt8, forKey key: Key) throws { try object.member(key.stringValue).integer(value) }
  func encode(_ value: UInt16, forKey key: Key) throws { try object.member(key.stringValue).integer(value) }
  func encode(_ value: UInt32, forKey key: Key) throws { try object.member(key.stringValue).integer(value) }
  func encode(_ value: UInt64, forKey key: Key) throws { try object.member(key.stringValue).integer(value) }
  func encode(_ value: some Encodable, forKey key: Key) throws { try object.member(key.stringValue).take(value) }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    CanonicalEncoder(part: object.member(key.stringValue)).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    CanonicalEncoder(part: object.member(key.stringValue)).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { CanonicalEncoder(part: object.member("super")) }
  func superEncoder(forKey key: Key) -> any Encoder { CanonicalEncoder(part: object.member(key.stringValue)) }
}

/// Writes the elements of an array.
private struct JSONArrayWriter: UnkeyedEncodingContainer {
  let array: JSONPart

  var codingPath: [any CodingKey] { [] }
  var count: Int { array.count }

  func encodeNil() throws { throw JSONPart.fault("null", "null") }
  func encode(_ value: Bool) { array.element().flag(value) }
  func encode(_ value: String) { array.element().text(value) }
  func encode(_ value: Double) throws { throw JSONPart.fault(value, "a fraction") }
  func encode(_ value: Float) throws { throw JSONPart.fault(value, "a fraction") }
  func encode(_ value: Int) throws { try array.element().integer(value) }
  func encode(_ value: Int8) throws { try array.element().integer(value) }
  func encode(_ value: Int16) throws { try array.element().integer(value) }
  func encode(_ value: Int32) throws { try array.element().integer(value) }
  func encode(_ value: Int64) throws { try array.element().integer(value) }
  func encode(_ value: UInt) throws { try array.element().integer(value) }
  func encode(_ value: UInt8) throws { try array.element().integer(value) }
  func encode(_ value: UInt16) throws { try array.element().integer(value) }
  func encode(_ value: UInt32) throws { try array.element().integer(value) }
  func encode(_ value: UInt64) throws { try array.element().integer(value) }
  func encode(_ value: some Encodable) throws { try array.element().take(value) }

  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
    CanonicalEncoder(part: array.element()).container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    CanonicalEncoder(part: array.element()).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { CanonicalEncoder(part: array.element()) }
}
