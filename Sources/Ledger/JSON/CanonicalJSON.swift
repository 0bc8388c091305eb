/// JSON in one canonical form, a part of RFC 8785: UTF-8 without white space, the members of an object in the order of
/// their names, integers of at most 2^53 − 1, strings with the shortest escapes, and neither fractions nor `null`.
///
///     {"actor":"o-5d1c09aa","events":[…],"seen":{"root":"ab…","size":12}}
///
/// A member without a value is absent. Bytes (`Data`) are a string in base64. Bytes are refused where the value that they
/// decode to is written as other bytes. This refuses duplicate names, unknown members and a second form of the same value.
///
/// `JSONTree` reads the text, `CanonicalDecoder` makes a value of it, and `CanonicalEncoder` writes a value.
public enum CanonicalJSON {
  /// Writes a value.
  ///
  /// - Throws: `EncodingError` where the value has a part that the form does not allow, for example a fraction.
  public static func bytes(_ value: some Encodable) throws -> [UInt8] {
    let part = JSONPart()
    try part.take(value)
    return try part.bytes()
  }

  /// Reads a value; nil where the bytes are not its canonical form.
  public static func read<Value: Codable>(_ type: Value.Type, _ bytes: [UInt8]) -> Value? {
    guard let tree = JSONTree(bytes), let value = try? CanonicalDecoder(tree, 0).value(type),
      let again = try? Self.bytes(value), again == bytes
    else { return nil }
    return value
  }

  /// The largest integer, and the deepest nesting.
  static let (largest, deepest) = ((1 << 53) - 1, 64)
}
