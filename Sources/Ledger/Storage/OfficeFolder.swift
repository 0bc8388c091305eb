import Casework
import Foundation

/// The folder of an office. It contains all files of the office but the office's key.
///
///     office/
///       office.sqlite     entries, their records for the tree, sealed values, the list of cases (SQLite, WAL)
///       keys.sqlite       wrapped keys, in a separate file so that a key can be destroyed for good (I11)
///       pack/             the office's own copy of its pack, pinned by digest in the founding entry
///       sealed/           sealed packages, named by commitment: 64 hexadecimal digits and `.sealed`
///       quarantine/       rows of the log that did not verify, moved out of it; absent in most offices
///       outbox/           the lock of exports; the envelopes of older versions, 64 hexadecimal digits and `.cms`
public struct OfficeFolder: Sendable, Hashable {
  public let url: URL

  /// Names a folder, which need not exist.
  public init(_ url: URL) { self.url = url }

  public var database: URL { url.appending(path: "office.sqlite") }
  /// The database of an upgraded office until it takes the place of the old one.
  public var upgrading: URL { url.appending(path: "office.sqlite.upgrading") }
  public var keys: URL { url.appending(path: "keys.sqlite") }
  public var pack: URL { url.appending(path: "pack") }
  public var sealed: URL { url.appending(path: "sealed") }
  public var outbox: URL { url.appending(path: "outbox") }
  public var quarantine: URL { url.appending(path: "quarantine") }

  /// The default file of the office's key: for the folder `office/` the file `office.key` beside it. A copy of the
  /// folder therefore does not contain the key.
  public var defaultKey: URL {
    let folder = url.standardizedFileURL
    return folder.deletingLastPathComponent().appending(path: folder.lastPathComponent + ".key")
  }

  /// Returns the file of a sealed package.
  public func sealedFile(_ commitment: Commitment) -> URL { sealed.appending(path: "\(commitment).sealed") }

  /// Returns the file in which an older version kept an envelope.
  public func envelopeFile(_ digest: Digest) -> URL { outbox.appending(path: "\(digest).cms") }

  /// Says whether the folder has an office's database.
  public var exists: Bool { FileManager.default.fileExists(atPath: database.path) }
}
