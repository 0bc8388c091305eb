import Foundation

/// An advisory lock on a folder. The system releases the lock when the process ends, so a crash leaves no lock.
struct FolderLock {
  private let folder: Int32

  /// Takes the lock; nil where the folder cannot be opened or the lock is in use.
  ///
  /// - Parameters:
  ///   - isShared: allows other shared locks on the folder at the same time.
  ///   - waits: waits until the lock is free.
  init?(_ url: URL, isShared: Bool = false, waits: Bool = false) {
    folder = open(url.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    let operation = (isShared ? LOCK_SH : LOCK_EX) | (waits ? 0 : LOCK_NB)
    guard folder >= 0, flock(folder, operation) == 0 else {
      if folder >= 0 { close(folder) }
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
