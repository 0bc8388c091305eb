import Casework
import Crypto
import Foundation
import TamperLog

/// The office's keys: one for each case, each wrapped by the office's key, in a file of their own (I11).
///
/// The office's key is a file beside the office folder, or wherever its keeper puts it:
///
///     amanat-office-key-1 base64 of 32 bytes
///
/// A wrapped key is the byte 0x01, a nonce of 12 bytes, 32 encrypted bytes and a tag of 16: AES-256-GCM under the
/// office's key with the additional data `amanat-key-1 LF office LF name`. Destroying the row destroys all that was
/// sealed under it; the file is kept with secure_delete and without a WAL, so a deleted row does not linger.
public struct Vault: Sendable {
  /// Under which name the registers' personal values are sealed.
  public static let registers = "registers"
  private static let log = "log"

  private let office: OfficeID
  private let officeKey: SymmetricKey
  private let randomness: Randomness
  private let keys: any KeyTable

  /// Opens the vault of an office.
  ///
  /// - Throws: `StoreFault.wrongKey` where the key is not this office's.
  public init(
    _ keys: any KeyTable, office: OfficeID, officeKey: [UInt8], randomness: Randomness
  ) throws(StoreFault) {
    self.office = office
    self.officeKey = SymmetricKey(data: officeKey)
    self.randomness = randomness
    self.keys = keys
    guard try keyBytes(Self.log) != nil else { throw .wrongKey }
  }

  /// Makes the log's key of a new office and returns the public key of its checkpoints.
  public static func create(
    _ keys: any KeyTable, office: OfficeID, officeKey: [UInt8], randomness: Randomness
  ) throws(StoreFault) -> Casework.Digest {
    let seed = randomness.bytes(32)
    let key = SymmetricKey(data: officeKey)
    try keys.insert(wrap(seed, log, office, key, randomness), log)
    guard let signing = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed),
      let hash = Hash(Array(signing.publicKey.rawRepresentation))
    else { throw .noKey }
    return Casework.Digest(hash)
  }

  private static func wrap(
    _ key: [UInt8], _ name: String, _ office: OfficeID, _ officeKey: SymmetricKey, _ randomness: Randomness
  ) throws(StoreFault) -> [UInt8] {
    do {
      let box = try AES.GCM.seal(
        key, using: officeKey, nonce: AES.GCM.Nonce(data: randomness.bytes(12)),
        authenticating: Data("amanat-key-1\n\(office)\n\(name)".utf8))
      return [0x01] + Array(box.nonce) + Array(box.ciphertext) + Array(box.tag)
    } catch {
      throw .noKey
    }
  }

  private func keyBytes(_ name: String) throws(StoreFault) -> [UInt8]? {
    guard let stored = try keys.wrapped(name) else { return nil }
    guard stored.first == 0x01, let box = try? AES.GCM.SealedBox(combined: stored.dropFirst()),
      let key = try? AES.GCM.open(
        box, using: officeKey, authenticating: Data("amanat-key-1\n\(office)\n\(name)".utf8))
    else { throw .wrongKey }
    return Array(key)
  }

  /// Seals a value under a case's key, or the registers', making the key where it is the first. The key is on disk
  /// before anything is sealed under it; a key whose entry never came is harmless.
  ///
  /// - Parameter salt: the 32 bytes before the value that its commitment covers, where they were drawn before; else they
  ///   are drawn here.
  public func seal(
    _ value: [UInt8], label: String, keyName: String, salt: [UInt8]? = nil
  ) throws(StoreFault) -> SealedValue {
    var bytes = try keyBytes(keyName)
    if bytes == nil {
      let fresh = randomness.bytes(32)
      try keys.insert(Self.wrap(fresh, keyName, office, officeKey, randomness), keyName)
      // Where another desk made the key first, that one counts.
      bytes = try keyBytes(keyName)
    }
    do {
      return try SealedValue.seal(
        value, label: label, office: office, keyName: keyName, key: SymmetricKey(data: bytes ?? []),
        salt: salt, randomness: randomness)
    } catch {
      throw .noKey
    }
  }

  /// Opens a sealed value.
  public func open(_ sealed: SealedValue) throws(StoreFault) -> [UInt8] {
    let key: [UInt8]?
    do throws(StoreFault) { key = try keyBytes(sealed.keyName) } catch { throw .sealedValue(sealed.commitment) }
    guard let key, let value = sealed.open(office: office, key: SymmetricKey(data: key)) else {
      throw .sealedValue(sealed.commitment)
    }
    return value
  }

  /// The names of the keys that are there and open under the office's key, and of those that do not.
  public func inventory() throws(StoreFault) -> (sound: Set<String>, broken: Set<String>) {
    let names = try keys.names()
    var (sound, broken): (Set<String>, Set<String>) = ([], [])
    for name in names {
      if (try? keyBytes(name)) != nil { sound.insert(name) } else { broken.insert(name) }
    }
    return (sound, broken)
  }

  /// Returns the keyed fingerprint of a text: HMAC-SHA-256 under HKDF-SHA-256(office key, info `amanat-fingerprint-1`).
  public func fingerprint(_ text: String) -> Fingerprint {
    let key = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: officeKey, info: Data("amanat-fingerprint-1".utf8), outputByteCount: 32)
    let code = HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key)
    guard let hash = Hash(Array(code)) else { preconditionFailure("HMAC-SHA-256 is 32 bytes") }
    return Fingerprint(Casework.Digest(hash))
  }

  /// Seals a checkpoint with the office's log key.
  public func seal(_ checkpoint: Checkpoint) throws(StoreFault) -> String {
    guard let seed = try keyBytes(Self.log), let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed),
      let note = try? checkpoint.seal(with: key)
    else { throw .noKey }
    return note
  }

  /// The public key of the office's checkpoints, from the seed that the vault holds.
  public func logKey() throws(StoreFault) -> Casework.Digest {
    guard let seed = try keyBytes(Self.log), let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed),
      let hash = Hash(Array(key.publicKey.rawRepresentation))
    else { throw .noKey }
    return Casework.Digest(hash)
  }

  // MARK: The office's key

  /// Spells an office's key as its file.
  public static func keyFile(_ key: [UInt8]) -> String {
    "amanat-office-key-1 \(Data(key).base64EncodedString())\n"
  }

  /// Reads an office's key from its file; nil where it is malformed.
  public static func officeKey(_ file: [UInt8]) -> [UInt8]? {
    let words = String(decoding: file, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    guard words.count == 2, words[0] == "amanat-office-key-1", let data = Data(base64Encoded: String(words[1])),
      data.count == 32
    else { return nil }
    return Array(data)
  }
}
