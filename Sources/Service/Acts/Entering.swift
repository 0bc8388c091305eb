import Casework
import Foundation
import Ledger
import Packaging
import TamperLog
import Wording

/// The signatures over the statements of a draft.
struct DraftSignatures {
  /// The entry's exact bytes.
  var bytes: [UInt8]
  /// The armoured signatures over the entry, in the order of the signers.
  var entry: [String]
  /// The approver's armoured signature over the package's tag manifest.
  var bag: String?
}

extension Desk {
  /// Signs a draft with each key, in the order of the signers. The first key also signs the package of an approval.
  func sign(_ draft: Draft, with keys: [String]) throws -> DraftSignatures {
    world.reached(.decided)
    var entry = draft.entry
    var bag: String?
    if draft.entry.isApproval, let statement = draft.bag, let key = keys.first {
      let signature = try world.signer.sign(statement.manifest, Bag.namespace, key)
      entry = entry.approving(statement.commitment(to: signature))
      bag = signature
    }
    let bytes = try CanonicalJSON.bytes(entry)
    let signatures = try keys.map { key in
      let armored = try world.signer.sign(bytes, Entry.namespace, key)
      // A wrong `KEY.pub` beside a private key would name another person as the signer.
      guard let signed = SSHSignature(armored: armored), try signed.key == world.signer.publicKey(key) else {
        throw ServiceFault.signing(.otherKey(file: URL(filePath: key).lastPathComponent))
      }
      return armored
    }
    world.reached(.signed)
    return DraftSignatures(bytes: bytes, entry: signatures, bag: bag)
  }

  /// Appends a signed draft with its sealed values and the case's line in the list. Refuses an entry that spends a
  /// permit.
  func append(_ draft: Draft, _ signed: DraftSignatures) throws {
    for case .permitRedeemed in draft.entry.events ?? [] { throw ServiceFault.refused(Refusal([.notRedeemed]), nil) }
    try write(draft, signed)
  }

  /// Appends the entry that spends a permit. Its events and its case must be exactly those of the redemption.
  func append(_ draft: Draft, _ signed: DraftSignatures, spending redemption: borrowing Redemption) throws {
    guard let spending = redemption.decision, draft.entry.events == spending.events,
      draft.entry.case == redemption.number
    else {
      throw ServiceFault.refused(Refusal([.approvalOfAnother]), draft.entry.case)
    }
    try write(draft, signed)
  }

  /// Verifies a signed draft and appends it. All entries after the founding entry are appended here.
  private func write(_ draft: Draft, _ signed: DraftSignatures) throws {
    let verified: VerifiedEntry
    do throws(EntryFault) {
      verified = try VerifiedEntry(
        checking: SignedEntry(bytes: signed.bytes, signatures: signed.entry.joined()), at: draft.entry.sequence,
        registers: draft.history.registers)
    } catch {
      throw ServiceFault.store(.broken(sequence: draft.entry.sequence, error))
    }
    var sealed = draft.sealed
    if draft.entry.isApproval, let statement = draft.bag, let signature = signed.bag, let number = draft.entry.case {
      sealed.append(
        .table(
          try stored {
            try vault().seal(
              Array(signature.utf8), label: "signature", keyName: number.description, salt: statement.salt)
          }))
    }
    let summary = draft.matter.map { CaseSummary($0.after, opened: $0.opened, under: $0.workflow) }
    _ = try stored { try office.append(verified, sealed: sealed, summary: summary) }
    world.reached(.committed)
  }
}
