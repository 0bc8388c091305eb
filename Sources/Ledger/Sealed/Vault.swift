import Casework
import Crypto
import Foundation
import TamperLog

/// The keys of an office: one for each case, one for the registers and one for the log. They are in a file of their
/// own, each wrapped with the office's key (I11).
///
/// The office's key is in a separate file, by default beside the office's folder:
///
///     amanat-office-key-1 base64 of 32 bytes
///
/// A wrapped key is the byte 0x01, a nonce of 12 bytes, 32 encrypted bytes and a tag of 16 bytes, from AES-256-GCM
/// under the office's key with the additional data `amanat-key-1 LF office LF name`. Deleting the row of a key destroys
/// everything that was sealed under the key. The file has secure_delete and no WAL, so that no copy of a deleted row
/// remains in it.
public struct Vault: Sendable {
  /// The name of the key for the personal values of the registers.
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

  /// Makes the key that signs the checkpoints of a new office, and returns its public key.
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

  /// Encrypts a value under the key of that name, which is made where it is missing. The key is on disk before it is
  /// used. A key whose entry was never appended does no harm.
  ///
  /// - Parameter salt: the 32 random bytes before the value, where the caller has drawn them for the commitment; nil
  ///   draws them here.
  public func seal(
    _ value: [UInt8], label: String, keyName: String, salt: [UInt8]? = nil
  ) throws(StoreFault) -> SealedValue {
    var bytes = try keyBytes(keyName)
    if bytes == nil {
      let fresh = randomness.bytes(32)
      try keys.insert(Self.wrap(fresh, keyName, office, officeKey, randomness), keyName)
      // Another process may have made the key first. Then its key is used.
      bytes = try keyBytes(keyName)
    }
    guard let bytes else { throw .wrongKey }
    do {
      return try SealedValue.seal(
        value, label: label, office: office, keyName: keyName, key: SymmetricKey(data: bytes),
        salt: salt, randomness: randomness)
    } catch {
      throw .noKey
    }
  }

  /// Decrypts a sealed value.
  ///
  /// - Throws: `StoreFault.sealedValue` where its key is missing or it does not open.
  public func open(_ sealed: SealedValue) throws(StoreFault) -> [UInt8] {
    let key: [UInt8]?
    do throws(StoreFault) { key = try keyBytes(sealed.keyName) } catch { throw .sealedValue(sealed.commitment) }
    guard let key, let value = sealed.open(office: office, key: SymmetricKey(data: key)) else {
      throw .sealedValue(sealed.commitment)
    }
    return value
  }

  /// Returns the names of the keys that open with the office's key, and of those that do not.
  public func inventory() throws(StoreFault) -> (sound: Set<String>, broken: Set<String>) {
    let names = try keys.names()
    var (sound, broken): (Set<String>, Set<String>) = ([], [])
    for name in names {
      if (try? keyBytes(name)) != nil { sound.insert(name) } else { broken.insert(name) }
    }
    return (sound, broken)
  }

  /// Says whether the table of keys has the expected schema.
  public func hasExpectedTable() throws(StoreFault) -> Bool { try keys.hasExpectedSchema() }

  /// Returns the keyed fingerprint of a text: HMAC-SHA-256 under HKDF-SHA-256(office key, info `amanat-fingerprint-1`).
  public func fingerprint(_ text: String) -> Fingerprint {
    let key = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: officeKey, info: Data("amanat-fingerprint-1".utf8), outputByteCount: 32)
    let code = HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key)
    guard let hash = Hash(Array(code)) else { preconditionFailure("HMAC-SHA-256 is 32 bytes") }
    return Fingerprint(Casework.Digest(hash))
  }

  /// Returns the key from which the envelopes of a case are made: HKDF-SHA-256(case key, info `amanat-envelope-key-1`),
  /// 32 bytes. It is not the key that seals the case's values.
  ///
  /// - Throws: `StoreFault.wrongKey` where the case has no key.
  public func envelopeKey(of number: CaseNumber) throws(StoreFault) -> [UInt8] {
    guard let key = try keyBytes(number.description) else { throw .wrongKey }
    let derived = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: key), info: Data("amanat-envelope-key-1".utf8), outputByteCount: 32)
    return derived.withUnsafeBytes { Array($0) }
  }

  /// Signs a checkpoint with the office's log key and returns the signed note.
  public func seal(_ checkpoint: Checkpoint) throws(StoreFault) -> String {
    guard let seed = try keyBytes(Self.log), let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed),
      let note = try? checkpoint.seal(with: key)
    else { throw .noKey }
    return note
  }

  /// Returns the public key of the office's checkpoints, computed from the stored seed.
  public func logKey() throws(StoreFault) -> Casework.Digest {
    guard let seed = try keyBytes(Self.log), let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed),
      let hash = Hash(Array(key.publicKey.rawRepresentation))
    else { throw .noKey }
    return Casework.Digest(hash)
  }

  // MARK: The office's key

  /// Returns the contents of the file for an office's key.
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
