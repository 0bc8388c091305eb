import Service
import Wording

/// Reads what the parser of arguments says, which it says in English, into a phrase.
///
/// Its faults are not public, and its messages are: each begins with words that it uses for one kind of fault alone. A
/// message that is of no kind known here is told in general words, and the help of the verb is named beside it.
struct ParserFault {
  private let invocation: Invocation

  init(_ invocation: Invocation) { self.invocation = invocation }

  /// Says what was wrong.
  func phrase(_ message: String) -> ParserPhrase {
    if let misspelling = invocation.misspelling { return misspelling }
    if let found = message.firstMatch(of: /^Unknown option '(.+?)'(?:\. Did you mean '(.+?)'\?)?/) {
      return .unknownOption(String(found.1), meant: found.2.map(String.init))
    }
    if let found = message.firstMatch(of: /^Missing expected argument '(.+)'/) {
      return .missingArgument(name(found.1))
    }
    if let found = message.firstMatch(of: /^Missing one of: (.+)/) {
      return .missingOneOf(Self.quoted(found.1).map { name($0[...]) })
    }
    if let found = message.firstMatch(of: /^Missing value for '(.+)'/) { return .missingValue(name(found.1)) }
    if let found = message.firstMatch(of: /^The option '(.+?)' does not take any value, but '(.*)' was specified/) {
      return .noValueTaken(name(found.1), value: String(found.2))
    }
    if let found = message.firstMatch(of: /^(?:Unexpected argument|\d+ unexpected arguments:) (.+)/) {
      return .unexpected(Self.quoted(found.1))
    }
    if let found = message.firstMatch(
      of: /^The value '((?s).*)' is invalid for '(.+?)'(?:\. Please provide ((?s).*))?$/)
    {
      return .invalidValue(String(found.1), of: name(found.2), expected(found.2, found.3))
    }
    if message.hasPrefix("Value to be set with ") { return .setTwice }
    return .notUnderstood
  }

  /// What a value must be: one of those that the parser lists, or something that its placeholder says.
  private func expected(_ option: Substring, _ listed: Substring?) -> ParserPhrase.Expected {
    if let listed {
      let values = Self.quoted(listed)
      return .oneOf(values.isEmpty ? listed.matches(of: /- (.+)/).map { String($0.1) } : values)
    }
    switch Self.placeholder(option) {
    case .caseNumber: return .caseNumber
    case .id: return invocation.verb.words.first == Verb.officer.name ? .officerID : .authorityID
    case .ordinal, .nodes: return .wholeNumber
    default: return .unknown
    }
  }

  /// The name of an argument or option as the parser writes it: `--role <role>`, `<case>`.
  private func name(_ text: Substring) -> ParserPhrase.ArgumentName {
    if text.hasPrefix("-") { return .option(String(text.prefix { $0 != " " })) }
    return Self.placeholder(text).map { .argument($0) } ?? .option(String(text))
  }

  /// The placeholder in such a name: the parser was given it in the language of the invocation.
  private static func placeholder(_ text: Substring) -> Placeholder? {
    Placeholder.allCases.first { text.contains("<\(Spoken.language.text($0).text)>") }
  }

  private static func quoted(_ text: Substring) -> [String] { text.matches(of: /'(.+?)'/).map { String($0.1) } }
}
