import ArgumentParser
import Foundation
import Wording

/// The help of a verb, made of the parser's description of the verb and the texts of the language.
struct HelpPage {
  private let verb: Verb
  private let language: any Language
  private static let columns = 100
  private static let gap = 26

  init(_ verb: Verb, _ language: any Language) {
    self.verb = verb
    self.language = language
  }

  /// Prints the page.
  func print(to console: Console) {
    for paragraph in [language.abstract(of: verb)] + language.discussion(of: verb) {
      for line in Self.wrapped(paragraph.text, Self.columns) { console.out(.data(line)) }
      console.out(.empty)
    }
    guard let command = CommandInfo.of(verb) else { return }
    let arguments = (command.arguments ?? []).filter(\.shouldDisplay)
    let subcommands = command.subcommands?.filter { $0.commandName != "help" } ?? []
    let usage = ([.data(verb.command)] + synopses(arguments, hasVerbs: !subcommands.isEmpty)).joined(.data(" "))
    console.out("\(language.text(HelpHeading.usage)) \(usage)")
    section(.arguments, arguments.filter { $0.kind == .positional }.map(row), console)
    section(.options, arguments.filter { $0.kind != .positional }.map(row), console)
    guard !subcommands.isEmpty else { return }
    if verb == .amanat {
      section(.caseVerbs, rows(Amanat.caseVerbs), console)
      section(.officeVerbs, rows(Amanat.officeVerbs), console)
    } else {
      section(.verbs, subcommands.map { row($0.commandName) }, console)
    }
    console.out(.empty)
    console.out(language.text(HelpPhrase.more(command: "\(verb.command) … --help")))
  }

  private func section(_ heading: HelpHeading, _ rows: [(name: String, text: Phrase)], _ console: Console) {
    guard !rows.isEmpty else { return }
    console.out(.empty)
    console.out(language.text(heading))
    for (name, text) in rows {
      let lines = Self.wrapped(text.text, Self.columns - Self.gap)
      let start = "  " + name
      // A name that is too long for its column gets its own line.
      let isLong = start.count > Self.gap - 2
      if isLong { console.out(.data(start)) }
      for (index, line) in lines.enumerated() {
        let left = index == 0 && !isLong ? start : ""
        console.out(.data(left + String(repeating: " ", count: Self.gap - left.count) + line))
      }
    }
  }

  private func rows(_ commands: [any ParsableCommand.Type]) -> [(name: String, text: Phrase)] {
    commands.map { row($0._commandName) }
  }

  private func row(_ name: String) -> (name: String, text: Phrase) {
    let words = (verb.words + [name]).joined(separator: " ")
    return (name, Verb(rawValue: words).map(language.abstract) ?? .empty)
  }

  private func row(_ argument: CommandInfo.Argument) -> (name: String, text: Phrase) {
    var text: Phrase =
      switch argument.preferredName?.name {
      case "help": language.text(OptionText.help)
      case "version": language.text(OptionText.version)
      default: .data(argument.abstract ?? "")
      }
    if let values = argument.allValues, !values.isEmpty { text = "\(text) \(language.text(HelpPhrase.values(values)))" }
    if let value = argument.defaultValue { text = "\(text) \(language.text(HelpPhrase.byDefault(value)))" }
    return (argument.names, text)
  }

  private func synopses(_ arguments: [CommandInfo.Argument], hasVerbs: Bool) -> [Phrase] {
    hasVerbs
      ? [.data("…")]
      : arguments.filter { !["help", "version"].contains($0.preferredName?.name) }.map { .data($0.synopsis) }
  }

  /// Breaks a text into lines at its spaces.
  static func wrapped(_ text: String, _ width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return line.isEmpty ? lines : lines + [line]
  }
}

/// The parser's description of a command (`_dumpHelp`, serialization version 0), as far as the help needs it.
struct CommandInfo: Decodable {
  struct Name: Decodable {
    var kind: String
    var name: String

    var typed: String { (kind == "long" ? "--" : "-") + name }
  }

  struct Argument: Decodable {
    enum Kind: String, Decodable {
      case positional, option, flag
    }

    var kind: Kind
    var shouldDisplay: Bool
    var isOptional: Bool
    var isRepeating: Bool
    private var allNames: [Name]?
    var preferredName: Name?
    var valueName: String?
    var defaultValue: String?
    var allValues: [String]?
    var abstract: String?

    enum CodingKeys: String, CodingKey {
      case kind, shouldDisplay, isOptional, isRepeating, preferredName, valueName, defaultValue, allValues, abstract
      case allNames = "names"
    }

    /// The names of an option with its value, or the value of an argument, as the help lists them.
    var names: String {
      let value = valueName.map { "<\($0)>" } ?? ""
      guard kind != .positional else { return value }
      // The short name comes first, as is usual.
      let typed = (allNames ?? []).map(\.typed).sorted { $0.count < $1.count }.joined(separator: ", ")
      return kind == .option ? "\(typed) \(value)" : typed
    }

    /// The form in the usage line. An optional argument is in brackets.
    var synopsis: String {
      let value = valueName.map { "<\($0)>" } ?? ""
      let name = preferredName?.typed ?? ""
      let plain = kind == .positional ? value : kind == .option ? "\(name) \(value)" : name
      let repeated = plain + (isRepeating ? " ..." : "")
      return isOptional ? "[\(repeated)]" : repeated
    }
  }

  var commandName: String
  var subcommands: [CommandInfo]?
  var arguments: [Argument]?

  private struct Tool: Decodable {
    var command: CommandInfo
  }

  /// Finds a verb in the parser's description of the whole program.
  static func of(_ verb: Verb) -> CommandInfo? {
    guard var command = try? JSONDecoder().decode(Tool.self, from: Data(Amanat._dumpHelp().utf8)).command else {
      return nil
    }
    for word in verb.words {
      guard let next = command.subcommands?.first(where: { $0.commandName == word }) else { return nil }
      command = next
    }
    return command
  }
}
