// Checkpoints (C2SP signed notes). The input is read as a note, and as the text of a note that a known key signs.
import Crypto
import Foundation
import Fuzzing
import TamperLog

let key = try! Curve25519.Signing.PrivateKey(rawRepresentation: [UInt8](repeating: 7, count: 32))
let publicKey = Array(key.publicKey.rawRepresentation)

func check(_ note: String) {
  guard let checkpoint = Checkpoint.open(note, key: publicKey) else { return }
  require(checkpoint.size >= 0, "a tree has no negative size")
  guard let again = try? checkpoint.seal(with: key) else { return require(false, "a checkpoint is sealed") }
  require(Checkpoint.open(again, key: publicKey) == checkpoint, "a checkpoint that is sealed again is the same")
  let (one, other) = (note.components(separatedBy: "\n\n"), again.components(separatedBy: "\n\n"))
  require(Array(one[0].utf8) == Array(other[0].utf8), "the text of a checkpoint has one spelling")
}

/// Returns a note with any text, signed as a log signs it (C2SP signed-note), with the name on the first line of the
/// text.
func signed(_ text: String) -> String? {
  let name = text.prefix { $0 != "\n" }
  guard let signature = try? key.signature(for: Array(text.utf8)) else { return nil }
  let id = SHA256.hash(data: Array(name.utf8) + [0x0A, 0x01] + publicKey).prefix(4)
  return text + "\n— \(name) \(base64(Array(id) + Array(signature)))\n"
}

fuzz { input in
  guard let text = String(validating: input, as: UTF8.self) else { return }
  check(text)
  if let note = signed(text) { check(note) }
  // Uses only the text before the signatures, because a seed is a whole note.
  if let end = text.range(of: "\n\n"), let note = signed(String(text[..<text.index(after: end.lowerBound)])) {
    check(note)
  }
}
