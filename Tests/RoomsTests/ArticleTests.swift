import Foundation
import Testing

/// Tests that the code of the article on proving builds, and prints what the article says.
@Suite("The article on proving")
struct ArticleTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func blocks(_ language: String) throws -> [String] {
    let article = try String(
      contentsOf: root.appending(path: "Sources/Statechart/Statechart.docc/ProvingAWorkflow.md"), encoding: .utf8)
    return article.components(separatedBy: "```\(language)\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
  }

  @Test("its blocks, joined in order, are the program ProvingAWorkflow")
  func isTheProgram() throws {
    let program = try String(
      contentsOf: Self.root.appending(path: "Tests/ProvingAWorkflow/main.swift"), encoding: .utf8)
    let blocks = try Self.blocks("swift")
    #expect(blocks.count >= 8)
    #expect(blocks.joined(separator: "\n") == program)
  }

  @Test("the program prints what the article says")
  func isRun() throws {
    let process = Process()
    process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: "ProvingAWorkflow")
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let trace = try #require(try Self.blocks("text").first)
    #expect(String(decoding: data, as: UTF8.self) == "[\"opened\"] true\n\(trace)proved: 9 nodes\n")
  }
}
