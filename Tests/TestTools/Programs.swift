import Foundation

// Helpers with which suites run independent programs on our output.

/// A new temporary folder, removed when the last reference to it is gone.
public final class Folder: Sendable {
  public let url: URL

  public init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "amanat-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  public func write(_ bytes: some Sequence<UInt8>, as name: String) throws {
    try Data(bytes).write(to: url.appending(path: name))
  }

  public func read(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: url.appending(path: name))) }
}

public enum Program {
  public struct Finished {
    public let status: Int32
    public let output: [UInt8]

    public var text: String { String(decoding: output, as: UTF8.self) }
  }

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
    guard isHere("tar"), let folder = try? Folder() else { return false }
    return (try? run("tar", ["--version"], in: folder).text.contains("GNU tar")) ?? false
  }

  /// Runs a program in a folder. Input and output are files, so that no pipe can fill up.
  @discardableResult
  public static func run(_ name: String, _ arguments: [String], in folder: Folder, input: [UInt8] = []) throws
    -> Finished
  {
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
