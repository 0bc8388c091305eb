import Crypto
import Foundation

/// An SSH signature in the format of OpenSSH's PROTOCOL.sshsig, made without the tested code. With it tests make
/// signatures that ssh-keygen would not make.
struct HandmadeSignature {
  /// A string of RFC 4251 section 5.
  static func string(_ bytes: some Collection<UInt8>) -> [UInt8] {
    number(UInt32(bytes.count)) + Array(bytes)
  }

  static func string(_ text: String) -> [UInt8] { string(Array(text.utf8)) }

  static func number(_ value: UInt32) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } }

  /// A positive mpint of RFC 4251 section 5.
  static func mpint(_ number: some Collection<UInt8>) -> [UInt8] {
    let digits = Array(number.drop { $0 == 0 })
    return string((digits.first ?? 0) & 0x80 == 0 ? digits : [0] + digits)
  }

  var magic = "SSHSIG"
  var version: UInt32 = 1
  var publicKey: [UInt8]
  var namespace = "amanat-entry"
  var reserved: [UInt8] = []
  var hashAlgorithm = "sha512"
  var signature: [UInt8] = []
  var trailing: [UInt8] = []

  /// Returns the bytes that the key signs.
  func signed(_ message: [UInt8]) -> [UInt8] {
    let digest = hashAlgorithm == "sha256" ? Array(SHA256.hash(data: message)) : Array(SHA512.hash(data: message))
    return Array(magic.utf8) + Self.string(namespace) + Self.string(reserved) + Self.string(hashAlgorithm)
      + Self.string(digest)
  }

  var armored: String {
    let head = Array(magic.utf8) + Self.number(version) + Self.string(publicKey) + Self.string(namespace)
    return Self.armor(
      head + Self.string(reserved) + Self.string(hashAlgorithm) + Self.string(signature) + trailing)
  }

  static func armor(_ bytes: [UInt8]) -> String {
    var lines = ["-----BEGIN SSH SIGNATURE-----"]
    var rest = Data(bytes).base64EncodedString()[...]
    while !rest.isEmpty {
      lines.append(String(rest.prefix(70)))
      rest = rest.dropFirst(70)
    }
    return (lines + ["-----END SSH SIGNATURE-----"]).joined(separator: "\n") + "\n"
  }

  /// Returns the bytes inside an armoured signature.
  static func bytes(_ armored: String) -> [UInt8] {
    let lines = armored.split(separator: "\n").dropFirst().dropLast()
    return Array(Data(base64Encoded: lines.joined()) ?? Data())
  }

  /// Returns the line of a public key.
  static func line(_ blob: [UInt8], kind: String) -> String { "\(kind) \(Data(blob).base64EncodedString())" }
}
