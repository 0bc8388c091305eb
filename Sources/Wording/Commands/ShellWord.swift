/// Writes words so that a shell reads each of them as one argument (POSIX.1-2017, Shell Command Language, 2.2).
enum ShellWord {
  /// Returns a word, in single quotes if the shell would otherwise change or divide it.
  static func quoted(_ word: String) -> String {
    guard word.isEmpty || !word.unicodeScalars.allSatisfy(isPlain) else { return word }
    return "'\(word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#))'"
  }

  /// Returns a path. A path that begins with a hyphen would be read as an option, so `./` is put before it.
  static func path(_ path: String) -> String { quoted(path.hasPrefix("-") ? "./\(path)" : path) }

  /// Says whether a scalar means nothing to a shell. Letters of every script are plain, with their marks and joiners.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isAlphabetic || scalar.properties.numericType != nil { return true }
    return scalar.isASCII
      ? "@%+=:,./_-".unicodeScalars.contains(scalar) : scalar == "\u{200C}" || scalar == "\u{200D}"
  }
}
