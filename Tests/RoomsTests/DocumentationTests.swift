import Foundation
import Testing

/// Tests that every public declaration in the listed rooms has a doc comment.
@Suite("Documentation")
struct DocumentationTests {
  static let rooms = ["Statechart", "SCXML", "TamperLog", "Casework", "Promela"]

  @Test("every public declaration has a doc comment", arguments: rooms)
  func declarationsAreDocumented(room: String) throws {
    let files = RoomsTests.files(room)
    #expect(!files.isEmpty)
    var count = 0
    for file in files.sorted(by: { $0.path < $1.path }) {
      let found = PublicDeclarations(in: try String(contentsOf: file, encoding: .utf8))
      count += found.count
      for line in found.undocumented {
        Issue.record("\(room)/\(file.lastPathComponent):\(line.number): no doc comment: \(line.text)")
      }
    }
    #expect(count > 5, "the reader of declarations found only \(count)")
  }

  @Test("the reader finds exactly the declarations without a doc comment")
  func undocumentedIsFound() {
    let source = #"""
      /// A documented type.
      @frozen
      public struct A {
        public let first: Int
        /// Documented.
        public let second = 1, third = 2
        let hidden = 1
        /// Documented, with attributes between.
        @inlinable
        public func fourth() {}
        // A plain comment is no doc comment.
        public private(set) var fifth: Int
        /// Documented.

        public init() {}
        public func sixth() -> String { "public let text = 1" }
      }
      public enum B: String {
        case one
        /// Documented.
        case two
        var three: Int {
          switch self {
          case one: 1
          case two: 2
          }
        }
      }
      enum Hidden { case one }
      /// Documented.
      public protocol C {
        func needed()
        /// Documented.
        associatedtype D
      }
      """#
    let found = PublicDeclarations(in: source)
    #expect(
      found.undocumented.map(\.text) == [
        "public let first: Int", "public private(set) var fifth: Int", "public init() {}",
        "public func sixth() -> String { \"public let text = 1\" }", "public enum B: String {", "case one",
        "func needed()",
      ])
    #expect(found.count == 13)
  }
}

/// Finds the public declarations of a source: declarations with `public`, the cases of a public enum, and the
/// requirements of a public protocol. It reads lines, which is enough for sources that `swift format` has formatted.
struct PublicDeclarations {
  private(set) var undocumented: [(number: Int, text: String)] = []
  private(set) var count = 0

  private enum Scope { case enumeration, requirements, other }

  init(in source: String) {
    var scopes: [Scope] = []
    var isDocumented = false
    var isText = false
    for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let text = line.trimmingCharacters(in: .whitespaces)
      let isQuote = text.components(separatedBy: "\"\"\"").count % 2 == 0
      if isText || isQuote {
        if isQuote { isText.toggle() }
        if isText { continue }
      }
      if text.hasPrefix("///") {
        isDocumented = true
        continue
      }
      if text.hasPrefix("@"), !text.contains(" func "), !text.contains(" var "), !text.contains("public ") { continue }
      if Self.isPublic(text, in: scopes.last) {
        count += 1
        if !isDocumented { undocumented.append((index + 1, text)) }
      }
      isDocumented = false
      Self.walk(text, &scopes)
    }
  }

  private static func isPublic(_ text: String, in scope: Scope?) -> Bool {
    let words = text.split(separator: " ").filter { !$0.hasPrefix("@") }
    guard let first = words.first else { return false }
    if words.prefix(3).contains("extension") { return false }
    if first == "public" || first == "static" && words.dropFirst().first == "public" { return true }
    switch scope {
    case .enumeration: return first == "case" || first == "indirect"
    case .requirements:
      return ["func", "var", "associatedtype", "static", "mutating", "subscript"].contains(first)
        || text.hasPrefix("init")
    case .other, nil: return false
    }
  }

  /// Follows the braces of a line outside comments and string literals.
  private static func walk(_ text: String, _ scopes: inout [Scope]) {
    let isPublic = text.split(separator: " ").contains("public")
    var next: Scope =
      if isPublic, text.contains("enum ") { .enumeration } else if isPublic, text.contains("protocol ") {
        .requirements
      } else { .other }
    var isLiteral = false
    var previous: Character = " "
    for character in text {
      if !isLiteral, character == "/", previous == "/" { return }
      if character == "\"", previous != "\\" { isLiteral.toggle() }
      if !isLiteral, character == "{" {
        scopes.append(next)
        next = .other
      }
      if !isLiteral, character == "}" { _ = scopes.popLast() }
      previous = character
    }
  }
}
