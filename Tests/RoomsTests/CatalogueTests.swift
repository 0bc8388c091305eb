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

  /// Returns the members that a source declares, by the name of their type. Extensions count too.
  ///
  /// The strict format puts a member two spaces to the right of its type, so the source needs no parser.
  static func members(_ source: String) -> [String: Set<String>] {
    let type = /^( *)(?:[\w@]+ )*(?:struct|class|enum|protocol|actor|extension) (?:\w+\.)*(\w+)\b.*\{(.*)$/
    let kinds = /\b(?:struct|class|enum|protocol|actor|typealias|associatedtype|func|let|var|init)\b\s*`?(\w*)/
    var open: [(name: String, indent: Int)] = []
    var members: [String: Set<String>] = [:]
    func add(_ text: Substring, to owner: String) {
      if let name = text.firstMatch(of: kinds)?.output.1 {
        members[owner, default: []].insert(name.isEmpty ? "init" : String(name))
      }
      if let list = text.firstMatch(of: /^ *(?:indirect )?case (.*)/)?.output.1 {
        let names = list.replacing(/\([^()]*(?:\([^()]*\)[^()]*)*\)/, with: "").split(separator: ",")
        for name in names.compactMap({ $0.firstMatch(of: /\w+/)?.output }) { members[owner]?.insert(String(name)) }
      }
    }
    for line in source.split(separator: "\n") where !line.drop(while: { $0 == " " }).hasPrefix("//") {
      let indent = line.prefix { $0 == " " }.count
      while let last = open.last, indent <= last.indent { open.removeLast() }
      if let owner = open.last, indent == owner.indent + 2 { add(line, to: owner.name) }
      guard let found = line.firstMatch(of: type) else { continue }
      let name = String(found.output.2)
      members[name, default: []].formUnion([])
      if found.output.3.contains("}") { add(found.output.3, to: name) } else { open.append((name, indent)) }
    }
    return members
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
    let members = try RoomsTests.files(room).reduce(into: [String: Set<String>]()) { members, file in
      let declared = Self.members(try String(contentsOf: file, encoding: .utf8))
      members.merge(declared) { $0.union($1) }
    }
    let pages = Self.catalogue(room)
    let articles = Set(pages.map { URL(filePath: $0.path).deletingPathExtension().lastPathComponent })
    for page in pages {
      for symbol in Self.symbols(page.text) {
        let unknown = symbol.filter { !names.contains($0) }
        #expect(unknown.isEmpty, "\(page.path) links to \(symbol.joined(separator: "/")), which \(room) lacks")
        for (owner, member) in zip(symbol, symbol.dropFirst()) {
          #expect(members[owner]?.contains(member) == true, "\(page.path): \(owner) has no member \(member)")
        }
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

  @Test("members are read with their types, without the names inside their bodies")
  func membersAreRead() {
    let source = """
      public struct A: Sendable {
        let b = 1
        public enum C: String { case d, e(Int, f: [Int]) }
        // let comment = 1
        init(_ g: Int) {
          let h = g
        }
      }
      extension Room.A where Self: Sendable {
        public static func i(
          _ j: Int
        ) {}
      }
      let k = 1
      """
    #expect(Self.members(source) == ["A": ["b", "C", "init", "i"], "C": ["d", "e"]])
  }
}
