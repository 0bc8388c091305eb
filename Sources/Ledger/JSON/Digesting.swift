import Casework
import TamperLog

extension Digest {
  /// Hashes bytes with SHA-256.
  public static func of(_ bytes: [UInt8]) -> Digest { Digest(Hash.of(bytes)) }

  /// Makes a digest from a hash.
  public init(_ hash: Hash) {
    guard let digest = Digest(hash.hex) else { preconditionFailure("a hash is 64 hexadecimal digits") }
    self = digest
  }

  /// The 32 bytes of the digest.
  public var bytes: [UInt8] {
    let digits = Array(hex.utf8).map { $0 < 58 ? $0 - 48 : $0 - 87 }
    return stride(from: 0, to: 64, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}

extension GrantedScope {
  /// Makes a granted scope with the digest of the scope's canonical JSON.
  public init(digesting scope: Scope) throws {
    self.init(scope: scope, digest: .of(try CanonicalJSON.bytes(scope)))
  }
}
