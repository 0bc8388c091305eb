import Crypto
import Foundation
import Service
import TamperLog

/// Officers' keys that sign in this process, because a process of `ssh-keygen` for each entry would take an hour.
struct Keys: Sendable {
  private let keys: [String: Data]

  init(_ names: [String]) {
    keys = Dictionary(uniqueKeysWithValues: names.map { ($0, Curve25519.Signing.PrivateKey().rawRepresentation) })
  }

  struct NoKey: Error {}

  private func key(_ name: String) throws -> Curve25519.Signing.PrivateKey {
    guard let data = keys[String(name.split(separator: "/").last?.split(separator: ".").first ?? "")] else {
      throw NoKey()
    }
    return try Curve25519.Signing.PrivateKey(rawRepresentation: data)
  }

  private static func string(_ bytes: some Collection<UInt8>) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: UInt32(bytes.count) >> $0) } + Array(bytes)
  }

  private static func blob(_ key: Curve25519.Signing.PrivateKey) -> [UInt8] {
    string(Array("ssh-ed25519".utf8)) + string(Array(key.publicKey.rawRepresentation))
  }

  /// Signs in the format of OpenSSH's PROTOCOL.sshsig.
  func sign(_ bytes: [UInt8], _ namespace: String, _ name: String) throws -> String {
    let key = try key(name)
    let middle = Self.string(Array(namespace.utf8)) + Self.string([]) + Self.string(Array("sha512".utf8))
    let signed = Array("SSHSIG".utf8) + middle + Self.string(Array(SHA512.hash(data: bytes)))
    let signature = Self.string(Array("ssh-ed25519".utf8)) + Self.string(Array(try key.signature(for: signed)))
    let whole =
      Array("SSHSIG".utf8) + [0, 0, 0, 1] + Self.string(Self.blob(key)) + middle + Self.string(signature)
    var lines = ["-----BEGIN SSH SIGNATURE-----"]
    var rest = Data(whole).base64EncodedString()[...]
    while !rest.isEmpty {
      lines.append(String(rest.prefix(70)))
      rest = rest.dropFirst(70)
    }
    return (lines + ["-----END SSH SIGNATURE-----"]).joined(separator: "\n") + "\n"
  }

  var signer: Signer {
    Signer(
      publicKey: { name in
        guard let key = SSHPublicKey(blob: Self.blob(try key(name))) else { throw NoKey() }
        return key
      },
      sign: { try sign($0, $1, $2) })
  }
}
