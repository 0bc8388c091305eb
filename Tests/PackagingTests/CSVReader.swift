/// Reads CSV by the grammar of RFC 4180 section 2, byte by byte, and nothing that is outside it. Written for the tests.
struct CSVReader {
  enum Field: Equatable {
    case absent
    case text(String)
  }

  struct Malformed: Error, Equatable {
    let reason: String
    let offset: Int
  }

  private let bytes: [UInt8]
  private var offset = 0

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// Returns the records of a table, the header first. Each ends with CRLF and has as many fields as the header.
  static func records(_ bytes: [UInt8]) throws -> [[Field]] {
    var reader = CSVReader(bytes: bytes)
    var records: [[Field]] = []
    while reader.offset < bytes.count { records.append(try reader.record()) }
    guard records.allSatisfy({ $0.count == records[0].count }) else { throw reader.malformed("uneven records") }
    return records
  }

  private func malformed(_ reason: String) -> Malformed { Malformed(reason: reason, offset: offset) }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: scalar) else { return false }
    offset += 1
    return true
  }

  private mutating func record() throws -> [Field] {
    var fields = [try field()]
    while take(",") { fields.append(try field()) }
    guard take("\r"), take("\n") else { throw malformed("a record that does not end with CRLF") }
    return fields
  }

  private mutating func field() throws -> Field {
    if take("\"") { return .text(try text(quoted())) }
    let start = offset
    while offset < bytes.count, !",\"\r\n".utf8.contains(bytes[offset]) { offset += 1 }
    return offset == start ? .absent : .text(try text(Array(bytes[start..<offset])))
  }

  /// Reads on from an opening quote to past the closing one; two quotes inside are one.
  private mutating func quoted() throws -> [UInt8] {
    var content: [UInt8] = []
    while offset < bytes.count {
      if !take("\"") {
        content.append(bytes[offset])
        offset += 1
      } else if take("\"") {
        content.append(UInt8(ascii: "\""))
      } else {
        return content
      }
    }
    throw malformed("a quote that is not closed")
  }

  private func text(_ content: [UInt8]) throws -> String {
    guard let text = String(validating: content, as: UTF8.self) else { throw malformed("not UTF-8") }
    return text
  }
}
