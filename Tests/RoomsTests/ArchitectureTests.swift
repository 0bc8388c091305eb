import Foundation
import Testing

/// Tests that the pages for developers agree with the sources.
@Suite("Architecture")
struct ArchitectureTests {
  static func page(_ path: String) throws -> String {
    try #require(Repository.pages.first { $0.path == path }, "there is no \(path)").text
  }

  /// Returns the lines of a page under a heading, up to the next heading of the same level.
  static func section(_ heading: String, of page: String) -> [Substring] {
    page.components(separatedBy: "\n## ").first { $0.hasPrefix(heading + "\n") }?.split(separator: "\n") ?? []
  }

  /// Returns the texts between backticks.
  static func names(_ text: some StringProtocol) -> [String] {
    String(text).matches(of: /`([^`]+)`/).map { String($0.output.1) }
  }

  @Test("the table of imports in ARCHITECTURE.md is the table of these tests, and every room is described")
  func importTable() throws {
    let page = try Self.page("ARCHITECTURE.md")
    var written: [String: Set<String>] = [:]
    for line in Self.section("Who may import whom", of: page) where line.hasPrefix("| `") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      let room = try #require(Self.names(cells[0]).first)
      written[room] = Set(Self.names(cells[1]) + (cells[2] == "yes" ? ["Foundation"] : []))
    }
    #expect(Set(written.keys) == Set(RoomsTests.mayImport.keys))
    for (room, modules) in RoomsTests.mayImport {
      #expect(written[room] == modules, "\(room) in ARCHITECTURE.md and in the table of the test")
    }
    for line in Self.section("Rooms", of: page) where line.hasPrefix("| `") {
      for room in Self.names(line.split(separator: "|")[0]) { written[room] = nil }
    }
    #expect(written.isEmpty, "rooms that ARCHITECTURE.md does not describe: \(written.keys.sorted())")
  }

  @Test("every arrow of the picture is an import, and every import between rooms follows a path of arrows")
  func picture() throws {
    var arrows: [String: Set<String>] = [:]
    for line in Self.section("The picture", of: try Self.page("ARCHITECTURE.md")) {
      let sides = line.components(separatedBy: " --> ")
      guard sides.count == 2 else { continue }
      let from = sides[0].trimmingCharacters(in: .whitespaces)
      arrows[from, default: []].formUnion(sides[1].components(separatedBy: " & "))
    }
    func below(_ room: String) -> Set<String> {
      (arrows[room] ?? []).reduce(into: []) { $0.formUnion(below($1).union([$1])) }
    }
    for (room, modules) in RoomsTests.mayImport {
      #expect(arrows[room, default: []].isSubset(of: modules), "arrows from \(room)")
      let rooms = modules.intersection(RoomsTests.mayImport.keys)
      #expect(rooms.isSubset(of: below(room)), "imports of \(room) without an arrow: \(rooms.subtracting(below(room)))")
    }
  }

  /// Returns the files and folders that a page names between backticks, as paths from the root or from the page's
  /// folder. Paths with the placeholder NAME and hidden folders, which a build makes, are left out.
  static func paths(_ text: String) -> [String] {
    let roots = ["Benchmarks/", "Documentation/", "Fixtures/", "Fuzz/", "Scripts/", "Sources/", "Tests/", "Workflows/"]
    return names(text.replacing(/```[^`]*```/, with: "")).compactMap { name in
      // A name may be a command with arguments.
      guard let path = name.split(separator: " ").first.map(String.init), roots.contains(where: path.hasPrefix),
        !path.contains("NAME"), !path.contains("/.")
      else { return nil }
      return path
    }
  }

  @Test("every file and folder that a page names between backticks exists", arguments: Repository.pages.map(\.path))
  func pathsAreThere(page: String) throws {
    let folder = Repository.pages.first { $0.path == page }?.folder ?? ""
    for path in Self.paths(try Self.page(page)) {
      #expect(
        Repository.exists(path) || Repository.exists("\(folder)/\(path)"), "\(page) names \(path), which is not there")
    }
  }

  @Test("paths between backticks are distinguished from other words")
  func pathsAreRead() {
    let text =
      "`Sources/A`, `amanat sign`, `Scripts/test --x`, `Sources/NAME.swift`, `Fuzz/.build`\n```\n`Tests/B`\n```\n"
    #expect(Self.paths(text) == ["Sources/A", "Scripts/test"])
  }
}
