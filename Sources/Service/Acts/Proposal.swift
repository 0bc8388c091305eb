import Casework
import Foundation
import Ledger
import Wording

/// A decided act that waits for signatures, as a file that the signers exchange.
///
/// The file contains the exact bytes to sign, the values that the office stores with them, and the signatures so far.
/// It contains no description of the act: each signer's program derives the description from the bytes that are signed
/// (`ProposedAct`).
///
/// The file is one JSON object in UTF-8. Optional members without a value are absent, and unknown members are refused:
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
/// `box` is absent for a package, whose sealed file is in the office's folder. `openings` opens only commitments of the
/// registers: `bytes` are 32 random bytes and the value, and their SHA-256 is the commitment. Only an approval has
/// `bag`: the approver first signs `manifest` (namespace `amanat-disclosure`), and the entry commits to that signature
/// with SHA-256(salt ‖ armoured signature). The entry in the file has the SHA-256 of no bytes in place of that
/// commitment.
public struct Proposal: Sendable, Hashable {
  /// The value of `format`.
  static let format = "amanat-proposal-1"
  /// The largest proposal, in bytes: enough for the largest order, sealed and in base64, and its entry.
  public static let largest = 3 * Desk.largestOrder

  /// An officer who must sign.
  public struct RequiredSigner: Sendable, Hashable, Codable {
    public var officer: OfficerID
    /// The officer's public key line in the register.
    public var key: String
  }

  /// One signer's signatures.
  struct Signature: Sendable, Hashable, Codable {
    var key: String
    var entry: String
    var bag: String?
  }

  /// The entry to sign.
  let entry: Entry
  public let signers: [RequiredSigner]
  let sealed: [SealedPlacement]
  let openings: [Opening]
  let bag: BagStatement?
  var signatures: [Signature]

  /// Makes a proposal without signatures from a draft.
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

  /// The officers who have not signed yet.
  public var missing: [OfficerID] {
    signers.filter { signer in !signatures.contains { $0.key == signer.key } }.map(\.officer)
  }

  /// Returns the exact bytes of the entry to sign. In an approval they contain the commitment to a signature over the
  /// package.
  ///
  /// - Parameter signature: the approver's signature over the package; needed for an approval only.
  func bytes(bag signature: String?) throws -> [UInt8] {
    guard let bag else { return try CanonicalJSON.bytes(entry) }
    guard let signature else { throw ServiceFault.proposal(.incomplete(member: "bag")) }
    return try CanonicalJSON.bytes(entry.approving(bag.commitment(to: signature)))
  }

  /// Says whether two proposals are equal except for their signatures.
  func isSame(as other: Proposal) -> Bool {
    var other = other
    other.signatures = signatures
    return self == other
  }
}
