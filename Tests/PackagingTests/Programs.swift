import Foundation

// What these suites need to let programs that are not ours check what ours wrote.

/// A folder of its own, removed when nothing holds it any more.
final class Folder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "amanat-packaging-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ bytes: some Sequence<UInt8>, as name: String) throws {
    try Data(bytes).write(to: url.appending(path: name))
  }

  func read(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: url.appending(path: name))) }
}

enum Program {
  struct Finished {
    let status: Int32
    let output: [UInt8]

    var text: String { String(decoding: output, as: UTF8.self) }
  }

  static func isHere(_ name: String) -> Bool {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
  }

  /// Where `bagit.py` is: in the folder that AMANAT_TOOLS names, or on the path; nil where it is not.
  static var bagit: String? {
    if let folder = ProcessInfo.processInfo.environment["AMANAT_TOOLS"],
      FileManager.default.isExecutableFile(atPath: folder + "/bagit.py")
    {
      return folder + "/bagit.py"
    }
    return isHere("bagit.py") ? "bagit.py" : nil
  }

  /// Says whether `tar` is GNU's.
  static var hasGNUTar: Bool {
    guard isHere("tar"), let folder = try? Folder() else { return false }
    return (try? run("tar", ["--version"], in: folder).text.contains("GNU tar")) ?? false
  }

  /// Runs a program in a folder. Its input and output are files, so no pipe can fill up.
  @discardableResult
  static func run(_ name: String, _ arguments: [String], in folder: Folder, input: [UInt8] = []) throws -> Finished {
    let run = UUID().uuidString
    let (source, sink) = (".\(run).in", ".\(run).out")
    try folder.write(input, as: source)
    try folder.write([], as: sink)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [name] + arguments
    process.currentDirectoryURL = folder.url
    process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C", "TZ": "UTC"]) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: folder.url.appending(path: source))
    process.standardOutput = try FileHandle(forWritingTo: folder.url.appending(path: sink))
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    return Finished(status: status, output: try folder.read(sink))
  }
}

/// SplitMix64: small, seeded, and the same everywhere.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A fresh seed, or the one that AMANAT_SEED names to repeat a run; printed with the property's name.
  static func printed(for property: String) -> SplitMix {
    let given = ProcessInfo.processInfo.environment["AMANAT_SEED"].flatMap { UInt64($0) }
    let seed = given ?? UInt64.random(in: 0...999_999)
    print("\(property): AMANAT_SEED=\(seed)")
    return SplitMix(seed: seed)
  }
}
