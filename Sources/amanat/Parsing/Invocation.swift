import ArgumentParser
import Wording

/// The verb that a command line names. An error message uses it to name the help of the verb and to suggest another
/// spelling.
struct Invocation {
  /// The verb that was found; the program itself if none was found.
  private(set) var verb = Verb.amanat
  /// The unknown word in the place of a verb, with the verbs that exist in that place.
  private var unknown: (word: String, among: [String])?
  let isJSON: Bool

  init(_ arguments: [String]) {
    isJSON = arguments.contains("--json")
    var found: [String] = []
    var command: any ParsableCommand.Type = Amanat.self
    for word in arguments where !(found.isEmpty && word == "help") {
      let verbs = command.configuration.subcommands
      guard !verbs.isEmpty, !word.hasPrefix("-") else { return }
      guard let next = verbs.first(where: { $0._commandName == word }) else {
        unknown = (word, verbs.map { $0._commandName })
        return
      }
      found.append(word)
      command = next
      verb = Verb(rawValue: found.joined(separator: " ")) ?? verb
    }
  }

  /// The unknown verb, with a verb of a similar spelling if there is one; nil if no verb is unknown.
  var misspelling: ParserPhrase? {
    guard let unknown else { return nil }
    let nearest = unknown.among.map { ($0, Self.distance($0, unknown.word)) }.min { $0.1 < $1.1 }
    let meant = nearest.flatMap { $0.1 <= max(1, unknown.word.count / 3) ? spelled($0.0) : nil }
    return .unknownVerb(spelled(unknown.word), meant: meant)
  }

  private func spelled(_ word: String) -> String { (verb.words + [word]).joined(separator: " ") }

  /// Returns the number of letters to add, remove, change or swap with their neighbour to turn one word into the other.
  static func distance(_ first: String, _ second: String) -> Int {
    let (a, b) = (Array(first), Array(second))
    var rows = [Array(0...b.count)]
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var least = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, rows[i - 1][j - 1] + 1) }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
