import Foundation

/// The text files of the repository.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A text file: its path from the root, and its contents.
  struct Text: Sendable {
    var path: String
    var text: String

    /// The folder of the file, from the root; empty for the root itself.
    var folder: String { path.contains("/") ? String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) : "" }
  }

  /// The folders whose files belong to the repository. Other folders may be beside them.
  private static let folders = [
    ".ci", "Benchmarks", "Documentation", "Fixtures", "Fuzz", "Scripts", "Sources", "Tests", "Workflows",
  ]

  /// Every text file of at most 1 MiB, without hidden files, which include build products.
  static let texts: [Text] = {
    let files = FileManager.default
    var paths = (try? files.contentsOfDirectory(atPath: root.path)) ?? []
    paths.removeAll { $0.hasPrefix(".") || isFolder($0) }
    for folder in folders {
      let inside = files.enumerator(
        at: root.appending(path: folder), includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
      for case let url as URL in inside ?? .init() {
        paths.append(String(url.standardizedFileURL.path.dropFirst(root.standardizedFileURL.path.count + 1)))
      }
    }
    return paths.sorted().compactMap { path in
      guard !isFolder(path), let data = try? Data(contentsOf: root.appending(path: path)), data.count <= 1 << 20,
        let text = String(data: data, encoding: .utf8)
      else { return nil }
      return Text(path: path, text: text)
    }
  }()

  /// The Markdown pages.
  static let pages = texts.filter { $0.path.hasSuffix(".md") }

  /// Says whether a path from the root leads to a file or folder.
  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path)
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: root.appending(path: path).path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// Returns a path without `.` and `..`, or nil if it leads out of the repository.
  static func resolved(_ path: String) -> String? {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return parts.joined(separator: "/")
  }
}
