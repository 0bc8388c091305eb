import Foundation
import Wording

/// Prints the lines of an invocation: data on standard output, everything else on standard error. It takes phrases and
/// no strings, so every printed text is either in a language or marked as data.
struct Console {
  private let language: any Language
  private let write: (String) -> Void
  private let writeError: (String) -> Void
  /// Says whether messages are coloured: standard error is a terminal, and `NO_COLOR` is not set.
  private let isColoured: Bool

  /// Makes a console that passes its lines to closures.
  init(
    _ language: any Language, out: @escaping (String) -> Void, err: @escaping (String) -> Void, isColoured: Bool = false
  ) {
    self.language = language
    write = out
    writeError = err
    self.isColoured = isColoured
  }

  /// Returns a console that prints on standard output and standard error.
  static func standard(_ language: any Language, isColoured: Bool) -> Console {
    Console(
      language,
      out: {
        do {
          try FileHandle.standardOutput.write(contentsOf: Data(($0 + "\n").utf8))
        } catch {
          // If data could not be written, the exit code must not be 0.
          exit(ExitStatus.fault.rawValue)
        }
      },
      err: { try? FileHandle.standardError.write(contentsOf: Data(($0 + "\n").utf8)) },
      isColoured: isColoured)
  }

  /// Prints a line of data on standard output.
  func out(_ line: Phrase) { write(Self.trimmed(line.visible.text)) }

  /// Prints a document on standard output, as it is. Its writer has escaped the names in it.
  func document(_ text: String) { write(text) }

  /// Prints a line on standard error.
  func err(_ line: Phrase) { writeError(Self.trimmed(line.visible.text)) }

  /// Prints an error message on standard error.
  func error(_ message: Phrase) {
    let (red, plain) = isColoured ? ("\u{1B}[31m", "\u{1B}[0m") : ("", "")
    writeError(
      red + (Self.program + language.text(MessageLabel.error)).text + plain + " " + Self.trimmed(message.visible.text))
  }

  /// Prints a hint on standard error.
  func hint(_ message: Phrase) { err("\(Self.program)\(language.text(MessageLabel.hint)) \(message)") }

  private static let program = Phrase.data("amanat: ")

  /// Prints a value as JSON. The keys are sorted, so equal values give equal text. Hidden characters are escaped.
  func json(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    write(JSONText.escaped(String(decoding: try encoder.encode(value), as: UTF8.self)))
  }

  /// Prints rows in aligned columns.
  func table(_ given: [[Phrase]], indent: Int = 0, to print: (Phrase) -> Void) {
    let rows = given.map { $0.map(\.visible) }
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in rows.map { column < $0.count ? $0[column].text.count : 0 }.max() ?? 0 }
    for row in rows {
      let cells = row.enumerated().map { column, cell in
        column == row.count - 1 ? cell : cell + Self.spaces(widths[column] - cell.text.count)
      }
      print(Self.spaces(indent) + cells.joined(.data("  ")))
    }
  }

  /// Returns spaces to indent or fill with.
  static func spaces(_ count: Int) -> Phrase { .data(String(repeating: " ", count: max(0, count))) }

  private static func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }
}

/// The texts in JSON.
enum JSONText {
  /// The language of the sentences. It is always English, so programs read the same text in every session.
  static let language = English()

  /// Writes the hidden characters of a JSON text as `\uXXXX` (RFC 8259, section 7). A terminal then shows them and does
  /// not obey them, and a program reads the same values.
  ///
  /// The encoder escapes the controls below U+0020 itself, and writes them raw between values only, as line ends. Every
  /// other hidden character can only be inside a string, because the rest of a JSON text is printable ASCII.
  static func escaped(_ json: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in json.unicodeScalars {
      guard scalar.value >= 0x7F, Phrase.isHidden(scalar) else {
        result.append(scalar)
        continue
      }
      for unit in String(scalar).utf16 {
        let digits = String(unit, radix: 16)
        result.append(contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".unicodeScalars)
      }
    }
    return String(result)
  }
}
