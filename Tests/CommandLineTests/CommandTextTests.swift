import Foundation
import TestTools
import Testing
import Wording

/// Tests that a shell reads the commands of hints as they are meant.
@Suite("Commands of hints")
struct CommandTextTests {
  static let names = [
    "plain.json", "two words", "it's", "\"quoted\"", "$(date)", "`date`", "a;b", "a&b|c", "~", "#x", "*", "a\\b", "!x",
    "-rf", "--help", "", "دستور", "دستور قضایی", "می\u{200C}خواهم", "a/b.scxml", "<x>", "{a,b}", "a=b", "\u{A0}",
    "('')",
  ]

  /// Returns the arguments that the shell makes of a command line.
  private func arguments(_ line: Phrase) throws -> [String] {
    let folder = try Folder()
    let script = "amanat() { printf '%s\\0' \"$@\"; }\n\(line.text)\n"
    let ended = try Tool.run("sh", ["-c", script], in: folder)
    #expect(ended.status == 0, "\(line.text)")
    return ended.output.split(separator: "\0", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  /// The path as a command must receive it: no option, and the same file.
  private func path(_ name: String) -> String { name.hasPrefix("-") ? "./\(name)" : name }

  @Test("a file, a folder or a pack with any name is one argument of the command", arguments: names)
  func namesAreQuoted(name: String) throws {
    let english = English()
    func typed(_ hint: Hint) throws -> [String] { try arguments(english.text(hint)) }
    #expect(try typed(.submitProposal(file: name)) == ["submit", path(name)])
    #expect(try typed(.signProposal(file: name)) == ["sign", path(name), "--sign-with", "KEY"])
    #expect(try Array(typed(.enrolFirst(office: name)).prefix(4)) == ["officer", "enrol", "--office", path(name)])
    let commands = CommandText(english)
    #expect(try arguments(commands.text(.file(name))) == ["workflow", "check", path(name)])
    #expect(try arguments(commands.text(.packFile(name))) == ["workflow", "check", "DIR/\(name)"])
    let pack = try arguments(commands.text(.pack(name), bound: 7))
    let option = name.hasPrefix("-") ? ["--pack=\(name)"] : ["--pack", name]
    #expect(pack == ["workflow", "check"] + option + ["--bound", "7"])
  }

  @Test("the name of a key file is one argument", arguments: names)
  func keysAreQuoted(name: String) throws {
    let commands = CommandText(English())
    #expect(try arguments("amanat \(commands.publicKey(name))") == ["--key", path(name)])
    #expect(
      try arguments("amanat \(commands.fingerprint(of: name))") == ["ssh-keygen", "-l", "-f", path(name + ".pub")])
  }

  @Test("a plain name is not quoted")
  func plainNamesStay() {
    #expect(English().text(.submitProposal(file: "a/enrol-dara.json")).text == "amanat submit a/enrol-dara.json")
    #expect(English().text(.submitProposal(file: "دستور.json")).text == "amanat submit دستور.json")
    #expect(English().text(.submitProposal(file: "a b")).text == "amanat submit 'a b'")
  }
}
