import Foundation

/// A table as CSV (RFC 4180): UTF-8, comma, CRLF, a header line.
///
/// A field with a comma, a quote, CR or LF is quoted, and a quote inside it is doubled. An absent value (NULL) is an
/// empty field. An empty text is `""`, and so is an empty value of bytes. Bytes are base64. Values are exact: a text
/// that begins with `=` is not changed, so a person who opens the file in a spreadsheet must import it as text. For
/// example:
///
///     target,number,note,photo
///     1,A-17,"said ""no"", left",
///     1,A-18,"",iVBORw0K
public enum CSV {
  /// A value to write.
  public enum Value: Sendable, Hashable {
    /// No value.
    case absent
    /// A text, written exactly.
    case text(String)
    /// Bytes, written in base64.
    case bytes([UInt8])
  }

  /// Returns the bytes of a whole table.
  public static func bytes(columns: [String], rows: [[Value]]) -> [UInt8] {
    var result: [UInt8] = []
    append(header: columns, to: &result)
    for row in rows { append(row, to: &result) }
    return result
  }

  /// Appends a header line.
  public static func append(header columns: [String], to bytes: inout [UInt8]) {
    append(columns.map(Value.text), to: &bytes)
  }

  /// Appends a row.
  public static func append(_ row: [Value], to bytes: inout [UInt8]) {
    bytes.append(contentsOf: row.map(field).joined(separator: ",").utf8)
    bytes.append(contentsOf: "\r\n".utf8)
  }

  private static func field(_ value: Value) -> String {
    switch value {
    case .absent: return ""
    case .bytes(let bytes): return bytes.isEmpty ? "\"\"" : Data(bytes).base64EncodedString()
    case .text(let text):
      let special: Set<Unicode.Scalar> = [",", "\"", "\r", "\n"]
      guard text.isEmpty || text.unicodeScalars.contains(where: special.contains) else { return text }
      // The loop goes over scalars. As a `Character`, a quote with a combining mark differs from `"` and would not be
      // doubled.
      var quoted = String.UnicodeScalarView("\"".unicodeScalars)
      for scalar in text.unicodeScalars {
        if scalar == "\"" { quoted.append(scalar) }
        quoted.append(scalar)
      }
      quoted.append("\"")
      return String(quoted)
    }
  }
}
