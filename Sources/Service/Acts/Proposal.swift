import Casework
import Foundation
import Ledger
import Wording

/// An act that was decided and waits for signatures, as a file that travels between the machines of its signers.
///
/// It holds the exact bytes to sign, what the office stores with them, and the signatures so far. What the act does in
/// words is never in it: each signer's program derives the words from the bytes that are signed (`ProposedAct`).
///
/// The file is one JSON object, UTF-8; members that do not apply are absent, and unknown members are refused:
///
///     {
///       "format": "amanat-proposal-1",
///       "entry": "{\"actor\":\"o-5d1c09aa\",…}",             the entry's exact text (see `Entry`)
///       "signers": [{"key": "ssh-ed25519 AAAA…", "officer": "o-5d1c09aa"}, …],
///       "sealed": [{"box": "base64", "commitment": "64 hex", "keyName": "registers", "label": "name"}],
///       "openings": [{"bytes": "base64", "commitment": "64 hex"}],
///       "bag": {"manifest": "text", "salt": "base64"},
///       "signatures": [{"bag": "armoured", "entry": "armoured", "key": "ssh-ed25519 AAAA…"}]
///     }
///
/// `box` is absent for a package, which lies sealed in the office's folder. `openings` open commitments of the registers
/// alone: SHA-256 of `bytes` is the commitment, and `bytes` are 32 random ones and the value. `bag` is in an approval
/// alone: the approver first signs `manifest` (namespace `amanat-disclosure`); the entry's commitment to that signature
/// is SHA-256(salt ‖ armoured signature), and until then the entry holds the digest of nothing in its place.
public struct Proposal: Sendable, Hashable {
  /// The value of `format`.
  static let format = "amanat-proposal-1"
  /// No proposal is larger than this, in bytes: an order at most, sealed and in base64, and its entry.
  public static let largest = 3 * Desk.largestOrder

  /// How long a proposal may wait, in seconds: seven days. An act is dated with the moment of its proposal, so a longer
  /// wait would let an act be dated long before it is entered.
  static let longestWait: Int64 = 7 * 86_400

  /// Somebody who must sign.
  public struct RequiredSigner: Sendable, Hashable, Codable {
    public var officer: OfficerID
    /// The public key line in the register.
    public var key: String
  }

  /// One signer's signatures.
  struct Signature: Sendable, Hashable, Codable {
    var key: String
    var entry: String
    var bag: String?
  }

  /// The entry, read from its exact bytes.
  let entry: Entry
  public let signers: [RequiredSigner]
  let sealed: [SealedPlacement]
  let openings: [Opening]
  let bag: BagStatement?
  var signatures: [Signature]

  /// Takes a draft that nobody has signed.
  init(_ draft: Draft) throws {
    entry = draft.entry
    signers = try draft.signers.map { id in
      guard let officer = draft.history.registers.active(id) else { throw ServiceFault.store(.treeHead) }
      return RequiredSigner(officer: id, key: officer.key)
    }
    sealed = draft.sealed
    openings = draft.openings
    bag = draft.bag
    signatures = []
  }

  init(
    entry: Entry, signers: [RequiredSigner], sealed: [SealedPlacement], openings: [Opening], bag: BagStatement?,
    signatures: [Signature]
  ) {
    self.entry = entry
    self.signers = signers
    self.sealed = sealed
    self.openings = openings
    self.bag = bag
    self.signatures = signatures
  }

  /// Who has not signed yet.
  public var missing: [OfficerID] {
    signers.filter { signer in !signatures.contains { $0.key == signer.key } }.map(\.officer)
  }

  /// The exact bytes of the entry that a signature is over; for an approval they follow from the signature over the bag.
  func bytes(bag signature: String?) throws -> [UInt8] {
    guard let bag else { return try CanonicalJSON.bytes(entry) }
    guard let signature else { throw ServiceFault.proposal(.incomplete(member: "bag")) }
    return try CanonicalJSON.bytes(entry.approving(bag.commitment(to: signature)))
  }

  /// Says whether two proposals ask for the same signatures over the same statements.
  func isSame(as other: Proposal) -> Bool {
    var other = other
    other.signatures = signatures
    return self == other
  }
}
