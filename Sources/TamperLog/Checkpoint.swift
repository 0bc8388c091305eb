import Crypto
import Foundation

/// A signed statement of a log's size and root. A person who keeps one elsewhere can detect a rewritten history.
///
/// Format: a C2SP checkpoint (tlog-checkpoint) in a C2SP signed note (signed-note), with one Ed25519 signature:
///
///     amanat.invalid/6f0d3a1c2b4e5f60
///     12
///     n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=
///     founding 77…
///
///     — amanat.invalid/6f0d3a1c2b4e5f60 zgfpL0kq…
///
/// Line 1 is the log's origin, line 2 is the number of entries, and line 3 is the root in base64. Line 4 is an extension
/// line: SHA-256 of the founding entry's bytes in hexadecimal. It is absent in the checkpoints of older versions, whose
/// tree has other leaves. An empty line follows, then a line with an em dash, the key's name (the origin), and base64 of key id ‖ signature. The key id is
/// the first four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key). The signature is over the lines before the
/// empty one, with their newlines.
public struct Checkpoint: Sendable, Equatable {
  /// The origin: the name of the log, without spaces or plus signs.
  public let origin: String
  /// The number of entries.
  public let size: Int
  /// The root of the tree over these entries.
  public let root: Hash
  /// SHA-256 of the founding entry; nil in the checkpoints of older versions.
  public let founding: Hash?

  /// Makes a checkpoint of a tree.
  public init(origin: String, size: Int, root: Hash, founding: Hash? = nil) {
    self.founding = founding
    self.origin = origin
    self.size = size
    self.root = root
  }

  private var text: String {
    "\(origin)\n\(size)\n\(Data(root.bytes).base64EncodedString())\n" + (founding.map { "founding \($0.hex)\n" } ?? "")
  }

  static func keyID(_ name: String, _ key: [UInt8]) -> [UInt8] {
    Array(Hash.of(Array(name.utf8) + [0x0A, 0x01] + key).bytes.prefix(4))
  }

  /// Signs the checkpoint and returns the signed note.
  public func seal(with key: Curve25519.Signing.PrivateKey) throws -> String {
    let signature = try key.signature(for: Array(text.utf8))
    let id = Self.keyID(origin, Array(key.publicKey.rawRepresentation))
    return text + "\n— \(origin) \(Data(id + Array(signature)).base64EncodedString())\n"
  }

  /// Verifies and reads a signed note; returns `nil` where it is malformed or the key did not sign it.
  public static func open(_ note: String, key: [UInt8]) -> Checkpoint? {
    CheckpointNote(note).flatMap { $0.isSigned(by: key) ? $0.checkpoint : nil }
  }
}
