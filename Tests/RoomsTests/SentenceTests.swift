import Foundation
import Testing

/// What people read is written in Wording alone: no other room holds a sentence in a literal.
@Suite("Sentences")
struct SentenceTests {
  /// Rooms whose faults and drawings are described to programmers, in English.
  static let programmers: Set<String> = [
    "Statechart", "SCXML", "Promela", "Markup", "TamperLog", "CLibXML2", "COpenSSL",
  ]

  /// Literals that look like sentences and are none that people are shown by the program, by the file's name.
  static let allowed: [String: [String]] = [
    // SQL.
    "SQLiteOffice.swift": ["SELECT ", "INSERT ", "UPDATE ", "PRAGMA "],
    "SQLiteKeys.swift": ["SELECT ", "INSERT ", "CREATE "],
    "Schema.swift": ["CREATE ", "BEGIN SELECT "],
    "RawRows.swift": ["SELECT "],
    "CaseSummary+SQLite.swift": ["SELECT ", "INSERT ", "ON CONFLICT", "instrument = "],
    // A shell script that is written beside the entries, and Promela.
    "EntryFiles.swift": ["#", "#!", "ssh-keygen -Y", "check()", "{ echo", "[ $failed"],
    // What is wrong with a chart is told to those who draw charts in the words of its readers, and what is wrong with an
    // entry's spelling, or what a plan of ownership is, to programmers.
    "Workflow.swift": ["the attribute '"],
    "WorkflowAttributes.swift": ["the attribute '", "a transition on an event of a case needs the attribute"],
    "ChartReader.swift": ["a workflow has the null data model only"],
    "CaseEvent.swift": ["no such event", "name and detail differ"],
    "RegisterEvent.swift": ["no such event"],
    "Instrument.swift": ["no such instrument"],
    "PlanText.swift": ["the person's row"],
    // The parser of arguments, whose English words are read here.
    "ParserFault.swift": ["Value to be set with "],
  ]

  /// Three or more lower-case words with spaces between them.
  static func isSentence(_ literal: String) -> Bool {
    literal.contains(/(^|[^\w.\-])[a-z']{2,} [a-z']+ [a-z']{2,}/)
  }

  /// The string literals of a source, without its comments: what is interpolated is left out.
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
      // A failed precondition speaks to programmers.
      if code.contains("precondition") || code.contains("fatalError") { continue }
      found += code.matches(of: /"((?:[^"\\]|\\.)*)"/).map { String($0.1) }
    }
    return found.map { $0.replacing(/\\\((?:[^()]|\([^()]*\))*\)/, with: "…") }
  }

  @Test("no room but Wording writes a sentence", arguments: RoomsTests.mayImport.keys.sorted())
  func sentencesAreInWording(room: String) throws {
    guard room != "Wording", !Self.programmers.contains(room) else { return }
    for file in RoomsTests.files(room) {
      let allowed = Self.allowed[file.lastPathComponent] ?? []
      let sentences = Self.literals(try String(contentsOf: file, encoding: .utf8)).filter { literal in
        Self.isSentence(literal) && !allowed.contains(where: literal.hasPrefix)
      }
      #expect(sentences == [], "\(room)/\(file.lastPathComponent)")
    }
  }

  @Test("the search knows a sentence from a name, a path, a query of one word and an interpolated value")
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
