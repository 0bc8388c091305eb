// SSH signatures (OpenSSH PROTOCOL.sshsig). The input is read as an armoured text, and as the bytes inside an armour.
import Fuzzing
import TamperLog

let message = Array("amanat".utf8)

func check(_ armored: String) {
  guard let signature = SSHSignature(armored: armored) else { return }
  require(signature.armored == armored, "a signature keeps its text")
  require(SSHPublicKey(line: signature.key.description) == signature.key, "a key has one line")
  require(SSHPublicKey(blob: signature.key.blob) == signature.key, "a key has one blob")
  require(SSHSignature.all(in: armored + armored) == [signature, signature], "two signatures are read as two")
  require(SSHSignature.all(in: armored + "x") == nil, "nothing else stands behind a signature")
  _ = signature.signs(message, namespace: "amanat-entry")
  require(!signature.signs(message, namespace: signature.namespace + "x"), "a namespace is not another")
}

fuzz { input in
  if let text = String(validating: input, as: UTF8.self) { check(text) }
  var lines = ["-----BEGIN SSH SIGNATURE-----"]
  var rest = base64(input)[...]
  while !rest.isEmpty {
    lines.append(String(rest.prefix(70)))
    rest = rest.dropFirst(70)
  }
  check((lines + ["-----END SSH SIGNATURE-----", ""]).joined(separator: "\n"))
}
