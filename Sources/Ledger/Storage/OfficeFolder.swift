import Casework
import Foundation

/// Where an office keeps what: a folder, and nothing outside it but the office's key.
///
///     office/
///       office.sqlite     entries, sealed values, tree head, read models (SQLite, WAL)
///       keys.sqlite       wrapped keys: a file of its own, so that a key can be destroyed for good (I11)
///       pack/             the office's own copy of its pack, pinned by digest in the founding entry
///       sealed/           sealed packages, named by commitment: 64 hexadecimal digits and `.sealed`
///       outbox/           encrypted envelopes, named by digest: 64 hexadecimal digits and `.cms`
public struct OfficeFolder: Sendable, Hashable {
  public let url: URL

  /// Names a folder, which need not exist.
  public init(_ url: URL) { self.url = url }

  public var database: URL { url.appending(path: "office.sqlite") }
  public var keys: URL { url.appending(path: "keys.sqlite") }
  public var pack: URL { url.appending(path: "pack") }
  public var sealed: URL { url.appending(path: "sealed") }
  public var outbox: URL { url.appending(path: "outbox") }

  /// Where an office's key is looked for when nobody says: beside the folder, `office.key` for `office/`, so that a
  /// copy of the folder is no copy of the key.
  public var defaultKey: URL {
    let folder = url.standardizedFileURL
    return folder.deletingLastPathComponent().appending(path: folder.lastPathComponent + ".key")
  }

  /// The file of a sealed package.
  public func sealedFile(_ commitment: Commitment) -> URL { sealed.appending(path: "\(commitment).sealed") }

  /// The file of an envelope.
  public func envelopeFile(_ digest: Digest) -> URL { outbox.appending(path: "\(digest).cms") }

  /// Says whether an office is there.
  public var exists: Bool { FileManager.default.fileExists(atPath: database.path) }
}
