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
    noticeClock(draft)
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

  /// The clock is named before an act is signed where it is this far ahead of the latest entry, in seconds: 31 days.
  private static let longestPause: Int64 = 31 * 86_400

  /// Names a clock that nobody keeps, or that may have jumped, before the act is signed with its time.
  private func noticeClock(_ draft: Draft) {
    if world.isClockKept() == false { world.notice(.clockNotSynchronised) }
    guard let last = draft.history.lastTime else { return }
    let pause = draft.entry.time.seconds - last.seconds
    if pause > Self.longestPause { world.notice(.clockAhead(seconds: pause)) }
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

  /// Verifies a signed draft at its place in the log.
  func verified(_ draft: Draft, _ signed: DraftSignatures) throws -> VerifiedEntry {
    let place = draft.history.head.size
    do throws(EntryFault) {
      return try VerifiedEntry(
        checking: SignedEntry(bytes: signed.bytes, signatures: signed.entry.joined()), at: place,
        after: draft.history.ends, registers: draft.history.registers)
    } catch {
      throw ServiceFault.store(.broken(sequence: place, error))
    }
  }

  /// Verifies a signed draft at its place, appends it, and raises the mark. All entries after the founding entry are
  /// appended here. When this returns, entry and mark survive a loss of power.
  ///
  /// The entry is appended only where the log still ends as it did when the act was decided, and is verified up to there.
  private func write(_ draft: Draft, _ signed: DraftSignatures) throws {
    guard access == .acting else { throw ServiceFault.store(.database(.noPermission)) }
    guard let marks else { throw ServiceFault.store(.olderFormat) }
    let verified = try verified(draft, signed)
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
    try marks.inTurn {
      let store = (office as? OfficeSnapshot)?.live ?? office
      guard try settled(store, marks)?.head == draft.history.head else { throw ServiceFault.store(.headMoved) }
      try stored {
        let head = try office.append(verified, after: draft.history.head, sealed: sealed, summary: summary)
        world.reached(.committed)
        try marks.raise(to: head, [verified.record], of: store)
      }
      world.reached(.marked)
    }
  }
}
