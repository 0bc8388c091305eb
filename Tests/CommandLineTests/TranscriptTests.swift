import Foundation
import TestTools
import Testing

@Suite("The command line")
struct TranscriptTests {
  static let folder = Checkout.fixture("Transcripts")

  static let names =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasSuffix(".txtar") }
    .sorted()

  @Test("prints what its transcripts say", arguments: names)
  func transcript(name: String) throws {
    let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
    let transcript = Transcript(reading: text)
    let run = try TranscriptRun(transcript)
    for step in transcript.steps { try run.run(step, of: name) }
    try Self.rewrite(Self.folder.appending(path: name), run.written)
  }

  /// With AMANAT_TRANSCRIPTS=write, puts what was printed in the place of what was expected: read the difference before
  /// committing it.
  static func rewrite(_ file: URL, _ written: [(command: String, lines: [String])]) throws {
    guard ProcessInfo.processInfo.environment["AMANAT_TRANSCRIPTS"] == "write" else { return }
    var rest = written[...]
    var result: [String] = []
    var isPrinted = false
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("$ "), let next = rest.first, line.dropFirst(2) == next.command {
        result += [String(line)] + next.lines
        rest = rest.dropFirst()
        isPrinted = true
      } else if !isPrinted || line.isEmpty || ["# ", "$ ", "clock ", "-- ", "```"].contains(where: line.hasPrefix) {
        isPrinted = false
        result.append(String(line))
      }
    }
    try result.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
  }

  @Test("there are transcripts")
  func transcriptsAreThere() {
    #expect(Self.names.count >= 4)
  }

  @Test("the README's example prints what the README says")
  func readmeIsTrue() throws {
    let text = try String(contentsOf: Checkout.root.appending(path: "README.md"), encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var script: [(String, Int)] = []
    var isInside = false
    for (index, line) in lines.enumerated() {
      if line == "```console" {
        isInside = true
      } else if line == "```" {
        isInside = false
      } else if isInside {
        script.append((line, index + 1))
      }
    }
    let transcript = Transcript(script: script)
    #expect(transcript.steps.count >= 8)
    let setting = Transcript(
      reading: try String(contentsOf: Self.folder.appending(path: "setting.txt"), encoding: .utf8))
    let run = try TranscriptRun(setting)
    for step in setting.steps { try run.run(step, of: "setting.txt") }
    let before = run.written.count
    for step in transcript.steps { try run.run(step, of: "README.md") }
    try Self.rewrite(Checkout.root.appending(path: "README.md"), Array(run.written[before...]))
  }
}
