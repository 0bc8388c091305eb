import Casework
import Foundation
import TamperLog

/// JSON in one canonical form: sorted keys, no white space, no escaped slashes, UTF-8.
///
/// Bytes are refused where the value that they decode to is written as other bytes. This refuses duplicate keys,
/// unknown members and a second form of the same entry.
public enum CanonicalJSON {
  /// Writes a value.
  public static func bytes(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(value))
  }

  /// Reads a value; nil where the bytes are not its canonical form.
  public static func read<Value: Codable>(_ type: Value.Type, _ bytes: [UInt8]) -> Value? {
    guard let value = try? JSONDecoder().decode(type, from: Data(bytes)), let again = try? Self.bytes(value),
      again == bytes
    else { return nil }
    return value
  }
}

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
