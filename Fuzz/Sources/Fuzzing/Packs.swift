import Foundation

/// Returns the files of a shipped pack by name, from the folder AMANAT_PACKS.
public func packFiles(_ name: String) -> [String: [UInt8]] {
  let folder = URL(filePath: ProcessInfo.processInfo.environment["AMANAT_PACKS"] ?? "Workflows").appending(path: name)
  var files: [String: [UInt8]] = [:]
  for file in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] {
    files[file] = (try? Data(contentsOf: folder.appending(path: file))).map { Array($0) }
  }
  require(!files.isEmpty, "the pack is there: \(folder.path)")
  return files
}
