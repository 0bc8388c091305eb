import Casework
import Foundation
import Wording

/// Reads the files that a person names.
///
/// Only regular files are read, and only up to a limit. A pipe or a device may have no end, and opening a pipe waits
/// for a writer. So a file is opened with `O_NONBLOCK`, and its kind is checked on the open descriptor.
public enum InputFile {
  /// The largest certificate, in bytes.
  public static let largestCertificate = 1 << 20
  /// The largest checkpoint, in bytes.
  public static let largestCheckpoint = 1 << 16
  /// The largest annotation of a source, in bytes.
  public static let largestAnnotation = 8 << 20
  /// The largest public key and the largest key of an office, in bytes.
  static let largestKey = 1 << 16

  /// The reason why a file is not read.
  enum Trouble: Error, Equatable {
    case absent
    case folder
    /// A pipe, a socket or a device.
    case notRegular
    case tooLarge
    case unreadable(StorageTrouble)
  }

  /// Reads a whole file.
  ///
  /// - Parameters:
  ///   - limit: the largest accepted size, in bytes. At most one byte more is read.
  ///   - kind: the kind of document that the file was given as.
  ///   - name: the file as messages name it.
  /// - Throws: a `ServiceFault` for a file that is absent, a folder, not regular, larger than the limit or unreadable.
  public static func read(
    _ path: String, limit: Int, as kind: InputKind, named name: String
  ) throws(ServiceFault) -> [UInt8] {
    do {
      return try bytes(path, limit: limit)
    } catch {
      throw error.fault(
        named: name, absent: .notFound(.input(kind, path: name)),
        tooLarge: .malformed(FilePlace(file: name), .tooLarge(limit: limit, kind)))
    }
  }

  /// Checks that a path leads to a regular file, without opening the file. A second descriptor of an open database
  /// would release its locks when it is closed.
  static func check(_ path: String, as kind: InputKind) throws(ServiceFault) {
    guard let trouble = trouble(at: path) else { return }
    let absent = ServiceFault.notFound(.input(kind, path: path))
    throw trouble.fault(named: path, absent: absent, tooLarge: absent)
  }

  /// Returns the reason why the file at a path could not be read as far as its kind says, without opening it; nil for a
  /// regular file.
  static func trouble(at path: String) -> Trouble? {
    var info = stat()
    guard stat(path, &info) == 0 else { return Trouble(errno: errno) }
    return trouble(of: info)
  }

  /// Reads a whole file of at most `limit` bytes.
  static func bytes(_ path: String, limit: Int) throws(Trouble) -> [UInt8] {
    let file = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else { throw Trouble(errno: errno) }
    defer { close(file) }
    var info = stat()
    guard fstat(file, &info) == 0 else { throw Trouble(errno: errno) }
    if let trouble = trouble(of: info) { throw trouble }
    // The size in `info` is not used: the file may grow, and the files of /proc have the size 0.
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let wanted = min(chunk.count, limit + 1 - bytes.count)
      let count = chunk.withUnsafeMutableBytes { Foundation.read(file, $0.baseAddress, wanted) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .unreadable(StorageTrouble(errno: errno)) }
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
    }
    throw .tooLarge
  }

  private static func trouble(of info: stat) -> Trouble? {
    switch info.st_mode & S_IFMT {
    case S_IFREG: nil
    case S_IFDIR: .folder
    default: .notRegular
    }
  }
}

extension InputFile.Trouble {
  /// Makes the value for the `errno` of a failed `open` or `stat`.
  fileprivate init(errno code: Int32) {
    switch code {
    case ENOENT, ENOTDIR: self = .absent
    // A socket cannot be opened, nor a device without a driver.
    case ENXIO, ENODEV: self = .notRegular
    default: self = .unreadable(StorageTrouble(errno: code))
    }
  }

  /// Returns the fault for a file.
  ///
  /// - Parameters:
  ///   - name: the file as messages name it.
  ///   - absent: the fault for a file that does not exist.
  ///   - tooLarge: the fault for a file that is larger than its limit.
  func fault(named name: String, absent: ServiceFault, tooLarge: ServiceFault) -> ServiceFault {
    switch self {
    case .absent: absent
    case .folder: .malformed(FilePlace(file: name), .isFolder)
    case .notRegular: .malformed(FilePlace(file: name), .notRegular)
    case .tooLarge: tooLarge
    case .unreadable(let trouble): .unreadable(path: name, trouble)
    }
  }
}
