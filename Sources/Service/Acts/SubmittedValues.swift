import Casework
import Intake
import Ledger
import Packaging
import Wording

/// Checks of the values that a proposal brings in addition to its entry.
extension Desk {
  /// Opens the document that a proposal logs and reads it again. The caller compares the result with the entry.
  func reread(_ document: Commitment, in proposal: Proposal, _ registers: Registers) throws -> OrderReading {
    let vault = try vault()
    guard let sealed = proposal.sealed.map(\.value).first(where: { $0.commitment == document }),
      let bytes = try? vault.open(sealed)
    else { throw ServiceFault.proposal(.sealedOtherwise) }
    return try reading(parsed(bytes), document, registers, vault)
  }

  /// Checks that the manifest that the approver signed is that of the collected package, which is verified in full.
  func checkBag(_ proposal: Proposal, _ standing: Standing) throws {
    guard let collected = standing.subject.collected, let statement = proposal.bag,
      try verifiedBag(
        collected, standing, try vault(), .ofThisVersion(certificate: Self.certificateLanguage)
      ).signedBytes == statement.manifest
    else { throw ServiceFault.proposal(.decidedOtherwise) }
  }

  /// Verifies in full the package that a proposal brings, so that no entry describes another package.
  func checkPackage(_ collected: Collected, of proposal: Proposal, _ standing: Standing) throws {
    guard let placement = proposal.sealed.first(where: { $0.value.commitment == collected.package }) else {
      throw ServiceFault.proposal(.sealedOtherwise)
    }
    let vault = try vault()
    let bytes = try opened(placement, vault)
    try verified(
      bytes, collected, standing, at: proposal.entry.time, collectedIn: nil, vault,
      .ofThisVersion(certificate: Self.certificateLanguage))
  }

  /// Checks the sealed values of a proposal: each commitment of the entry has exactly one, under the right key, and
  /// each opens.
  func checkSealed(_ proposal: Proposal) throws {
    let entry = proposal.entry
    var promised = Set((entry.events ?? []).flatMap(\.commitments) + (entry.registers ?? []).flatMap(\.commitments))
    // The approver's signature is sealed later, when the approval is appended.
    for case .approvalGiven(let approval) in entry.events ?? [] { promised.remove(approval.signature) }
    let keyName = entry.case?.description ?? Vault.registers
    let values = proposal.sealed.map(\.value)
    guard Set(values.map(\.commitment)) == promised, values.count == promised.count,
      values.allSatisfy({ $0.keyName == keyName })
    else { throw ServiceFault.proposal(.sealedOtherwise) }
    guard !promised.isEmpty else { return }
    let vault = try vault()
    for placement in proposal.sealed {
      _ = try opened(placement, vault)
    }
  }

  /// Opens a sealed value of a proposal. A package is in a file of its own.
  private func opened(_ placement: SealedPlacement, _ vault: Vault) throws -> [UInt8] {
    var value = placement.value
    if case .file = placement {
      guard let box = try stored({ try DurableFile.read(office.folder.sealedFile(value.commitment)) }) else {
        throw ServiceFault.proposal(.fileGone)
      }
      value = SealedValue(commitment: value.commitment, keyName: value.keyName, label: value.label, box: box)
    }
    guard let bytes = try? vault.open(value) else { throw ServiceFault.proposal(.sealedOtherwise) }
    return bytes
  }
}
