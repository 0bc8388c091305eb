/// Reads the records of a table in exactly the form that `CSV` writes.
///
/// It refuses everything that `CSV` would write otherwise: a byte sequence that is not UTF-8, a line that does not end
/// with CRLF, a quote inside a field without quotes, and quotes around a text that needs none.
struct CSVRows {
  /// A field: nil for an absent value, the text otherwise. Bytes are not decoded: they are their base64.
  typealias Field = String?

  /// The table is not in the form that `CSV` writes.
  struct Malformed: Error {}

  private let bytes: [UInt8]
  private var place = 0

  /// Begins to read a table.
  ///
  /// - Throws: `Malformed` if the bytes are not UTF-8.
  init(_ bytes: [UInt8]) throws(Malformed) {
    guard String(validating: bytes, as: UTF8.self) != nil else { throw Malformed() }
    self.bytes = bytes
  }

  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let lineFeed = UInt8(ascii: "\n")

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == comma || byte == quote || byte == carriageReturn || byte == lineFeed
  }

  /// Returns the fields of the next record; nil at the end of the table.
  mutating func next() throws(Malformed) -> [Field]? {
    guard place < bytes.count else { return nil }
    var fields: [Field] = []
    while true {
      fields.append(try field())
      guard place < bytes.count else { throw Malformed() }
      if bytes[place] == Self.comma {
        place += 1
        continue
      }
      guard place + 1 < bytes.count, bytes[place] == Self.carriageReturn, bytes[place + 1] == Self.lineFeed else {
        throw Malformed()
      }
      place += 2
      return fields
    }
  }

  private mutating func field() throws(Malformed) -> Field {
    guard place < bytes.count, bytes[place] == Self.quote else {
      let start = place
      while place < bytes.count, !Self.isSpecial(bytes[place]) { place += 1 }
      return start == place ? nil : String(decoding: bytes[start..<place], as: UTF8.self)
    }
    place += 1
    var text: [UInt8] = []
    while place < bytes.count {
      if bytes[place] == Self.quote {
        guard place + 1 < bytes.count, bytes[place + 1] == Self.quote else { break }
        place += 1
      }
      text.append(bytes[place])
      place += 1
    }
    guard place < bytes.count, text.isEmpty || text.contains(where: Self.isSpecial) else { throw Malformed() }
    place += 1
    return String(decoding: text, as: UTF8.self)
  }
}
