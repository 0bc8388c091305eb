import Casework

/// English, in plain words: the language that other languages are translated from.
///
/// One file a subject. A translation is a folder like this one, with a type of its own that conforms to `Language`.
public struct English: Language {
  /// Makes the language; it has no settings.
  public init() {}

  public var tag: String { "en" }

  /// A list: `a, b, c`.
  func list(_ phrases: [Phrase]) -> Phrase { phrases.joined(", ") }

  /// A choice: `a or b`.
  func choice(_ phrases: [Phrase]) -> Phrase { phrases.joined(" or ") }

  /// Data in quotes.
  func quoted(_ text: String) -> Phrase { .data("'\(text)'") }

  /// Data in quotes, as a choice: `'a', 'b' or 'c'`.
  func quotedChoice(_ texts: [String]) -> Phrase {
    let quotes = texts.map(quoted)
    guard let last = quotes.last, quotes.count > 1 else { return quotes.first ?? .empty }
    return "\(list(quotes.dropLast())) or \(last)"
  }
}
