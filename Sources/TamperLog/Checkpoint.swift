import Crypto
import Foundation

/// A signed statement of a log's size and root. A person who keeps one elsewhere can detect a rewritten history.
///
/// Format: a C2SP checkpoint (tlog-checkpoint) in a C2SP signed note (signed-note), with one Ed25519 signature:
///
///     amanat.invalid/6f0d3a1c2b4e5f60
///     12
///     n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=
///
///     — amanat.invalid/6f0d3a1c2b4e5f60 zgfpL0kq…
///
/// Line 1 is the log's origin, line 2 is the number of entries, and line 3 is the root in base64. An empty line
/// follows, then a line with an em dash, the key's name (the origin), and base64 of key id ‖ signature. The key id is
/// the first four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key). The signature is over the first three lines with
/// their newlines.
public struct Checkpoint: Sendable, Equatable {
  /// The origin: the name of the log, without spaces or plus signs.
  public let origin: String
  /// The number of entries.
  public let size: Int
  /// The root of the tree over these entries.
  public let root: Hash

  /// Makes a checkpoint of a tree.
  public init(origin: String, size: Int, root: Hash) {
    self.origin = origin
    self.size = size
    self.root = root
  }

  private var text: String {
    "\(origin)\n\(size)\n\(Data(root.bytes).base64EncodedString())\n"
  }

  private static func keyID(_ name: String, _ key: [UInt8]) -> [UInt8] {
    Array(Hash.of(Array(name.utf8) + [0x0A, 0x01] + key).bytes.prefix(4))
  }

  /// Signs the checkpoint and returns the signed note.
  public func seal(with key: Curve25519.Signing.PrivateKey) throws -> String {
    let signature = try key.signature(for: Array(text.utf8))
    let id = Self.keyID(origin, Array(key.publicKey.rawRepresentation))
    return text + "\n— \(origin) \(Data(id + Array(signature)).base64EncodedString())\n"
  }

  /// Verifies and reads a signed note; returns `nil` where it is malformed or the key did not sign it.
  ///
  /// Signatures by other keys are skipped, as signed-note says, if their lines are well-formed. Every line ends with a
  /// newline, and nothing follows the signatures.
  public static func open(_ note: String, key: [UInt8]) -> Checkpoint? {
    guard let blank = note.range(of: "\n\n"),
      let publicKey = try? Curve25519.Signing.PublicKey(rawRepresentation: key)
    else { return nil }
    let body = String(note[..<note.index(after: blank.lowerBound)])
    let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 4, lines[3].isEmpty, let size = Int(lines[1]), size >= 0, String(size) == lines[1],
      let rootBytes = Base64.read(lines[2]), let root = Hash(rootBytes)
    else { return nil }
    let checkpoint = Checkpoint(origin: String(lines[0]), size: size, root: root)
    let signatures = note[blank.upperBound...].split(separator: "\n", omittingEmptySubsequences: false)
    guard signatures.count > 1, signatures.last == "" else { return nil }
    var isSigned = false
    for line in signatures.dropLast() {
      let words = line.split(separator: " ", omittingEmptySubsequences: false)
      guard words.count == 3, words[0] == "—", !words[1].isEmpty, let data = Base64.read(words[2]), data.count > 4
      else { return nil }
      if words[1] == lines[0], Array(data.prefix(4)) == keyID(checkpoint.origin, key),
        publicKey.isValidSignature(data.dropFirst(4), for: Array(body.utf8))
      {
        isSigned = true
      }
    }
    return isSigned ? checkpoint : nil
  }
}
