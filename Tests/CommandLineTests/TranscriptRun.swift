import Casework
import Foundation
import Ledger
import Service
import TestSupport
import TestTools
import Testing
import Wording

@testable import amanat

/// Runs a transcript in its own folder. The folder has the persons' keys in `keys/`, the fixtures' orders in `orders/`,
/// the shop and its annotation, and the court's certificate. The clock is set by the transcript, and the random numbers
/// have a fixed seed.
final class TranscriptRun {
  let folder: URL
  private let clock: TestClock
  private let world: World
  private var environment: [Variable: String] = [:]
  /// The output of each command, with `<*>` kept where it still matches. It is used to rewrite a transcript.
  private(set) var written: [(command: String, lines: [String])] = []

  static func merged(_ printed: [String], _ expected: [String]) -> [String] {
    printed.enumerated().map { index, line in
      if index < expected.count, Transcript.matches(line, expected[index]) { return expected[index] }
      // Keys and certificates are new in each run, so fingerprints and digests always differ.
      return line.replacing(/[0-9a-f]{64}|[0-9a-f]{16}(?=\.cms|…)|SHA256:[A-Za-z0-9+\/]{43}/, with: "<*>")
    }
  }

  private let language: any Language

  init(_ transcript: Transcript, in language: any Language = English()) throws {
    self.language = language
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

  /// Runs one step. Records an issue if the output or the exit code differs from the transcript.
  func run(_ step: Transcript.Step, of name: String) throws {
    switch step {
    case .clock(let text): clock.time = try #require(Instant(text), "\(name): no time '\(text)'")
    case .variable(let name, let value):
      environment[try #require(Variable(rawValue: name), "the program reads no variable \(name)")] = value
    case .command(let command, let expected, let line):
      let printed = try output(of: command)
      written.append((command, Self.merged(printed, expected)))
      let isSame =
        printed.count == expected.count && zip(printed, expected).allSatisfy { Transcript.matches($0, $1) }
      #expect(isSame, "\(name):\(line): $ \(command)\n\(printed.joined(separator: "\n"))")
    }
  }

  /// Returns the output of a command, line by line, and its exit code if it is not 0.
  func output(of command: String) throws -> [String] {
    let (out, err, code) = try print(command)
    let lines = (out + err).split(separator: "\n").map(String.init)
    return code == 0 ? lines : lines + ["[exit \(code)]"]
  }

  /// Returns what a command prints to standard output and to standard error, and its exit code.
  func print(_ command: String) throws -> (out: String, err: String, code: Int32) {
    let words = Transcript.words(command)
    var (out, err) = ("", "")
    var code: Int32
    if words.first == "amanat" {
      let console = Console(language, out: { out += $0 + "\n" }, err: { err += $0 + "\n" })
      let session = Session(
        world: world, language: language, console: console,
        environment: environment.merging([.packs: Checkout.root.appending(path: "Workflows").path]) { $1 },
        directory: folder, program: { URL(filePath: "/nowhere/amanat") })
      code = Amanat.run(Array(words.dropFirst()), session)
    } else {
      let packs = "export AMANAT_PACKS='\(Checkout.root.appending(path: "Workflows").path)'; "
      let result = try Tool.shell(packs + command, in: folder)
      out = result.output
      code = result.status
    }
    return (out.replacing(folder.path, with: "WORK"), err.replacing(folder.path, with: "WORK"), code)
  }
}
