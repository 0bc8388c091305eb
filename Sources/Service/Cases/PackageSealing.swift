import Foundation
import Ledger

/// The package file of a collection that no entry names yet. Where the act fails before it is appended, for example
/// because a key does not sign or another act came first, `discard` removes the file.
struct PackageSealing {
  private let office: any OfficeStore
  private var file: URL?
  private var lock: FolderLock?

  init(_ office: any OfficeStore) { self.office = office }

  mutating func write(_ sealed: SealedValue) throws {
    // No entry names the file yet, so `tidy` would remove it. The shared lock keeps `tidy` out.
    lock = try FolderLock.take(office.folder.sealed, isShared: true, inUse: nil)
    let url = office.folder.sealedFile(sealed.commitment)
    try stored { try DurableFile.write(sealed.box, to: url) }
    file = url
  }

  /// Removes the package file, which no entry names, and releases the lock.
  mutating func discard() {
    if let file { try? FileManager.default.removeItem(at: file) }
    end()
  }

  /// Releases the lock and keeps the file.
  mutating func end() {
    file = nil
    lock?.end()
    lock = nil
  }
}

extension ServiceFault {
  /// Says whether the fault proves that nothing was appended. After any other fault of the store, the entry may be in
  /// the log.
  var isBeforeAppending: Bool {
    switch self {
    case .store(.headMoved), .store(.clockBehind), .store(.broken), .store(.impossible), .store(.treeHead),
      .store(.foreignSchema), .store(.marksInUse), .store(.noMark), .store(.strangeMark), .store(.behindMark),
      .store(.notMarked), .store(.anotherFounding):
      true
    case .store: false
    default: true
    }
  }
}
