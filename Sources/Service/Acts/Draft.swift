import Casework
import Ledger

/// A decided act that is not signed yet.
struct Draft {
  /// The entry to sign. In an approval, a placeholder takes the place of the commitment to the approver's signature
  /// over the package.
  var entry: Entry
  /// The verified history from which the act was decided.
  var history: VerifiedHistory
  /// The sealed values to store with the entry.
  var sealed: [SealedPlacement] = []
  /// The openings of the registers' sealed values. A signer on another machine needs them to read the values that the
  /// entry commits to.
  var openings: [Opening] = []
  /// The case of the act; nil for a change to the registers.
  var matter: Matter?
  /// The statement that an approver signs in addition to the entry.
  var bag: BagStatement?
  /// The envelope of a redemption, which is in memory alone.
  var envelope: BuiltEnvelope?
  /// The package file of a collection, which no entry names yet.
  var package: PackageSealing?

  /// The case after an act, with the values that its line in the list of cases and its view need.
  struct Matter {
    /// The case after the act.
    var after: Case
    var workflow: Workflow
    var facts: Facts
    /// When the case was opened.
    var opened: Instant
  }

  /// The signers whom the entry names, in the order of their signatures.
  var signers: [OfficerID] { [entry.actor] + (entry.witness.map { [$0] } ?? []) }

  /// Returns the case of the act. Only for acts that are always in a case.
  func inCase() throws -> Matter {
    guard let matter else { throw ServiceFault.store(.treeHead) }
    return matter
  }
}

/// The tag manifest of a package, which the approver signs, and the salt of the commitment to that signature.
struct BagStatement: Sendable, Hashable {
  /// The exact bytes that are signed in the namespace `amanat-disclosure`.
  var manifest: [UInt8]
  /// 32 random bytes. The entry's commitment is SHA-256(salt ‖ armoured signature).
  var salt: [UInt8]

  /// The value in place of the commitment in an approval's entry until the package is signed: the SHA-256 of no bytes.
  /// An entry with this value is never appended.
  static let placeholder = Commitment(.of([]))

  /// Returns the commitment to a signature over the manifest.
  func commitment(to signature: String) -> Commitment { Commitment(.of(salt + Array(signature.utf8))) }
}

/// The bytes behind a commitment: their SHA-256 is the commitment.
public struct Opening: Sendable, Hashable {
  public var commitment: Commitment
  /// 32 random bytes, followed by the value.
  public var bytes: [UInt8]

  /// The value; nil where the bytes do not match the commitment.
  public var value: [UInt8]? {
    bytes.count >= 32 && Digest.of(bytes) == commitment.digest ? Array(bytes.dropFirst(32)) : nil
  }
}

extension Entry {
  /// Says whether the entry is an approval and nothing else.
  var isApproval: Bool {
    guard events?.count == 1, case .approvalGiven? = events?.first else { return false }
    return true
  }

  /// Returns the entry with this commitment to the approver's signature.
  func approving(_ signature: Commitment) -> Entry {
    var entry = self
    entry.events = events?.map { event in
      guard case .approvalGiven(var approval) = event else { return event }
      approval.signature = signature
      return .approvalGiven(approval)
    }
    return entry
  }
}
