import Foundation
import Testing

/// Tests that the documentation of a room names only symbols that the room declares.
@Suite("Catalogues")
struct CatalogueTests {
  /// The rooms that other rooms can import: every room with Swift sources except the program.
  static let libraries = RoomsTests.mayImport.keys.filter { $0 != "amanat" && !RoomsTests.files($0).isEmpty }.sorted()

  /// Returns the pages of a room's catalogue.
  static func catalogue(_ room: String) -> [Repository.Text] {
    Repository.pages.filter { $0.path.hasPrefix("Sources/\(room)/\(room).docc/") }
  }

  /// Returns the names that a room's sources declare.
  static func declarations(_ room: String) throws -> Set<String> {
    let kinds = /\b(?:struct|class|enum|protocol|actor|typealias|associatedtype|func|case|let|var|init)\b\s*`?(\w*)/
    var names: Set<String> = ["init", room]
    for file in RoomsTests.files(room) {
      let text = try String(contentsOf: file, encoding: .utf8)
      names.formUnion(text.matches(of: kinds).map { String($0.output.1) })
      for line in text.matches(of: /\bcase ([\w, ]+)$/.anchorsMatchLineEndings()) {
        names.formUnion(line.output.1.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) })
      }
    }
    return names
  }

  /// Returns the symbols that a page links to, as paths of plain names: `Chart/step(_:_:)-(Event)` is `Chart`, `step`.
  static func symbols(_ text: String) -> [[String]] {
    text.matches(of: /``([^`\s]+)``/).map { match in
      match.output.1.split(separator: "/").map { String($0.prefix { $0.isLetter || $0.isNumber || $0 == "_" }) }
    }
  }

  @Test("every library has a landing page that begins with its name", arguments: libraries)
  func landingPage(room: String) {
    let page = Self.catalogue(room).first { $0.path.hasSuffix("/\(room).md") }
    #expect(page?.text.hasPrefix("# ``\(room)``\n") == true, "Sources/\(room)/\(room).docc lacks \(room)'s page")
  }

  @Test("a catalogue links only to symbols that its room declares and to its own articles", arguments: libraries)
  func linksLead(room: String) throws {
    let names = try Self.declarations(room)
    let pages = Self.catalogue(room)
    let articles = Set(pages.map { URL(filePath: $0.path).deletingPathExtension().lastPathComponent })
    for page in pages {
      for symbol in Self.symbols(page.text) {
        let unknown = symbol.filter { !names.contains($0) }
        #expect(unknown.isEmpty, "\(page.path) links to \(symbol.joined(separator: "/")), which \(room) lacks")
      }
      for match in page.text.matches(of: /<doc:(\w+)>/) {
        #expect(articles.contains(String(match.output.1)), "\(page.path) links to \(match.output.1)")
      }
    }
  }

  @Test("links to symbols are read as paths of names")
  func symbolsAreRead() {
    let text = "``A`` and ``B/c(_:)-(D,E)``, `F`, ```swift"
    #expect(Self.symbols(text) == [["A"], ["B", "c"]])
  }
}
