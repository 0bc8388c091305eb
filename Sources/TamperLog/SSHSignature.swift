import Crypto
import Foundation

/// A signature in the SSHSIG format, as `ssh-keygen -Y sign` writes it (OpenSSH PROTOCOL.sshsig).
///
///     -----BEGIN SSH SIGNATURE-----
///     base64, lines of 70 characters
///     -----END SSH SIGNATURE-----
///
/// The base64 encodes, in SSH's wire encoding: the six bytes `SSHSIG`, uint32 version 1, string publickey, string
/// namespace, string reserved, string hash algorithm (`sha256` or `sha512`), string signature. The signed bytes are
/// `SSHSIG`, string namespace, string reserved, string hash algorithm, string H(message). A signature for one namespace
/// is therefore not valid in another.
public struct SSHSignature: Sendable, Hashable {
  /// The key that the signature names. The caller must check that this key may sign.
  public let key: SSHPublicKey
  /// The namespace that the signature was made for.
  public let namespace: String
  /// The armoured text, exactly as stored; it ends with a newline.
  public let armored: String
  /// The bytes inside the armour. One signature has one such form: its numbers have no unneeded digits.
  public let blob: [UInt8]

  private let hashAlgorithm: String
  private let signature: [UInt8]

  private static let begin = "-----BEGIN SSH SIGNATURE-----"
  private static let end = "-----END SSH SIGNATURE-----"

  /// Reads one armoured signature; returns `nil` where it is malformed, has another version or a key that is not
  /// accepted.
  public init?(armored: String) {
    let lines = armored.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= 4, lines.first == Self.begin[...], lines.last == "", lines[lines.count - 2] == Self.end[...],
      Self.isWrapped(lines[1..<(lines.count - 2)]), let data = Base64.read(lines[1..<(lines.count - 2)].joined())
    else { return nil }
    var reader = WireReader(data)
    guard reader.raw(6) == Array("SSHSIG".utf8), reader.uint32() == 1,
      let key = reader.string().flatMap(SSHPublicKey.init(blob:)),
      let namespace = reader.text(), !namespace.isEmpty,
      let reserved = reader.string(), reserved.isEmpty,
      let hashAlgorithm = reader.text(), ["sha256", "sha512"].contains(hashAlgorithm),
      let signature = reader.string(), reader.isAtEnd
    else { return nil }
    self.key = key
    self.namespace = namespace
    self.armored = armored
    blob = data
    self.hashAlgorithm = hashAlgorithm
    self.signature = signature
  }

  /// True if the message is hashed with SHA-512, as `ssh-keygen` does unless it is told otherwise.
  public var hasSHA512: Bool { hashAlgorithm == "sha512" }

  /// Says whether every line but the last has 70 characters, and the last has 1 to 70. With other lines the same
  /// signature would have a second text, and an entry a second leaf.
  private static func isWrapped(_ lines: ArraySlice<Substring>) -> Bool {
    guard let last = lines.last, (1...70).contains(last.utf8.count) else { return false }
    return lines.dropLast().allSatisfy { $0.utf8.count == 70 }
  }

  /// Reads signatures that follow each other; returns `nil` where there is anything else between or around them.
  public static func all(in text: String) -> [SSHSignature]? {
    let ending = end + "\n"
    var result: [SSHSignature] = []
    var rest = text[...]
    while !rest.isEmpty {
      guard let found = rest.range(of: ending), let one = SSHSignature(armored: String(rest[..<found.upperBound]))
      else { return nil }
      result.append(one)
      rest = rest[found.upperBound...]
    }
    return result
  }

  /// Says whether this is a valid signature over the message, by the key that it names and for the namespace.
  public func signs(_ message: [UInt8], namespace: String) -> Bool {
    guard self.namespace == namespace else { return false }
    let digest =
      hashAlgorithm == "sha512" ? Array(SHA512.hash(data: message)) : Array(SHA256.hash(data: message))
    var signed = WireWriter()
    signed.raw("SSHSIG".utf8)
    signed.text(namespace)
    signed.string([])
    signed.text(hashAlgorithm)
    signed.string(digest)
    return key.isSignature(signature, over: signed.bytes)
  }
}
