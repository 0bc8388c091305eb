import Casework
import Foundation
import Ledger

extension Desk {
  /// What tidying came to: paths inside the office's folder.
  public struct Tidied: Sendable, Codable {
    public var removed: [String]
    /// Files that no entry knows and that no desk wrote: somebody put them there, and they stay.
    public var left: [String]
    public var dryRun: Bool
  }

  /// Removes what a crash left behind: packages that were sealed and never entered, envelopes that were never released.
  ///
  /// Nothing that an entry promises can be among them: the whole office is audited first, and while it is, nobody
  /// collects or exports. An office that does not hold together is left as it is, for that is evidence.
  public func tidy(dryRun: Bool = false) throws -> Tidied {
    guard let exports = FolderLock(office.folder.outbox) else { throw ServiceFault.exportUnderWay }
    defer { exports.end() }
    guard let packages = FolderLock(office.folder.sealed) else { throw ServiceFault.collectionUnderWay }
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

  /// Says whether a desk names its files so: a digest, what it is, and `.partial` where the writing was cut off.
  private static func isOurs(_ path: String) -> Bool {
    path.wholeMatch(of: /(sealed\/[0-9a-f]{64}\.sealed|outbox\/[0-9a-f]{64}\.cms)(\.partial)?/) != nil
  }
}
