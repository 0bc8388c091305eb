import Foundation
import Wording

/// Checks a file that the user named.
public enum InputFile {
  /// Checks that a path leads to a file and not to a folder. The file is not opened.
  ///
  /// - Parameter absent: the phrase for a missing file.
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
