import Casework
import Foundation
import Ledger

/// An advisory lock on a folder. The system releases the lock when the process ends, so a crash leaves no lock.
struct FolderLock {
  private let folder: Int32

  /// Takes the lock.
  ///
  /// - Parameters:
  ///   - isShared: allows other shared locks on the folder at the same time.
  ///   - fault: thrown where the lock is in use; nil waits until it is free.
  /// - Throws: `ServiceFault.store(.file)` where the folder cannot be opened.
  static func take(
    _ url: URL, isShared: Bool = false, inUse fault: ServiceFault?
  ) throws(ServiceFault) -> FolderLock {
    func trouble() -> ServiceFault { .store(.file(name: url.lastPathComponent, StorageTrouble(errno: errno))) }
    let folder = open(url.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw trouble() }
    let operation = (isShared ? LOCK_SH : LOCK_EX) | (fault == nil ? 0 : LOCK_NB)
    while flock(folder, operation) != 0 {
      if errno == EINTR { continue }
      let reason = errno == EWOULDBLOCK ? fault ?? trouble() : trouble()
      close(folder)
      throw reason
    }
    return FolderLock(folder: folder)
  }

  /// Takes the lock, and waits for it where it is in use.
  ///
  /// - Parameters:
  ///   - seconds: the longest wait.
  ///   - fault: thrown after that wait.
  static func wait(_ url: URL, seconds: Int, inUse fault: ServiceFault) throws(ServiceFault) -> FolderLock {
    let pause: UInt32 = 5_000
    for _ in 0..<(seconds * 1_000_000 / Int(pause)) {
      if let lock = try taken(url) { return lock }
      usleep(pause)
    }
    throw fault
  }

  /// Takes the lock; nil where it is in use.
  private static func taken(_ url: URL) throws(ServiceFault) -> FolderLock? {
    do throws(ServiceFault) {
      return try take(url, inUse: .store(.marksInUse))
    } catch .store(.marksInUse) {
      return nil
    }
  }

  /// Releases the lock. Closing the folder is not enough, because a child process that is starting may have a copy of
  /// the descriptor.
  func end() {
    flock(folder, LOCK_UN)
    close(folder)
  }
}
