import Casework

/// Plain English. Other languages are translated from it.
///
/// Each subject has one file. A translation is a folder like this one, with its own type that conforms to `Language`.
public struct English: Language {
  /// Makes the language; it has no settings.
  public init() {}

  public var tag: String { "en" }

  /// Returns a list: `a, b, c`.
  func list(_ phrases: [Phrase]) -> Phrase { phrases.joined(", ") }

  /// Returns a choice: `a or b`.
  func choice(_ phrases: [Phrase]) -> Phrase { phrases.joined(" or ") }

  /// Returns data in quotes.
  func quoted(_ text: String) -> Phrase { .data("'\(text)'") }

  /// Returns data in quotes, as a choice: `'a', 'b' or 'c'`.
  func quotedChoice(_ texts: [String]) -> Phrase {
    let quotes = texts.map(quoted)
    guard let last = quotes.last, quotes.count > 1 else { return quotes.first ?? .empty }
    return "\(list(quotes.dropLast())) or \(last)"
  }
}
