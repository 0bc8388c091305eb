import Foundation
import Testing

/// Tests that every page that the repository mentions exists.
@Suite("Pages")
struct PagesTests {
  /// Returns the Markdown pages that a text mentions, without web addresses.
  static func mentions(_ text: String) -> [String] {
    text.matches(of: /[A-Za-z0-9_.:\/-]*[A-Za-z0-9_-]\.md\b/).map { String($0.output) }
      .filter { !$0.contains("://") }
  }

  /// Says whether a mention is the path of a page, from the root or from a folder above the page.
  static func isPage(_ mention: String) -> Bool {
    let parts = mention.split(separator: "/").filter { $0 != "." && $0 != ".." }
    let end = "/" + parts.joined(separator: "/")
    return Repository.pages.contains { "/\($0.path)".hasSuffix(end) }
  }

  /// Returns the targets of a page's links, without web addresses.
  static func links(_ text: String) -> [String] {
    text.matches(of: /\]\(([^()\s]+)\)/).map { String($0.output.1) }
      .filter { !$0.contains("://") && !$0.hasPrefix("mailto:") }
  }

  /// Returns the anchors of a page: its headings in lower case, with hyphens for spaces and without punctuation.
  static func anchors(_ text: String) -> Set<String> {
    var isCode = false
    var anchors: Set<String> = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("```") { isCode.toggle() }
      guard !isCode, line.hasPrefix("#") else { continue }
      let title = line.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces).lowercased()
      anchors.insert(
        String(title.filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "_" })
          .replacing(" ", with: "-"))
    }
    return anchors
  }

  @Test("every Markdown page that a file mentions is in the repository")
  func mentionedPagesAreThere() {
    #expect(Repository.texts.count > 300 && Repository.pages.count > 8)
    for file in Repository.texts {
      for mention in Self.mentions(file.text) {
        #expect(Self.isPage(mention), "\(file.path) mentions \(mention), which is not in the repository")
      }
    }
  }

  @Test("every link of a page leads to a file in the repository, and to a heading if it names one")
  func linksLead() throws {
    for page in Repository.pages {
      for link in Self.links(page.text) {
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let path = parts[0].isEmpty ? page.path : Repository.resolved("\(page.folder)/\(parts[0])")
        guard let path, Repository.exists(path) else {
          Issue.record("\(page.path) links to \(link), which is not there")
          continue
        }
        guard parts.count > 1 else { continue }
        let target = try #require(Repository.pages.first { $0.path == path }, "\(page.path): \(link)")
        #expect(Self.anchors(target.text).contains(parts[1]), "\(page.path) links to \(link): no such heading")
      }
    }
  }

  @Test("mentions of missing pages are found in every form")
  func mentionsAreRead() {
    let name = "NOWHERE" + ".md"
    let text = "see `\(name)`, [here](../\(name)#top), (\(name) section 6); https://example.org/\(name), x.mdx"
    #expect(Self.mentions(text) == [name, "../\(name)", name])
    #expect(!Self.isPage(name) && !Self.isPage("Sources/README" + ".md"))
    #expect(Self.isPage("README.md") && Self.isPage("Casework.docc/Charts.md") && !Self.isPage("ADME" + ".md"))
    #expect(Self.links("[a](b/c.txt#d) [e](https://f) [g](#h)") == ["b/c.txt#d", "#h"])
    #expect(Self.anchors("# One\n## `Two`: a b-c\n```\n# no\n```") == ["one", "two-a-b-c"])
    #expect(Repository.resolved("a/../b/./c") == "b/c" && Repository.resolved("../a") == nil)
  }
}
