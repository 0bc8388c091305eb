import Collection
import CollectionSQLite
import Foundation
import Wording

/// The place of a source as text: a path, or a kind of source, a colon and a path.
public enum SourcePlace {
  /// Returns a place with another path and the same kind.
  ///
  /// - Parameters:
  ///   - place: the place as it was typed.
  ///   - change: returns the path that replaces the path of the place, such as its absolute path.
  public static func mapPath(of place: String, _ change: (String) -> String) -> String {
    let (kind, path) = SourceKind.read(place)
    return "\(kind.name):\(change(path))"
  }
}

/// A kind of source that an office can collect from.
struct SourceKind: Sendable {
  /// Every kind of source. A place that names no kind is of the first kind.
  static let all = [
    SourceKind(name: "sqlite", isFolder: false) { try SQLiteDataSource(path: $0) }
  ]

  /// The word before the colon in a place: `sqlite` in `sqlite:shop.sqlite`.
  let name: String
  /// Says whether a source of this kind is a folder; otherwise it is a file.
  let isFolder: Bool
  /// Opens a source for reading, by its path; throws a `CollectionFault`.
  let open: @Sendable (String) throws -> any DataSource

  /// Splits a place into its kind and its path.
  static func read(_ place: String) -> (kind: SourceKind, path: String) {
    for kind in all where place.hasPrefix(kind.name + ":") {
      return (kind, String(place.dropFirst(kind.name.count + 1)))
    }
    return (all[0], place)
  }

  /// Checks that a path leads to a folder where this kind needs one, and to a regular file otherwise.
  func check(_ path: String) throws {
    guard isFolder else { return try InputFile.check(path, as: .database) }
    var isFolderThere: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolderThere)
    guard isThere, isFolderThere.boolValue else { throw ServiceFault.notFound(.input(.database, path: path)) }
  }
}
