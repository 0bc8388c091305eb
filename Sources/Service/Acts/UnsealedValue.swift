import Casework
import Ledger

/// A personal value before it is sealed. Its commitment is the one that sealing gives, so an act can be decided before
/// the value is sealed, and a rehearsal need not seal it.
struct UnsealedValue: Sendable {
  private let value: [UInt8]
  private let salt: [UInt8]
  /// SHA-256(salt ‖ value), the commitment of the sealed value.
  let commitment: Commitment

  init(_ value: [UInt8], _ randomness: Randomness) {
    self.value = value
    salt = randomness.bytes(32)
    commitment = Commitment(.of(salt + value))
  }

  /// The opening of the commitment, for a signer on another machine.
  var opening: Opening { Opening(commitment: commitment, bytes: salt + value) }

  /// Seals the value under the key of that name.
  ///
  /// - Parameter makesKey: makes a missing key. Only the opening of a case does.
  func sealed(in vault: Vault, label: String, keyName: String, makesKey: Bool = false) throws -> SealedValue {
    try stored { try vault.seal(value, label: label, keyName: keyName, salt: salt, makesKey: makesKey) }
  }
}
