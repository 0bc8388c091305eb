import Casework
import Foundation
import Ledger
import Wording

/// Makes the folders and writes the files at places that a person names.
enum OutputPlace {
  /// Makes a folder and the folders above it. A folder that exists is not changed.
  ///
  /// - Throws: `ServiceFault.unwritable` with the path of the folder.
  static func makeFolder(_ url: URL, mode: mode_t = 0o777) throws(ServiceFault) {
    if let reason = reason(making: url.path, mode) { throw .unwritable(path: url.path, reason) }
  }

  /// Writes a file durably and atomically.
  ///
  /// - Parameter name: the file as messages name it.
  static func write(_ bytes: [UInt8], to url: URL, named name: String, mode: mode_t) throws(ServiceFault) {
    do throws(StoreFault) {
      try DurableFile.write(bytes, to: url, mode: mode)
    } catch .file(_, let trouble) {
      let above = InputFile.trouble(at: url.deletingLastPathComponent().path)
      let isFile = trouble == .absent && (above == nil || above == .notRegular)
      throw .unwritable(path: name, isFile ? .notAFolder : .trouble(trouble))
    } catch {
      throw .store(error)
    }
  }

  /// Makes a folder; returns the reason why it could not be made.
  private static func reason(making path: String, _ mode: mode_t) -> UnwritablePhrase? {
    if mkdir(path, mode) == 0 { return nil }
    switch errno {
    case EEXIST: return InputFile.trouble(at: path) == .folder ? nil : .notAFolder
    case ENOTDIR: return .notAFolder
    case ENOENT:
      let above = URL(filePath: path).deletingLastPathComponent().path
      guard above != path else { return .trouble(.absent) }
      if let reason = reason(making: above, mode) { return reason }
      return mkdir(path, mode) == 0 || errno == EEXIST ? nil : .trouble(StorageTrouble(errno: errno))
    case let code: return .trouble(StorageTrouble(errno: code))
    }
  }
}

extension OfficeFolder {
  /// Says whether a path is the path of the folder or leads into it. Symbolic links are resolved, and neither the
  /// folder nor the path needs to exist.
  public func encloses(_ place: URL) -> Bool {
    let (inner, outer) = (Self.resolved(place), Self.resolved(url))
    return inner.starts(with: outer)
  }

  /// Returns the components of a path, with the symbolic links resolved in the part that exists.
  private static func resolved(_ url: URL) -> [String] {
    var there = url.standardizedFileURL
    var rest: [String] = []
    while there.path != "/" {
      if let real = realpath(there.path, nil) {
        defer { free(real) }
        return URL(filePath: String(cString: real)).pathComponents + rest.reversed()
      }
      rest.append(there.lastPathComponent)
      there.deleteLastPathComponent()
    }
    return ["/"] + rest.reversed()
  }
}
