import Foundation

/// A recorded session at the command line: commands and their output.
///
/// The file is a txtar archive: a script, then files for the script after lines `-- name --`. In the script:
///
///     # a comment
///     clock 2026-11-22T08:30:00Z        sets the desk's clock
///     $ export AMANAT_SIGN_WITH=sara    sets an environment variable
///     $ amanat show 1405-0001           a command; other programs run in the shell
///     its output                        standard output, then standard error, line by line
///     [exit 3]                          the exit code, if it is not 0
///
/// In an expected line `<*>` matches any text, such as digests and keys that differ in each run.
struct Transcript {
  enum Step {
    case clock(String)
    case variable(name: String, value: String)
    case command(String, expected: [String], line: Int)
  }

  var steps: [Step] = []
  var files: [(name: String, text: String)] = []

  /// The number of commands.
  var commands: Int { steps.count { if case .command = $0 { true } else { false } } }

  init(reading text: String) {
    var script: [(String, Int)] = []
    var files: [(name: String, text: String)] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("-- "), line.hasSuffix(" --") {
        files.append((String(line.dropFirst(3).dropLast(3)), ""))
      } else if files.isEmpty {
        script.append((String(line), index + 1))
      } else {
        files[files.count - 1].text += line + "\n"
      }
    }
    self.init(script: script)
    self.files = files
  }

  /// Reads a script without files, such as the examples of a page.
  init(script: [(String, Int)]) {
    for (line, number) in script {
      if line.hasPrefix("$ export "), let mark = line.firstIndex(of: "=") {
        let name = String(line[line.index(line.startIndex, offsetBy: 9)..<mark])
        steps.append(.variable(name: name, value: String(line[line.index(after: mark)...])))
      } else if line.hasPrefix("$ ") {
        steps.append(.command(String(line.dropFirst(2)), expected: [], line: number))
      } else if case .command(let command, let expected, let first) = steps.last, !line.isEmpty, !line.hasPrefix("# "),
        !line.hasPrefix("clock ")
      {
        steps[steps.count - 1] = .command(command, expected: expected + [line], line: first)
      } else if line.hasPrefix("clock ") {
        steps.append(.clock(String(line.dropFirst(6))))
      }
    }
  }

  /// Says whether a printed line is the expected one.
  static func matches(_ printed: String, _ expected: String) -> Bool {
    let parts = expected.components(separatedBy: "<*>")
    guard parts.count > 1 else { return printed == expected }
    guard printed.hasPrefix(parts[0]) else { return false }
    var rest = printed.dropFirst(parts[0].count)
    for part in parts.dropFirst().dropLast() {
      guard let found = rest.range(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.hasSuffix(parts[parts.count - 1])
  }

  /// Splits a command into words as a shell does, with single and double quotes.
  static func words(_ command: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in command {
      if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character == " " {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let done = word { words.append(done) }
    return words
  }
}
