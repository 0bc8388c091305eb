import Foundation

/// A table as CSV (RFC 4180): UTF-8, comma, CRLF, a header line.
///
/// A field is quoted where it holds a comma, a quote, CR or LF; a quote inside is doubled. An absent value (NULL) is
/// nothing at all; an empty text is `""`, and so are no bytes. Bytes are base64. Values are exact: a text that begins
/// with `=` stays so, and a reader who opens the file in a spreadsheet must import it as text.
public enum CSV {
  /// A value to write.
  public enum Value: Sendable, Hashable {
    case absent
    case text(String)
    case bytes([UInt8])
  }

  /// Writes a table.
  public static func bytes(columns: [String], rows: [[Value]]) -> [UInt8] {
    var result: [UInt8] = []
    write(columns.map { field(.text($0)) }, to: &result)
    for row in rows { write(row.map(field), to: &result) }
    return result
  }

  private static func write(_ fields: [String], to result: inout [UInt8]) {
    result.append(contentsOf: fields.joined(separator: ",").utf8)
    result.append(contentsOf: "\r\n".utf8)
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
