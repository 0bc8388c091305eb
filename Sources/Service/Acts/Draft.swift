import Casework
import Ledger

/// An act that was decided and that nobody has signed yet.
struct Draft {
  /// The entry as it is to be signed. An approval's entry still holds a placeholder where the commitment to the
  /// approver's signature over the package goes.
  var entry: Entry
  /// The snapshot of the log in which it was decided.
  var history: VerifiedHistory
  /// What it seals, to be stored with the entry.
  var sealed: [SealedPlacement] = []
  /// What it seals about the registers, opened: who signs elsewhere must be able to read what the entry commits to.
  var openings: [Opening] = []
  /// The case that it acts in; nil for a change to the registers.
  var matter: Matter?
  /// The statement that an approver signs beside the entry.
  var bag: BagStatement?
  /// The package that a collecting has on disk until an entry knows it.
  var package: PackageSealing?

  /// A case as it stands before the act, and as the act leaves it.
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

  /// The case after the act; for an act that the office knows to be in a case.
  func inCase() throws -> Matter {
    guard let matter else { throw ServiceFault.store(.treeHead) }
    return matter
  }
}

/// The tag manifest of a package, which its approver signs, and the salt under which that signature is committed to.
struct BagStatement: Sendable, Hashable {
  /// The exact bytes that are signed in the namespace of bags.
  var manifest: [UInt8]
  /// 32 random bytes: the entry's commitment is SHA-256(salt ‖ armoured signature).
  var salt: [UInt8]

  /// Stands in an approval's entry until the package is signed: the digest of nothing. Such an entry is never appended.
  static let placeholder = Commitment(.of([]))

  /// The commitment to a signature over the manifest.
  func commitment(to signature: String) -> Commitment { Commitment(.of(salt + Array(signature.utf8))) }
}

/// A sealed value with what opens its commitment: SHA-256 of these bytes is the commitment.
public struct Opening: Sendable, Hashable {
  public var commitment: Commitment
  /// 32 random bytes, then the value.
  public var bytes: [UInt8]

  /// The value; nil where the bytes are not what the commitment promises.
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

  /// The entry with the commitment of the approval that it holds.
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
