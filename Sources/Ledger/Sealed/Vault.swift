import Casework
import Crypto
import Foundation
import TamperLog

/// The keys of an office: one for each case, one for the registers and one for the log. They are in a file of their
/// own, each wrapped with the office's key (I11).
///
/// The office's key is in a separate file, by default beside the office's folder (`OfficeKey`).
///
/// A wrapped key is the byte 0x01, a nonce of 12 bytes, 32 encrypted bytes and a tag of 16 bytes, from AES-256-GCM
/// under the office's key with the additional data `amanat-key-1 LF office LF name`. Deleting the row of a key destroys
/// everything that was sealed under the key. The file has secure_delete and no WAL, so that no copy of a deleted row
/// remains in it.
public struct Vault: Sendable {
  /// The name of the key for the personal values of the registers.
  public static let registers = "registers"
  private static let log = "log"
  private static let fingerprints = "fingerprints-1"

  /// The names of the keys that every office of this format has from its founding on.
  public static func names(in format: LogFormat) -> [String] {
    format == .one ? [log] : [log, fingerprints, registers]
  }

  private let office: OfficeID
  private let officeKey: SymmetricKey
  private let randomness: Randomness
  private let keys: any KeyTable
  /// True in an office of format 1, which has no key of its own for fingerprints.
  private let derivesFingerprints: Bool

  /// Opens the vault of an office.
  ///
  /// - Throws: `StoreFault.wrongKey` where the key is not this office's.
  public init(
    _ keys: any KeyTable, office: OfficeID, officeKey: OfficeKey, randomness: Randomness
  ) throws(StoreFault) {
    derivesFingerprints = officeKey.pin == nil
    self.office = office
    self.officeKey = SymmetricKey(data: officeKey.bytes)
    self.randomness = randomness
    self.keys = keys
    guard try keyBytes(Self.log) != nil else { throw .wrongKey }
  }

  /// Makes the keys of a new office: the one that signs its checkpoints, whose public key is returned, the one of its
  /// fingerprints and the one of its registers.
  public static func create(
    _ keys: any KeyTable, office: OfficeID, officeKey: [UInt8], randomness: Randomness
  ) throws(StoreFault) -> Casework.Digest {
    let seed = randomness.bytes(32)
    let key = SymmetricKey(data: officeKey)
    try keys.insert(wrap(seed, log, office, key, randomness), log)
    for name in [fingerprints, registers] {
      try keys.insert(wrap(randomness.bytes(32), name, office, key, randomness), name)
    }
    guard let signing = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed),
      let hash = Hash(Array(signing.publicKey.rawRepresentation))
    else { throw .noKey }
    return Casework.Digest(hash)
  }

  /// Keeps the key of the fingerprints of an office of format 1 as a key of its own.
  public func keepFingerprintKey() throws(StoreFault) {
    let key = oldFingerprintKey.withUnsafeBytes { Array($0) }
    try keys.insert(Self.wrap(key, Self.fingerprints, office, officeKey, randomness), Self.fingerprints)
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

  /// Encrypts a value under the key of that name.
  ///
  /// - Parameters:
  ///   - salt: the 32 random bytes before the value, where the caller has drawn them for the commitment; nil draws them
  ///     here.
  ///   - makesKey: makes a missing key, which is on disk before it is used. Only the first value of a case may make one:
  ///     a key that was lost is not replaced in silence. A key whose entry was never appended does no harm.
  /// - Throws: `StoreFault.wrongKey` where there is no key of that name.
  public func seal(
    _ value: [UInt8], label: String, keyName: String, salt: [UInt8]? = nil, makesKey: Bool = false
  ) throws(StoreFault) -> SealedValue {
    var bytes = try keyBytes(keyName)
    if bytes == nil, makesKey {
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

  /// Returns the keyed fingerprint of a text: HMAC-SHA-256 under the key of the name `fingerprints-1`. It is apart from
  /// the office's key, so that fingerprints remain comparable when the office's key is exchanged.
  ///
  /// The key of an office of format 1 is HKDF-SHA-256(office key, info `amanat-fingerprint-1`).
  ///
  /// - Throws: `StoreFault.wrongKey` where the key is missing.
  public func fingerprint(_ text: String) throws(StoreFault) -> Fingerprint {
    let stored = try keyBytes(Self.fingerprints).map { SymmetricKey(data: $0) }
    let derived = derivesFingerprints ? oldFingerprintKey : nil
    guard let key = stored ?? derived else { throw .wrongKey }
    let code = HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key)
    guard let hash = Hash(Array(code)) else { preconditionFailure("HMAC-SHA-256 is 32 bytes") }
    return Fingerprint(Casework.Digest(hash))
  }

  private var oldFingerprintKey: SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: officeKey, info: Data("amanat-fingerprint-1".utf8), outputByteCount: 32)
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
}
