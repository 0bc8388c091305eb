import Testing

/// Tests how files and suites are named and grouped.
@Suite("Tidiness")
struct TidinessTests {
  /// Lists the files below a folder, each as its path from the root.
  private static func files(below folder: String) -> [Repository.Text] {
    Repository.texts.filter { $0.path.hasPrefix(folder + "/") }
  }

  private static func name(_ file: Repository.Text) -> Substring { file.path.split(separator: "/").last ?? "" }

  @Test("no two test files have the same name, except main.swift")
  func namesOfTestsDiffer() {
    let files = Self.files(below: "Tests").filter { $0.path.hasSuffix(".swift") && Self.name($0) != "main.swift" }
    #expect(files.count > 100)
    for (name, same) in Dictionary(grouping: files, by: Self.name) where same.count > 1 {
      Issue.record("\(name): \(same.map(\.folder).joined(separator: ", "))")
    }
  }

  @Test("no two suites have the same name")
  func suitesDiffer() {
    let suites = Self.suites()
    #expect(suites.count > 50)
    for (name, same) in Dictionary(grouping: suites, by: { $0 }) where same.count > 1 { Issue.record("\(name)") }
  }

  @Test("no folder of the sources has more than 16 files")
  func foldersAreSmall() {
    let folders = Dictionary(grouping: Self.files(below: "Sources"), by: \.folder)
    #expect(folders.count > 15)
    for (folder, files) in folders.sorted(by: { $0.key < $1.key }) {
      #expect(files.count <= 16, "\(folder) holds \(files.count) files")
    }
  }

  @Test("the suites that the page of invariants names exist")
  func namedSuitesAreThere() throws {
    let page = "Sources/Casework/Casework.docc/Invariants.md"
    let text = try #require(Repository.pages.first { $0.path == page }?.text).replacing("\n", with: " ")
    let suites = Set(Self.suites())
    var named: [Substring] = []
    for list in text.split(separator: "*Tests*:").dropFirst() {
      let quoted = list.prefix { $0 != "." }.split(separator: "\"", omittingEmptySubsequences: false)
      named += quoted.indices.filter { $0 % 2 == 1 }.map { quoted[$0] }
    }
    #expect(named.count >= 12)
    for name in named { #expect(suites.contains(name), "no suite is called \"\(name)\"") }
  }

  /// Lists the names of the suites.
  private static func suites() -> [Substring] {
    files(below: "Tests").filter { $0.path.hasSuffix(".swift") }.flatMap { file in
      file.text.matches(of: #/@Suite\("([^"]+)"/#).map(\.1)
    }
  }
}
