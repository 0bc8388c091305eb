// Public keys. The input is read as a line of a `.pub` file, and as the blob inside a line.
import Fuzzing
import TamperLog

func check(_ key: SSHPublicKey) {
  require(SSHPublicKey(line: key.description) == key, "a key is read from its own line")
  require(SSHPublicKey(line: key.description + " somebody@somewhere") == key, "a comment is no part of a key")
  require(SSHPublicKey(blob: key.blob) == key, "a key is read from its own blob")
  require(key.fingerprint.hasPrefix("SHA256:") && key.fingerprint.utf8.count == 50, "a fingerprint is 43 digits")
  require(!key.isSignature([], over: []), "nothing is no signature")
}

fuzz { input in
  if let key = SSHPublicKey(blob: input) {
    check(key)
    require(key.blob == input, "a key keeps its blob")
  }
  if let text = String(validating: input, as: UTF8.self), let key = SSHPublicKey(line: text) {
    check(key)
    let words = text.split(whereSeparator: \.isWhitespace)
    require(words.count >= 2 && key.description == "\(words[0]) \(words[1])", "a key has one spelling")
  }
}
