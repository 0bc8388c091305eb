import Statechart

/// A token of the conformance language.
enum ConformanceToken: Equatable {
  case integer(Int)
  case string(String)
  case name(String)
  case symbol(String)

  // The longest symbols come first, so that `++` is not read as two `+`, and `<=` not as `<`.
  private static let symbols = [
    "==", "<=", ">=", "++", "&&", "<", ">", "+", "!", "(", ")", "[", "]", ",", ".", "{", "}", ":",
  ]

  /// Reads a whole text.
  static func all(_ text: String) throws(EvaluationFault) -> [ConformanceToken] {
    var tokens: [ConformanceToken] = []
    var rest = Substring(text)
    while let first = rest.first {
      if first.isWhitespace {
        rest.removeFirst()
      } else if isDigit(first) {
        let digits = rest.prefix(while: isDigit)
        guard let number = Int(digits) else { throw EvaluationFault("a number is too large") }
        rest.removeFirst(digits.count)
        if let next = rest.first, isLetter(next) { throw EvaluationFault("a number runs into a name") }
        tokens.append(.integer(number))
      } else if isLetter(first) {
        let name = rest.prefix { isLetter($0) || isDigit($0) }
        rest.removeFirst(name.count)
        tokens.append(.name(String(name)))
      } else if first == "'" || first == "\"" {
        rest.removeFirst()
        guard let end = rest.firstIndex(of: first) else { throw EvaluationFault("a string does not end") }
        tokens.append(.string(String(rest[..<end])))
        rest = rest[rest.index(after: end)...]
      } else if let symbol = symbols.first(where: rest.hasPrefix) {
        rest.removeFirst(symbol.count)
        tokens.append(.symbol(symbol))
      } else {
        throw EvaluationFault("a character that the language does not have")
      }
    }
    return tokens
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  private static func isLetter(_ character: Character) -> Bool {
    character.isASCII && character.isLetter || character == "_" || character == "$"
  }
}
