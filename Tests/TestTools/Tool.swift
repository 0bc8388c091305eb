import Foundation

/// Runs independent programs that check our output.
public enum Tool {
  /// The exit status and the output of a program. The status of a program that a signal ended is the negative signal.
  public struct Result: Sendable {
    public var status: Int32
    public var bytes: [UInt8]

    public var output: String { String(decoding: bytes, as: UTF8.self) }
  }

  /// The error for SQL that the `sqlite3` program refuses, with what it printed.
  public struct SQLRefused: Error { public var output: String }

  /// Runs a program; its standard error is dropped unless merged. Input and output are files, so that no pipe can fill
  /// up.
  @discardableResult
  public static func run(
    _ name: String, _ arguments: [String], in folder: URL? = nil, input: [UInt8]? = nil,
    environment: [String: String] = [:], merging: Bool = false
  ) throws -> Result {
    let files = try Folder()
    try files.write([], as: "out")
    let sink = try FileHandle(forWritingTo: files.url.appending(path: "out"))
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [name] + arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    if let input {
      try files.write(input, as: "in")
      process.standardInput = try FileHandle(forReadingFrom: files.url.appending(path: "in"))
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    process.standardOutput = sink
    process.standardError = merging ? sink : FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    return Result(status: status, bytes: try files.read("out"))
  }

  /// Runs a program in a folder, without a locale and in UTC, so that its output is the same on every machine.
  @discardableResult
  public static func run(
    _ name: String, _ arguments: [String], in folder: Folder, input: [UInt8] = []
  ) throws -> Result {
    try run(name, arguments, in: folder.url, input: input, environment: ["LC_ALL": "C", "TZ": "UTC"])
  }

  /// Runs a line of shell.
  @discardableResult
  public static func shell(_ line: String, in folder: URL) throws -> Result {
    try run("sh", ["-c", line], in: folder, merging: true)
  }

  /// Runs SQL with the `sqlite3` program, and returns what it printed.
  ///
  /// - Throws: `SQLRefused` if a statement fails. Later statements are then not run.
  @discardableResult
  public static func sqlite(_ database: URL, _ sql: String) throws -> String {
    let result = try run("sqlite3", ["-bail", "-list", database.path], input: Array(sql.utf8), merging: true)
    guard result.status == 0 else { throw SQLRefused(output: result.output) }
    return result.output
  }

  /// Says whether a program is on the path.
  public static func isHere(_ name: String) -> Bool {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
  }

  /// The path of `bagit.py`, in the folder AMANAT_TOOLS or on the path, or nil if it is not installed.
  public static var bagit: String? {
    if let folder = ProcessInfo.processInfo.environment["AMANAT_TOOLS"],
      FileManager.default.isExecutableFile(atPath: folder + "/bagit.py")
    {
      return folder + "/bagit.py"
    }
    return isHere("bagit.py") ? "bagit.py" : nil
  }

  /// Says whether `tar` is GNU tar.
  public static var hasGNUTar: Bool {
    guard isHere("tar"), let version = try? run("tar", ["--version"]) else { return false }
    return version.output.contains("GNU tar")
  }
}
