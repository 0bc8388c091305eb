import Foundation

/// Runs independent programs that check our output.
public enum Tool {
  /// The exit status and the output of a program.
  public struct Result: Sendable {
    public var status: Int32
    public var output: String
    public var bytes: [UInt8]
  }

  /// Runs a program; its standard error is dropped unless merged.
  @discardableResult
  public static func run(
    _ name: String, _ arguments: [String], in folder: URL? = nil, input: [UInt8]? = nil,
    environment: [String: String] = [:], merging: Bool = false
  ) throws -> Result {
    signal(SIGPIPE, SIG_IGN)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [name] + arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let stdin = Pipe()
    let stdout = Pipe()
    process.standardInput = input == nil ? FileHandle.nullDevice : stdin
    process.standardOutput = stdout
    process.standardError = merging ? stdout : FileHandle.nullDevice
    try process.run()
    if let input {
      try? stdin.fileHandleForWriting.write(contentsOf: Data(input))
      try? stdin.fileHandleForWriting.close()
    }
    let data = (try? stdout.fileHandleForReading.readToEnd()) ?? Data()
    process.waitUntilExit()
    let status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    return Result(status: status, output: String(decoding: data, as: UTF8.self), bytes: Array(data))
  }

  /// Runs a line of shell.
  @discardableResult
  public static func shell(_ line: String, in folder: URL) throws -> Result {
    try run("sh", ["-c", line], in: folder, merging: true)
  }

  /// Runs SQL with the `sqlite3` program, and returns what it printed.
  @discardableResult
  public static func sqlite(_ database: URL, _ sql: String, mode: String = "-list") throws -> String {
    try run("sqlite3", [mode, database.path, sql], merging: true).output
  }

  /// The path of `bagit.py`, in the folder AMANAT_TOOLS or on the path, or nil if it is not installed.
  public static var bagit: String? {
    let folders = [ProcessInfo.processInfo.environment["AMANAT_TOOLS"] ?? "", ""]
    for folder in folders where !folder.isEmpty {
      let path = folder + "/bagit.py"
      if FileManager.default.isExecutableFile(atPath: path) { return path }
    }
    let found = try? run("sh", ["-c", "command -v bagit.py"])
    return found.flatMap { $0.status == 0 ? $0.output.trimmingCharacters(in: .whitespacesAndNewlines) : nil }
  }
}

/// The files of the checkout. The root is found from the path of this source file.
public enum Checkout {
  public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  public static func fixture(_ path: String) -> URL { root.appending(path: "Fixtures/\(path)") }

  /// Makes a new temporary folder.
  public static func temporary(_ name: String) throws -> URL {
    let url = FileManager.default.temporaryDirectory.appending(path: "amanat-\(name)-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url
  }
}
