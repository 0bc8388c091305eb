import Service
import Wording

/// Turns an English message of the parser of arguments into a phrase.
///
/// The parser's errors are not public, so this type reads their messages. Each kind of error begins with its own words.
/// For an unknown message the phrase is a general one.
struct ParserFault {
  private let invocation: Invocation

  init(_ invocation: Invocation) { self.invocation = invocation }

  /// Returns the phrase for a message.
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

  /// Returns the kind of value that was expected: one of the values that the parser lists, or a kind that the option's
  /// placeholder implies.
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

  /// Returns the name of an argument or option from the form in which the parser writes it: `--role <role>`, `<case>`.
  private func name(_ text: Substring) -> ParserPhrase.ArgumentName {
    if text.hasPrefix("-") { return .option(String(text.prefix { $0 != " " })) }
    return Self.placeholder(text).map { .argument($0) } ?? .option(String(text))
  }

  /// Returns the placeholder in such a name. The parser has the placeholders in the language of the invocation.
  private static func placeholder(_ text: Substring) -> Placeholder? {
    Placeholder.allCases.first { text.contains("<\(Spoken.language.text($0).text)>") }
  }

  private static func quoted(_ text: Substring) -> [String] { text.matches(of: /'(.+?)'/).map { String($0.1) } }
}
