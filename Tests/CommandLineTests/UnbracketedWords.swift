import Casework
import Foundation
import Service
import TestTools
import Wording

/// Finds words that are outside the brackets of the made-up language and are no data.
struct UnbracketedWords {
  /// Words that are data in what is printed: of the transcript itself, verbs, states, ranks, and other programs' commands.
  let data: Set<String>

  /// Commands of other programs that hints name.
  private static let programs = [
    "ssh-keygen", "ssh-add", "apt-get", "install", "openssh-client", "graphviz", "pub",
  ]

  init(data texts: [String]) {
    let words = texts.flatMap(Self.tokens)
    // A file is also told by its name alone.
    data = Set(words + words.flatMap { $0.split { "./".contains($0) }.map(String.init) })
  }

  /// Knows the names that a transcript's commands and files supply, and those of the shipped charts and legal bases.
  init(of transcript: Transcript) throws {
    var texts = transcript.files.flatMap { [$0.name, $0.text] }
    for step in transcript.steps {
      if case .command(let command, _, _) = step { texts.append(command) }
    }
    for pack in ["iran", "european-union"] {
      let folder = Checkout.root.appending(path: "Workflows/\(pack)")
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
        texts.append(name)
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        // What a chart, a rank or an article is called.
        texts += text.matches(of: /(?:id|name|spelling|citation)="([^"]+)"/).map { String($0.1) }
      }
    }
    // The shop's tables, and the court that an office of another release has registered.
    texts.append(try String(contentsOf: Checkout.fixture("Shop/shop.yml"), encoding: .utf8))
    texts.append("Branch 3, Tehran criminal court 2")
    texts += Instrument.allCases.map(\.rawValue) + CallBackAnswer.allCases.map(\.rawValue)
    texts += DrawingFormat.allCases.map(\.rawValue)
    texts += Verb.allCases.map(\.command) + Self.programs
    self.init(data: texts)
  }

  /// The words in a text that are neither in brackets nor data.
  func find(in text: String) -> [String] {
    Self.tokens(Self.outside(text)).filter { word in
      // Ids, paths, options, versions, events and names in other scripts are told by their letters.
      let isPlain = word.allSatisfy { $0.isASCII && $0.isLetter || $0 == "-" } && word.contains(where: \.isLetter)
      return isPlain && !word.hasPrefix("-") && !data.contains(word)
    }
  }

  /// What is left of a text without what is in brackets, in quotes without a space, and without digests and fingerprints.
  private static func outside(_ text: String) -> String {
    var depth = 0
    var rest = ""
    for character in text {
      switch character {
      case Bracketed.open:
        depth += 1
        rest.append(" ")
      case Bracketed.close: depth -= 1
      default: if depth == 0 { rest.append(character) }
      }
    }
    // Elements are named as they are written, and names of events that differ in one part are written as one: `finding.(fail unchecked).force`.
    let data = /[0-9a-f]{16,}|SHA256:[A-Za-z0-9+\/]{43}|'[^' ]*'|<[a-z-]+>|finding\.[\w.]*\([\w ]+\)/
    return rest.replacing(data, with: "0")
  }

  private static func tokens(_ text: String) -> [String] {
    text.split { !($0.isLetter || $0.isNumber || "-._/".contains($0)) }.map {
      $0.trimmingCharacters(in: CharacterSet(charactersIn: "."))
    }.filter { !$0.isEmpty }
  }
}
