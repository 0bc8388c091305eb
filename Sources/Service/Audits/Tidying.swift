import Casework
import Foundation
import Ledger

extension Desk {
  /// The result of tidying: paths inside the office's folder.
  public struct Tidied: Sendable, Codable {
    public var removed: [String]
    /// Files that no entry names and whose names are not those of a package or an envelope. They are not removed.
    public var left: [String]
    public var dryRun: Bool
  }

  /// Removes files that no entry names: sealed packages, also those of proposals that wait for signatures, and envelopes
  /// of older versions.
  ///
  /// The whole office is audited first, and collections and exports are locked out meanwhile, so a removed file is
  /// never one that an entry names. Where the audit fails, nothing is removed, because the files are evidence.
  public func tidy(dryRun: Bool = false) throws -> Tidied {
    let exports = try FolderLock.take(office.folder.outbox, inUse: .exportUnderWay)
    defer { exports.end() }
    let packages = try FolderLock.take(office.folder.sealed, inUse: .collectionUnderWay)
    defer { packages.end() }
    let report = try audit()
    guard report.isSound else { throw ServiceFault.unsound(report) }
    var tidied = Tidied(removed: [], left: [], dryRun: dryRun)
    for path in report.unfinished.compactMap(\.file) {
      guard Self.isOurs(path) else {
        tidied.left.append(path)
        continue
      }
      if !dryRun, unlink(office.folder.url.appending(path: path).path) != 0 {
        throw ServiceFault.store(.file(name: path, StorageTrouble(errno: errno)))
      }
      tidied.removed.append(path)
    }
    return tidied
  }

  /// Says whether a path has the form of a package, or of an older version's envelope: a folder, a digest and an ending,
  /// with `.partial` where the write was interrupted.
  private static func isOurs(_ path: String) -> Bool {
    path.wholeMatch(of: /(sealed\/[0-9a-f]{64}\.sealed|outbox\/[0-9a-f]{64}\.cms)(\.partial)?/) != nil
  }
}
