import Foundation

/// An advisory lock on a folder, which ends with the process: a crash leaves none behind.
struct FolderLock {
  private let folder: Int32

  /// Takes the lock.
  ///
  /// - Parameters:
  ///   - isShared: others may hold it too, as long as they share it.
  ///   - waits: whether to wait for who holds it; nil where it is held and this does not wait.
  init?(_ url: URL, isShared: Bool = false, waits: Bool = false) {
    folder = open(url.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    let operation = (isShared ? LOCK_SH : LOCK_EX) | (waits ? 0 : LOCK_NB)
    guard folder >= 0, flock(folder, operation) == 0 else {
      if folder >= 0 { close(folder) }
      return nil
    }
  }

  /// Unlocks, and does not leave that to closing: a child that is being started elsewhere may still hold a copy.
  func end() {
    flock(folder, LOCK_UN)
    close(folder)
  }
}
