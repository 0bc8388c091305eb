import Foundation
import Service
import TestTools
import Testing
import Wording

@testable import amanat

/// Tests that every printed text is a phrase of the session's language, and that output for programs is not translated.
@Suite("Languages")
struct LanguageTests {
  @Test("in an invented language every word outside the brackets is data", arguments: TranscriptTests.names)
  func transcriptIsTranslated(name: String) throws {
    let file = TranscriptTests.folder.appending(path: name)
    let transcript = Transcript(reading: try String(contentsOf: file, encoding: .utf8))
    #expect(transcript.commands > 0, "no command was read")
    try Self.compare(
      transcript, TranscriptRun(transcript), TranscriptRun(transcript, in: Bracketed()),
      UnbracketedWords(of: transcript), name)
  }

  /// Runs a transcript in English and in the invented language side by side.
  static func compare(
    _ transcript: Transcript, _ english: TranscriptRun, _ bracketed: TranscriptRun, _ words: UnbracketedWords,
    _ name: String
  ) throws {
    for step in transcript.steps {
      guard case .command(let command, expected: _, let line) = step else {
        try english.run(step, of: name)
        try bracketed.run(step, of: name)
        continue
      }
      let place = "\(name):\(line): $ \(command)"
      let (plain, marked) = (try english.print(command), try bracketed.print(command))
      #expect(plain.code == marked.code, "\(place)")
      guard command.hasPrefix("amanat ") || command == "amanat" else { continue }
      // Output for programs and drawings are the same in every language.
      if command.contains("--json") || command.hasPrefix("amanat workflow draw") {
        #expect(same(plain.out) == same(marked.out), "\(place)")
      } else {
        #expect(words.find(in: marked.out) == [], "\(place)\n\(marked.out)")
      }
      #expect(words.find(in: marked.err) == [], "\(place)\n\(marked.err)")
      let unmarked = (marked.out + marked.err).filter { $0 != Bracketed.open && $0 != Bracketed.close }
      #expect(letters(unmarked) == letters(plain.out + plain.err), "\(place): the two say different things")
    }
  }

  /// Removes digests, because digests of encrypted data differ in each run.
  private static func same(_ text: String) -> String { text.replacing(/[0-9a-f]{16,}/, with: "") }

  /// Removes white space, because brackets change the line breaks and the column widths.
  private static func letters(_ text: String) -> String { same(text).filter { !$0.isWhitespace } }

  @Test("the search for words outside the brackets finds plain sentences, but no data")
  func checkerChecks() {
    let words = UnbracketedWords(data: ["collection", "amanat show"])
    #expect(words.find(in: "nothing was written") == ["nothing", "was", "written"])
    #expect(words.find(in: "⟦nothing was written⟧") == [])
    #expect(words.find(in: "1405-0001 ⟦granted; now in ⟧collection") == [])
    #expect(words.find(in: "1405-0001 granted; ⟦now in ⟧collection") == ["granted"])
    #expect(words.find(in: "⟦hint:⟧ amanat show 1405-0001 --json a/b.xml o-5fc16bd5 finding.pass I2 'x' تهران") == [])
    #expect(words.find(in: "⟦a line that ⟦is⟧ broken\n in two⟧ pieces") == ["pieces"])
  }

  @Test("a sentence that does not come from the language is found")
  func bareSentenceIsFound() {
    var printed: [String] = []
    let console = Console(Bracketed(), out: { printed.append($0) }, err: { printed.append($0) })
    console.out(Bracketed().text(Notice.nothingWritten))
    console.error(Bracketed().text(FaultPhrase.noGraphviz))
    let words = UnbracketedWords(data: ["amanat"])
    #expect(words.find(in: printed.joined(separator: "\n")) == [])
    console.error("the disk is full")
    #expect(words.find(in: printed.joined(separator: "\n")) == ["the", "disk", "is", "full"])
  }

  @Test("the help of every verb is in the session's language", arguments: Verb.allCases)
  func helpIsTranslated(verb: Verb) throws {
    var (out, err): ([String], [String]) = ([], [])
    let console = Console(Bracketed(), out: { out.append($0) }, err: { err.append($0) })
    let session = Session(
      world: .live, language: Bracketed(), console: console, environment: [:], directory: URL(filePath: "/nowhere"),
      program: { URL(filePath: "/nowhere/amanat") })
    #expect(Amanat.run(verb.words + ["--help"], session) == 0)
    #expect(err.isEmpty && out.count > 3)
    let words = UnbracketedWords(
      data: Verb.allCases.map(\.command) + ["iran", "dot", "mermaid", "svg", "authenticity", "sqlite", "registers"])
    #expect(words.find(in: out.joined(separator: "\n")) == [])
    #expect(out.joined().contains("⟦Usage:⟧ \(verb.command)"))
  }

  @Test(
    "errors of the argument parser are printed in the session's language",
    arguments: [
      "", "sing", "receive", "receive a b", "receive --sing", "show", "show x", "export 1405-0001", "officer",
      "receive a --sign-with", "receive a --json=yes", "scope 1405-0001 --target x", "scope 1405-0001 --class x",
      "review 1405-0001 x", "officer retire x", "authority suspend X", "workflow draw a --format x", "help sing",
      "receive -x", "withdraw 1405-0001 --because", "authority add a-b --title t --rank r --branch x --city c",
    ])
  func parserIsTranslated(command: String) throws {
    var printed: [String] = []
    let console = Console(Bracketed(), out: { printed.append($0) }, err: { printed.append($0) })
    let session = Session(
      world: .live, language: Bracketed(), console: console, environment: [:], directory: URL(filePath: "/nowhere"),
      program: { URL(filePath: "/nowhere/amanat") })
    let code = Amanat.run(command.split(separator: " ").map(String.init), session)
    #expect(code == (command == "officer" ? 0 : 64))
    let text = printed.joined(separator: "\n")
    let words = UnbracketedWords(data: Verb.allCases.map(\.command) + ["authenticity", command, "yes"])
    #expect(words.find(in: text) == [], "\(command): \(text)")
    #expect(!text.contains("was not understood"), "\(command): \(text)")
  }
}
