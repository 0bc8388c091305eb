import Foundation
import Ledger

/// The package that one collecting has on disk and no entry holds yet. Where the act is not entered after all (nobody
/// signed, or somebody else's act came first and it is done anew) the package goes again; only a crash leaves one.
struct PackageSealing {
  private let office: any OfficeStore
  private var file: URL?
  private var lock: FolderLock?

  init(_ office: any OfficeStore) { self.office = office }

  mutating func write(_ sealed: SealedValue) throws {
    // From here to its entry the file is nobody's: whoever removes strays must wait.
    lock = FolderLock(office.folder.sealed, isShared: true, waits: true)
    let url = office.folder.sealedFile(sealed.commitment)
    try stored { try DurableFile.write(sealed.box, to: url) }
    file = url
  }

  /// Removes what was written and never entered.
  mutating func discard() {
    if let file { try? FileManager.default.removeItem(at: file) }
    end()
  }

  /// Lets go of the package: an entry holds it, or it is gone.
  mutating func end() {
    file = nil
    lock?.end()
    lock = nil
  }
}

extension ServiceFault {
  /// Says whether nothing can have been appended when this was thrown: a fault of the database itself tells nothing.
  var isBeforeAppending: Bool {
    switch self {
    case .store(.headMoved), .store(.clockBehind), .store(.broken), .store(.impossible), .store(.treeHead): true
    case .store: false
    default: true
    }
  }
}
