import Foundation
import Testing

/// Tests that only the room Wording has sentences in string literals.
@Suite("Sentences")
struct SentenceTests {
  /// Rooms whose faults and drawings are described to programmers, in English.
  static let programmers: Set<String> = [
    "Statechart", "SCXML", "Promela", "Markup", "TamperLog", "CLibXML2", "COpenSSL", "CClock",
  ]

  /// Beginnings of literals that look like sentences but are not shown to users, by file name.
  static let allowed: [String: [String]] = [
    // SQL.
    "Schema.swift": ["CREATE ", "BEGIN SELECT "],
    // A shell script that is written beside the entries.
    "EntryFiles.swift": ["#", "{ echo", "broken() { echo"],
    // Faults of a chart are reported to its author in the words of the reader. Faults of an entry's encoding, and the
    // text of an ownership plan, are for programmers.
    "Workflow.swift": ["the attribute '"],
    "WorkflowAttributes.swift": ["the attribute '", "a transition on an event of a case needs the attribute"],
    "ChartReader.swift": ["a workflow has the null data model only"],
    "CaseEvent.swift": ["no such event", "name and detail differ"],
    "ShortcomingCoding.swift": ["no such shortcoming"],
    "PlanText.swift": ["the person's row"],
    // English text of the argument parser, which is read here.
    "ParserFault.swift": ["Value to be set with "],
  ]

  /// Says whether a literal has three or more lower-case words with spaces between them.
  static func isSentence(_ literal: String) -> Bool {
    literal.contains(/(^|[^\w.\-])[a-z']{2,} [a-z']+ [a-z']{2,}/)
  }

  /// Returns the string literals of a source, without comments and without interpolated values.
  static func literals(_ source: String) -> [String] {
    var found: [String] = []
    var isInside = false
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.contains("\"\"\"") {
        isInside.toggle()
        continue
      }
      if isInside {
        found.append(line.trimmingCharacters(in: .whitespaces))
        continue
      }
      let code = line.replacing(/(^|\s)\/\/.*/, with: "")
      // A failed precondition is for programmers.
      if code.contains("precondition") || code.contains("fatalError") { continue }
      found += code.matches(of: /"((?:[^"\\]|\\.)*)"/).map { String($0.1) }
    }
    return found.map { $0.replacing(/\\\((?:[^()]|\([^()]*\))*\)/, with: "…") }
  }

  /// The rooms that may not have a sentence.
  static let silent = RoomsTests.mayImport.keys.filter { $0 != "Wording" && !programmers.contains($0) }.sorted()

  @Test("no room except Wording has a sentence in a literal", arguments: silent)
  func sentencesAreInWording(room: String) throws {
    #expect(!RoomsTests.files(room).isEmpty)
    for file in RoomsTests.files(room) {
      let allowed = Self.allowed[file.lastPathComponent] ?? []
      let sentences = Self.literals(try String(contentsOf: file, encoding: .utf8)).filter { literal in
        Self.isSentence(literal) && !allowed.contains(where: literal.hasPrefix)
      }
      #expect(sentences == [], "\(room)/\(file.lastPathComponent)")
    }
  }

  @Test("every exception is used")
  func exceptionsAreUsed() throws {
    var unused = Self.allowed.mapValues { Set($0) }
    for file in Self.silent.flatMap(RoomsTests.files) {
      let name = file.lastPathComponent
      guard let beginnings = unused[name] else { continue }
      let sentences = Self.literals(try String(contentsOf: file, encoding: .utf8)).filter(Self.isSentence)
      unused[name] = beginnings.filter { beginning in !sentences.contains { $0.hasPrefix(beginning) } }
    }
    for (name, beginnings) in unused { #expect(beginnings == [], "\(name)") }
  }

  @Test("the search distinguishes sentences from names, paths, queries and interpolated values")
  func searchFindsSentences() {
    #expect(Self.isSentence("the folder is not empty"))
    #expect(Self.isSentence("Unexpected: there is no case"))
    for name in ["order.received", "amanat list", "court-order.scxml", "SELECT * FROM cases", "give …", ""] {
      #expect(!Self.isSentence(name), "\(name)")
    }
    let source = """
      let a = "not \\(one.two(3)) of them is"  // "a comment is no literal"
      let b = "x \\"y\\" z"
      """
    #expect(Self.literals(source) == ["not … of them is", #"x \"y\" z"#])
  }
}
