import Foundation

/// A table as CSV (RFC 4180): UTF-8, comma, CRLF, a header line.
///
/// A field is quoted where it holds a comma, a quote, CR or LF; a quote inside is doubled. An absent value (NULL) is
/// an empty field; an empty text is `""`, and so are no bytes. Bytes are base64. Values are exact: a text that begins
/// with `=` stays so, and a reader who opens the file in a spreadsheet must import it as text. For example:
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

  /// Writes a whole table.
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
      // Scalar by scalar: a quote with a joiner or a mark behind it is one character, and not the character `"`.
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
