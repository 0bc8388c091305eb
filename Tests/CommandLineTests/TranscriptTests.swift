import Casework
import Foundation
import Ledger
import Service
import TestSupport
import TestTools
import Testing

@testable import amanat

/// Runs transcripts in a folder of their own, with the people's keys in `keys/`, the fixtures' orders in `orders/`, the
/// shop and its annotation, and the court's certificate. Clock, ids and chance are fixed.
final class TranscriptRun {
  let folder: URL
  private let clock: TestClock
  private let world: World
  private var environment: [String: String] = [:]
  /// What each command printed, with `<*>` kept where it still fits: for writing a transcript anew.
  private(set) var written: [(command: String, lines: [String])] = []

  static func merged(_ printed: [String], _ expected: [String]) -> [String] {
    printed.enumerated().map { index, line in
      if index < expected.count, Transcript.matches(line, expected[index]) { return expected[index] }
      // Keys and certificates are made for each run, so fingerprints and digests are never the same twice.
      return line.replacing(/[0-9a-f]{64}|[0-9a-f]{16}(?=\.cms|…)|SHA256:[A-Za-z0-9+\/]{43}/, with: "<*>")
    }
  }

  init(_ transcript: Transcript) throws {
    folder = try Checkout.temporary("transcript")
    guard let start = Instant(TestOffice.noon) else { fatalError("the time is malformed") }
    let clock = TestClock(start)
    self.clock = clock
    world = World(now: { clock.time }, randomness: .seeded(1405), signer: .openSSH)
    let props = Props.shared
    let files = FileManager.default
    try files.createSymbolicLink(at: folder.appending(path: "keys"), withDestinationURL: props.folder)
    try files.createSymbolicLink(
      at: folder.appending(path: "orders"), withDestinationURL: Checkout.fixture("Orders"))
    try files.copyItem(at: props.shop, to: folder.appending(path: "shop.sqlite"))
    try files.copyItem(at: Checkout.fixture("Shop/shop.yml"), to: folder.appending(path: "shop.yml"))
    try files.copyItem(at: props.certificate, to: folder.appending(path: "court.pem"))
    try files.copyItem(at: props.certificateKey, to: folder.appending(path: "court.key"))
    try files.createDirectory(at: folder.appending(path: "out"), withIntermediateDirectories: true)
    for file in transcript.files {
      try file.text.write(to: folder.appending(path: file.name), atomically: true, encoding: .utf8)
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Runs one step; records an issue where it prints or ends otherwise than written.
  func run(_ step: Transcript.Step, of name: String) throws {
    switch step {
    case .clock(let text): clock.time = try #require(Instant(text), "\(name): no time '\(text)'")
    case .variable(let name, let value): environment[name] = value
    case .command(let command, let expected, let line):
      let printed = try output(of: command)
      written.append((command, Self.merged(printed, expected)))
      let isSame =
        printed.count == expected.count && zip(printed, expected).allSatisfy { Transcript.matches($0, $1) }
      #expect(isSame, "\(name):\(line): $ \(command)\n\(printed.joined(separator: "\n"))")
    }
  }

  func output(of command: String) throws -> [String] {
    let words = Transcript.words(command)
    var out: [String] = []
    var err: [String] = []
    var code: Int32
    if words.first == "amanat" {
      let console = Console(out: { out.append($0) }, err: { err.append($0) }, isColoured: false)
      let session = Session(
        world: world, console: console,
        environment: environment.merging(["AMANAT_PACKS": Checkout.root.appending(path: "Workflows").path]) { $1 },
        directory: folder, program: URL(filePath: "/nowhere/amanat"))
      code = Amanat.run(Array(words.dropFirst()), session)
    } else {
      let packs = "export AMANAT_PACKS='\(Checkout.root.appending(path: "Workflows").path)'; "
      let result = try Tool.shell(packs + command, in: folder)
      out = [result.output]
      code = result.status
    }
    var lines = (out + err).flatMap { $0.replacing(folder.path, with: "WORK").split(separator: "\n").map(String.init) }
    if code != 0 { lines.append("[exit \(code)]") }
    return lines
  }
}

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

  /// The pages whose examples are run: README, and every page of the documentation.
  static let pages: [String] = {
    let folder = Checkout.root.appending(path: "Documentation")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return ["README.md"] + names.filter { $0.hasSuffix(".md") }.sorted().map { "Documentation/\($0)" }
  }()

  /// The examples of a page: every line of its `console` blocks, with its number, as one script.
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

  @Test("the examples of a page print what the page says", arguments: pages)
  func pageIsTrue(page: String) throws {
    let file = Checkout.root.appending(path: page)
    let transcript = Transcript(script: Self.examples(of: try String(contentsOf: file, encoding: .utf8)))
    #expect(transcript.steps.count >= 8 || page != "README.md")
    guard !transcript.steps.isEmpty else { return }
    let setting = Transcript(
      reading: try String(contentsOf: Self.folder.appending(path: "setting.txt"), encoding: .utf8))
    let run = try TranscriptRun(setting)
    for step in setting.steps { try run.run(step, of: "setting.txt") }
    let before = run.written.count
    for step in transcript.steps { try run.run(step, of: page) }
    try Self.rewrite(file, Array(run.written[before...]))
  }

  @Test("the examples of every page are read")
  func examplesAreRead() {
    #expect(Self.pages.count >= 6)
    #expect(Self.examples(of: "# A\n```sh\nno\n```\n```console\n$ a\nb\n```\n").map(\.0) == ["$ a", "b"])
  }
}
