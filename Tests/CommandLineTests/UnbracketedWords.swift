import Casework
import Foundation
import Service
import TestTools
import Wording

/// Finds words that are outside the brackets of the invented language and are not data.
struct UnbracketedWords {
  /// The words that are data in the output: words of the transcript, verbs, states, ranks, and commands of other
  /// programs.
  let data: Set<String>

  /// Commands of other programs that appear in hints.
  private static let programs = [
    "ssh-keygen", "ssh-add", "apt-get", "install", "openssh-client", "graphviz", "pub",
  ]

  init(data texts: [String]) {
    let words = texts.flatMap(Self.tokens)
    // A message may name a file without its folder.
    data = Set(words + words.flatMap { $0.split { "./".contains($0) }.map(String.init) })
  }

  /// Takes the data from a transcript's commands and files, and from the shipped charts and legal bases.
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
        // The names of charts, ranks and articles.
        texts += text.matches(of: /(?:id|name|spelling|citation)="([^"]+)"/).map { String($0.1) }
      }
    }
    // The shop's tables, and the court in the register of an office from another release.
    texts.append(try String(contentsOf: Checkout.fixture("Shop/shop.yml"), encoding: .utf8))
    texts.append("Branch 3, Tehran criminal court 2")
    texts += Instrument.allCases.map(\.rawValue) + CallBackAnswer.allCases.map(\.rawValue)
    texts += DrawingFormat.allCases.map(\.rawValue)
    texts += Verb.allCases.map(\.command) + Self.programs
    self.init(data: texts)
  }

  /// Returns the words of a text that are neither in brackets nor data.
  func find(in text: String) -> [String] {
    Self.tokens(Self.outside(text)).filter { word in
      // Words with digits, dots, slashes or non-ASCII letters are ids, paths, versions, events and names: data.
      let isPlain = word.allSatisfy { $0.isASCII && $0.isLetter || $0 == "-" } && word.contains(where: \.isLetter)
      return isPlain && !word.hasPrefix("-") && !data.contains(word)
    }
  }

  /// Returns a text without the parts in brackets, quoted words without a space, digests and fingerprints.
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
    // Names of XML elements are data. So are event names that are abbreviated like `finding.(fail unchecked).force`.
    let data = /[0-9a-f]{16,}|SHA256:[A-Za-z0-9+\/]{43}|'[^' ]*'|<[a-z-]+>|finding\.[\w.]*\([\w ]+\)/
    return rest.replacing(data, with: "0")
  }

  private static func tokens(_ text: String) -> [String] {
    text.split { !($0.isLetter || $0.isNumber || "-._/".contains($0)) }.map {
      $0.trimmingCharacters(in: CharacterSet(charactersIn: "."))
    }.filter { !$0.isEmpty }
  }
}
