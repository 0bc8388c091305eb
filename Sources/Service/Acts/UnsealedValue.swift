import Casework
import Ledger

/// A personal value that an act commits to, before it is sealed: what is decided about it is decided under its true
/// commitment, also in a rehearsal, which seals nothing.
struct UnsealedValue: Sendable {
  private let value: [UInt8]
  private let salt: [UInt8]
  /// SHA-256(salt ‖ value), as the sealed value will promise it.
  let commitment: Commitment

  init(_ value: [UInt8], _ randomness: Randomness) {
    self.value = value
    salt = randomness.bytes(32)
    commitment = Commitment(.of(salt + value))
  }

  /// What opens the commitment, for who signs elsewhere.
  var opening: Opening { Opening(commitment: commitment, bytes: salt + value) }

  /// Seals the value under a key, which is made where it is the first.
  func sealed(in vault: Vault, label: String, keyName: String) throws -> SealedValue {
    try stored { try vault.seal(value, label: label, keyName: keyName, salt: salt) }
  }
}
