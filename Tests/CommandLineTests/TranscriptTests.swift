import Foundation
import TestTools
import Testing

@Suite("The command line")
struct TranscriptTests {
  static let folder = Checkout.fixture("Transcripts")

  static let names =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasSuffix(".txtar") }
    .sorted()

  @Test("every transcript prints the expected output", arguments: names)
  func transcript(name: String) throws {
    let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
    let transcript = Transcript(reading: text)
    #expect(transcript.commands > 0, "no command was read")
    let run = try TranscriptRun(transcript)
    for step in transcript.steps { try run.run(step, of: name) }
    try Self.rewrite(Self.folder.appending(path: name), run.written)
  }

  /// If AMANAT_TRANSCRIPTS is `write`, replaces the expected output in the file by the actual output. Review the
  /// difference before you commit it.
  static func rewrite(_ file: URL, _ written: [(command: String, lines: [String])]) throws {
    guard ProcessInfo.processInfo.environment["AMANAT_TRANSCRIPTS"] == "write" else { return }
    var rest = written[...]
    var result: [String] = []
    var isPrinted = false
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
    let starts = ["# ", "$ ", "clock ", "-- ", "```"]
    for (place, line) in lines.enumerated() {
      // An empty line may be a part of the output, which goes on after it.
      let next = lines[place...].first { !$0.isEmpty } ?? "$ "
      let isAfterOutput = line.isEmpty ? starts.contains(where: next.hasPrefix) : starts.contains(where: line.hasPrefix)
      if line.hasPrefix("$ "), let next = rest.first, line.dropFirst(2) == next.command {
        result += [String(line)] + next.lines
        rest = rest.dropFirst()
        isPrinted = true
      } else if !isPrinted || isAfterOutput {
        isPrinted = false
        result.append(String(line))
      }
    }
    try result.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
  }

  @Test("the transcripts are found")
  func transcriptsAreThere() {
    #expect(Self.names.count >= 4)
  }

  /// README and every page of the documentation.
  static let pages: [String] = {
    let folder = Checkout.root.appending(path: "Documentation")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return ["README.md"] + names.filter { $0.hasSuffix(".md") }.sorted().map { "Documentation/\($0)" }
  }()

  /// The pages that have examples to run.
  static let pagesWithExamples = pages.filter { page in
    (try? Checkout.text(page)).map { !examples(of: $0).isEmpty } ?? true
  }

  /// Returns the examples of a page as one script: every line of its `console` blocks, with its line number.
  static func examples(of page: String) -> [(String, Int)] {
    var script: [(String, Int)] = []
    var isInside = false
    for (index, line) in page.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line == "```console" {
        isInside = true
      } else if line == "```" {
        isInside = false
      } else if isInside {
        script.append((String(line), index + 1))
      }
    }
    return script
  }

  @Test("the examples of a page print the output on the page", arguments: pagesWithExamples)
  func pageIsTrue(page: String) throws {
    let file = Checkout.root.appending(path: page)
    let transcript = Transcript(script: Self.examples(of: try Checkout.text(page)))
    #expect(transcript.commands >= (page == "README.md" ? 8 : 1))
    let setting = Transcript(
      reading: try String(contentsOf: Self.folder.appending(path: "setting.txt"), encoding: .utf8))
    let run = try TranscriptRun(setting)
    for step in setting.steps { try run.run(step, of: "setting.txt") }
    let before = run.written.count
    for step in transcript.steps { try run.run(step, of: page) }
    try Self.rewrite(file, Array(run.written[before...]))
  }

  @Test("the examples of every page are read: a line with a prompt is in a block of `console`")
  func examplesAreRead() throws {
    #expect(Self.pages.count >= 6 && Self.pagesWithExamples.contains("README.md"))
    for page in Self.pages {
      let text = try Checkout.text(page)
      let prompts = text.split(separator: "\n").filter { $0.trimmingPrefix { $0 == " " }.hasPrefix("$ ") }
      #expect(prompts.count == Self.examples(of: text).filter { $0.0.hasPrefix("$ ") }.count, "\(page)")
    }
    #expect(Self.examples(of: "# A\n```sh\nno\n```\n```console\n$ a\nb\n```\n").map(\.0) == ["$ a", "b"])
  }
}
