import ArgumentParser

/// What was typed, as far as it names a verb: an error says whose help to ask for, and a wrong word which was meant.
struct Invocation {
  /// The verb that was found, with the noun before it: `officer enrol`.
  private(set) var verb: [String] = []
  /// What stands where a verb was due, and the verbs that there are.
  private var unknown: (word: String, among: [String])?
  let isJSON: Bool

  init(_ arguments: [String]) {
    isJSON = arguments.contains("--json")
    var command: any ParsableCommand.Type = Amanat.self
    for word in arguments where !(verb.isEmpty && word == "help") {
      let verbs = command.configuration.subcommands
      guard !verbs.isEmpty, !word.hasPrefix("-") else { return }
      guard let next = verbs.first(where: { $0._commandName == word }) else {
        unknown = (word, verbs.map { $0._commandName })
        return
      }
      verb.append(word)
      command = next
    }
  }

  /// The command that prints the help of the verb.
  var help: String { (["amanat"] + verb + ["--help"]).joined(separator: " ") }

  /// Says which verb there is not, and which was meant, where one is near; nil where the verb is not what was wrong.
  var misspelling: String? {
    guard let unknown else { return nil }
    let nearest = unknown.among.map { ($0, Self.distance($0, unknown.word)) }.min { $0.1 < $1.1 }
    let meant = nearest.flatMap { $0.1 <= max(1, unknown.word.count / 3) ? "; did you mean '\(spelled($0.0))'?" : nil }
    return "there is no verb '\(spelled(unknown.word))'\(meant ?? "")"
  }

  private func spelled(_ word: String) -> String { (verb + [word]).joined(separator: " ") }

  /// How a value is written that was not accepted, where the parser knows only that it was not.
  func form(_ message: String) -> String? {
    guard message.contains("is invalid for") else { return nil }
    if message.contains("<number>'") || message.contains("<case>'") {
      return verb == ["authority", "add"] ? nil : "a case's number is written like 1405-0001"
    }
    guard message.contains("'<id>'") else { return nil }
    return verb.first == "officer"
      ? "an officer's id is written like o-5fc16bd5, as amanat officer list has it"
      : "an authority's name is of lower-case letters, digits and hyphens, like tehran-2-3"
  }

  /// The number of letters to add, remove, change or swap with their neighbour, to come from one word to another.
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
