import Foundation
import Wording

/// A file that somebody named: there, and a file.
public enum InputFile {
  /// Refuses a path before anything is read from it, where nothing is there or a folder is.
  ///
  /// - Parameter absent: what is said where nothing is there.
  public static func check(_ path: String, absent: NotFoundPhrase) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw ServiceFault.notFound(absent)
    }
    guard !isFolder.boolValue else {
      throw ServiceFault.malformed(FilePlace(file: URL(filePath: path).lastPathComponent), .isFolder)
    }
  }
}
