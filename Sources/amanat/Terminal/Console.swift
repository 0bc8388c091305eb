import Foundation
import Wording

/// Where an invocation prints: data to one side, everything else to the other. It takes phrases and no text, so that what
/// is printed is either of a language or marked as data.
struct Console {
  private let language: any Language
  private let write: (String) -> Void
  private let writeError: (String) -> Void
  /// Says whether messages may be coloured: a terminal, and no `NO_COLOR`.
  private let isColoured: Bool

  /// Makes a console that hands its lines on.
  init(
    _ language: any Language, out: @escaping (String) -> Void, err: @escaping (String) -> Void, isColoured: Bool = false
  ) {
    self.language = language
    write = out
    writeError = err
    self.isColoured = isColoured
  }

  /// Standard output and standard error.
  static func standard(_ language: any Language) -> Console {
    Console(
      language,
      out: {
        do {
          try FileHandle.standardOutput.write(contentsOf: Data(($0 + "\n").utf8))
        } catch {
          // Data that could not be written must not end with 0.
          exit(ExitStatus.fault.rawValue)
        }
      },
      err: { try? FileHandle.standardError.write(contentsOf: Data(($0 + "\n").utf8)) },
      isColoured: isatty(2) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil)
  }

  /// Prints a line of data.
  func out(_ line: Phrase) { write(Self.trimmed(line.text)) }

  /// Prints a line beside the data.
  func err(_ line: Phrase) { writeError(Self.trimmed(line.visible.text)) }

  /// Prints what went wrong.
  func error(_ message: Phrase) {
    let (red, plain) = isColoured ? ("\u{1B}[31m", "\u{1B}[0m") : ("", "")
    writeError(
      red + (Self.program + language.text(MessageLabel.error)).text + plain + " " + Self.trimmed(message.visible.text))
  }

  /// Prints what to do next.
  func hint(_ message: Phrase) { err("\(Self.program)\(language.text(MessageLabel.hint)) \(message)") }

  private static let program = Phrase.data("amanat: ")

  /// Prints a value as JSON with sorted keys: one spelling, for programs.
  func json(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    write(String(decoding: try encoder.encode(value), as: UTF8.self))
  }

  /// Prints rows in columns that line up.
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

  /// Spaces to indent or fill with.
  static func spaces(_ count: Int) -> Phrase { .data(String(repeating: " ", count: max(0, count))) }

  private static func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }
}

/// Sentences in JSON are English whatever the session's language is, so that programs read one text.
enum JSONText {
  static let language = English()
}
