/// Reads CSV strictly by the grammar of RFC 4180 section 2, byte by byte. It shares no code with the writer.
public struct CSVReader {
  /// A field of a record.
  public enum Field: Equatable, Sendable {
    /// No text between the commas.
    case absent
    /// A text, quoted or not.
    case text(String)
  }

  /// The accepted line ends.
  public enum LineEnd: Sendable {
    /// Only CRLF, as RFC 4180 requires.
    case crlf
    /// CRLF or LF, as other programs write.
    case any
  }

  /// The error for bytes that are not CSV.
  public struct Malformed: Error, Equatable {
    /// The reason.
    public let reason: String
    /// The byte offset of the error, counted from 0.
    public let offset: Int
  }

  private let bytes: [UInt8]
  private let lineEnd: LineEnd
  private var offset = 0

  private init(bytes: [UInt8], lineEnd: LineEnd) {
    self.bytes = bytes
    self.lineEnd = lineEnd
  }

  /// Returns the records of a table, the header first. Each has as many fields as the header.
  public static func records(_ bytes: [UInt8], lineEnd: LineEnd = .crlf) throws -> [[Field]] {
    var reader = CSVReader(bytes: bytes, lineEnd: lineEnd)
    var records: [[Field]] = []
    while reader.offset < bytes.count { records.append(try reader.record()) }
    guard records.allSatisfy({ $0.count == records[0].count }) else { throw reader.malformed("uneven records") }
    return records
  }

  /// Returns the records as texts, for comparing with programs that write an absent value as an empty text.
  public static func texts(_ text: String) throws -> [[String]] {
    try records(Array(text.utf8), lineEnd: .any).map { record in
      record.map { if case .text(let text) = $0 { text } else { "" } }
    }
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
    let hasReturn = take("\r")
    guard take("\n"), hasReturn || lineEnd == .any else { throw malformed("a record that does not end with CRLF") }
    return fields
  }

  private mutating func field() throws -> Field {
    if take("\"") { return .text(try text(quoted())) }
    let start = offset
    while offset < bytes.count, !",\"\r\n".utf8.contains(bytes[offset]) { offset += 1 }
    return offset == start ? .absent : .text(try text(Array(bytes[start..<offset])))
  }

  /// Reads the rest of a quoted field, up to and including its closing quote. Two quotes inside are one.
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
