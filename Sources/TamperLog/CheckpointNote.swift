import Crypto
import Foundation

/// A checkpoint with its signatures, before verification.
public struct CheckpointNote: Sendable {
  /// What the note says.
  public let checkpoint: Checkpoint
  private let body: [UInt8]
  private let signatures: [(name: Substring, keyID: [UInt8], signature: [UInt8])]

  /// Reads a note; nil where it is malformed. Every line ends with a newline, and nothing follows the signatures.
  public init?(_ note: String) {
    guard let blank = note.range(of: "\n\n") else { return nil }
    let body = String(note[..<note.index(after: blank.lowerBound)])
    let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 4 || lines.count == 5, lines.last == "", let size = Int(lines[1]), size >= 0,
      String(size) == lines[1], let root = Base64.read(lines[2]).flatMap({ Hash($0) })
    else { return nil }
    var founding: Hash?
    if lines.count == 5 {
      let start = "founding "
      guard lines[3].hasPrefix(start), let hash = Hash(hex: lines[3].dropFirst(start.count)) else { return nil }
      founding = hash
    }
    checkpoint = Checkpoint(origin: String(lines[0]), size: size, root: root, founding: founding)
    self.body = Array(body.utf8)
    let signed = note[blank.upperBound...].split(separator: "\n", omittingEmptySubsequences: false)
    guard signed.count > 1, signed.last == "" else { return nil }
    var signatures: [(name: Substring, keyID: [UInt8], signature: [UInt8])] = []
    for line in signed.dropLast() {
      let words = line.split(separator: " ", omittingEmptySubsequences: false)
      guard words.count == 3, words[0] == "—", !words[1].isEmpty, let data = Base64.read(words[2]), data.count > 4
      else { return nil }
      signatures.append((words[1], Array(data.prefix(4)), Array(data.dropFirst(4))))
    }
    self.signatures = signatures
  }

  /// Says whether the key signed the note in the name of its origin. Signatures by other keys are skipped, as signed-note
  /// says.
  public func isSigned(by key: [UInt8]) -> Bool {
    guard let publicKey = try? Curve25519.Signing.PublicKey(rawRepresentation: key) else { return false }
    let id = Checkpoint.keyID(checkpoint.origin, key)
    return signatures.contains {
      $0.name == checkpoint.origin && $0.keyID == id && publicKey.isValidSignature($0.signature, for: body)
    }
  }
}
