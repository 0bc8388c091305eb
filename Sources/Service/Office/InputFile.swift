import Foundation

/// A file that somebody named: there, and a file.
public enum InputFile {
  /// Says what is wrong with a path before anything is read from it.
  ///
  /// - Parameters:
  ///   - typed: the path as it was typed, for the message; `path` itself where nil.
  ///   - what: what the file was to be: `order`, `annotation`.
  public static func check(_ path: String, typed: String? = nil, _ what: String) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw DeskFault.notFound("\(what) \(typed ?? path)")
    }
    guard !isFolder.boolValue else {
      throw DeskFault.malformed(
        file: URL(filePath: path).lastPathComponent, line: nil, reason: "this is a folder, not a file"
      )
    }
  }
}
