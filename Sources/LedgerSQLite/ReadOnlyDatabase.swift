import Casework
import Foundation
import GRDB
import Ledger

/// Opens a database file for reading, and changes no byte of it.
///
/// A database in WAL mode needs the files `-wal` and `-shm` beside it. In a folder that can be written, SQLite opens them,
/// or makes them empty. In a folder that cannot be written there are two cases (sqlite.org, "Write-Ahead Logging", section
/// "Read-Only Databases"):
///
/// - No process left changes in `-wal`: the file is opened as immutable. Nobody can change it here meanwhile.
/// - Changes are in `-wal` or in a rollback journal, which only a writer can apply: file and changes are copied into a
///   private temporary folder, read into memory there, and removed.
enum ReadOnlyDatabase {
  /// The endings of the files with changes that are not in the database file yet.
  private static let changes = ["-wal", "-journal"]

  static func open(_ file: URL) throws(StoreFault) -> DatabaseQueue {
    try check(file, for: .reading)
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA temp_store = MEMORY") }
    if access(file.deletingLastPathComponent().path, W_OK) == 0, access(file.path, W_OK) == 0 {
      return try mapped { try DatabaseQueue(path: file.path, configuration: configuration) }
    }
    guard changes.allSatisfy({ isEmpty(file.path + $0) }) else { return try inMemory(file) }
    let escaped = file.path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? file.path
    return try mapped { try DatabaseQueue(path: "file:\(escaped)?immutable=1", configuration: configuration) }
  }

  /// Tells apart what SQLite reports as one error: a file that is absent, that this account may not use, or that is
  /// empty. An act needs the right to write the file, and to make files beside it.
  static func check(_ file: URL, for access: OfficeAccess) throws(StoreFault) {
    func may(_ path: String, _ right: Int32) -> Bool { Foundation.access(path, right) == 0 }
    let name = file.lastPathComponent
    guard may(file.path, F_OK) else { throw .file(name: name, .absent) }
    // A pipe or a device in the place of one of SQLite's files would make it wait for ever.
    for ending in [""] + changes + ["-shm"] {
      var about = stat()
      guard lstat(file.path + ending, &about) != 0 || about.st_mode & S_IFMT == S_IFREG else {
        throw .file(name: name + ending, .notRegular)
      }
    }
    guard may(file.path, R_OK) else { throw .file(name: name, .noPermission) }
    if access == .acting {
      guard may(file.path, W_OK), may(file.deletingLastPathComponent().path, W_OK) else {
        throw .file(name: name, .noPermission)
      }
    }
    guard !isEmpty(file.path) else { throw .file(name: name, .empty) }
  }

  private static func isEmpty(_ path: String) -> Bool {
    var about = stat()
    return stat(path, &about) != 0 || about.st_size == 0
  }

  private static func inMemory(_ file: URL) throws(StoreFault) -> DatabaseQueue {
    let files = FileManager.default
    let name = file.lastPathComponent
    var template = Array("\(NSTemporaryDirectory())/amanat-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw .file(name: name, StorageTrouble(errno: errno)) }
    let folder = URL(
      filePath: String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
    defer { try? files.removeItem(at: folder) }
    let copy = folder.appending(path: name)
    do {
      for ending in [""] + changes where files.fileExists(atPath: file.path + ending) {
        try files.copyItem(atPath: file.path + ending, toPath: copy.path + ending)
        // A copy keeps the permissions, and SQLite must write to this one.
        try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: copy.path + ending)
      }
    } catch {
      throw .file(name: name, .device)
    }
    return try mapped {
      let memory = try DatabaseQueue()
      try DatabaseQueue(path: copy.path).backup(to: memory)
      return memory
    }
  }
}
