import Casework
import Foundation

/// Reads files, and writes them atomically: after a crash a file has its old or its new contents (I12).
public enum DurableFile {
  /// Writes bytes to a temporary file, syncs it, renames it and syncs the folder. After the return the file survives a
  /// loss of power. A crash before that may leave a `.partial` file, which the next write of the same name replaces.
  ///
  /// - Parameter mode: the permission bits; with 0600 only the owner can read the file.
  public static func write(_ bytes: [UInt8], to url: URL, mode: mode_t = 0o600) throws(StoreFault) {
    let partial = url.path + ".partial"
    unlink(partial)
    let file = open(partial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard file >= 0 else { throw .file(name: url.lastPathComponent, StorageTrouble(errno: errno)) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return try fail(file, partial, url) }
      written += count
    }
    guard fsync(file) == 0, close(file) == 0 else { return try fail(file, partial, url) }
    guard Foundation.rename(partial, url.path) == 0 else {
      let code = errno
      unlink(partial)
      throw .file(name: url.lastPathComponent, StorageTrouble(errno: code))
    }
    try syncFolder(url.deletingLastPathComponent())
  }

  /// Gives a file another name in its folder, in the place of the file that has it. After the return the change survives
  /// a loss of power.
  public static func rename(_ url: URL, to other: URL) throws(StoreFault) {
    guard Foundation.rename(url.path, other.path) == 0 else {
      throw .file(name: other.lastPathComponent, StorageTrouble(errno: errno))
    }
    try syncFolder(other.deletingLastPathComponent())
  }

  /// Makes an empty file that only its owner can read. A library that makes the file itself may let others read it.
  public static func makePrivate(_ url: URL) throws(StoreFault) {
    let file = open(url.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .file(name: url.lastPathComponent, StorageTrouble(errno: errno)) }
    close(file)
  }

  /// Reads a whole file; nil where there is none.
  ///
  /// - Throws: `StoreFault.file` with the reason; `.notRegular` for a pipe, a device or a folder, which is not waited for.
  public static func read(_ url: URL) throws(StoreFault) -> [UInt8]? {
    func trouble(_ trouble: StorageTrouble) -> StoreFault { .file(name: url.lastPathComponent, trouble) }
    let file = open(url.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      throw trouble(StorageTrouble(errno: errno))
    }
    defer { close(file) }
    var about = stat()
    guard fstat(file, &about) == 0 else { throw trouble(StorageTrouble(errno: errno)) }
    guard about.st_mode & S_IFMT == S_IFREG else { throw trouble(.notRegular) }
    do {
      return Array(try FileHandle(fileDescriptor: file, closeOnDealloc: false).readToEnd() ?? Data())
    } catch {
      throw trouble(.device)
    }
  }

  private static func fail(_ file: Int32, _ partial: String, _ url: URL) throws(StoreFault) {
    let code = errno
    close(file)
    unlink(partial)
    throw .file(name: url.lastPathComponent, StorageTrouble(errno: code))
  }

  private static func syncFolder(_ url: URL) throws(StoreFault) {
    let folder = open(url.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw .file(name: url.lastPathComponent, StorageTrouble(errno: errno)) }
    defer { close(folder) }
    guard fsync(folder) == 0 else { throw .file(name: url.lastPathComponent, StorageTrouble(errno: errno)) }
  }
}

extension StorageTrouble {
  /// Makes the value for the `errno` of a failed system call (POSIX.1-2017, errno.h).
  public init(errno code: Int32) {
    switch code {
    case ENOSPC, EDQUOT: self = .full
    case EACCES, EPERM, EROFS: self = .noPermission
    case ENOENT, ENOTDIR: self = .absent
    case EIO: self = .device
    case EBUSY, ETXTBSY, EAGAIN: self = .busy
    default: self = .other
    }
  }
}
