import Casework
import Intake
import Ledger
import Packaging
import Wording

/// Checks of what a proposal brings besides its entry: the sealed values that the office would store.
extension Desk {
  /// Reads the document that a proposal logs again, from its sealed bytes: what the entry says of it must follow from it.
  func reread(_ document: Commitment, in proposal: Proposal, _ registers: Registers) throws -> OrderReading {
    let vault = try vault()
    guard let sealed = proposal.sealed.map(\.value).first(where: { $0.commitment == document }),
      let bytes = try? vault.open(sealed)
    else { throw ServiceFault.proposal(.sealedOtherwise) }
    return try reading(parsed(bytes), document, registers, vault)
  }

  /// Holds the manifest that an approver signed against the package that stands collected.
  func checkBag(_ proposal: Proposal, _ standing: Standing) throws {
    guard let collected = standing.subject.collected?.value, let statement = proposal.bag,
      try bag(collected.package, try vault()).signedBytes == statement.manifest
    else { throw ServiceFault.proposal(.decidedOtherwise) }
  }

  /// Holds the sealed values against what the entry promises: each promised once, under the right key, and it opens.
  func checkSealed(_ proposal: Proposal) throws {
    let entry = proposal.entry
    var promised = Set((entry.events ?? []).flatMap(\.commitments) + (entry.registers ?? []).flatMap(\.commitments))
    // The approver's signature is sealed when the approval is entered.
    for case .approvalGiven(let approval) in entry.events ?? [] { promised.remove(approval.signature) }
    let keyName = entry.case?.description ?? Vault.registers
    let values = proposal.sealed.map(\.value)
    guard Set(values.map(\.commitment)) == promised, values.count == promised.count,
      values.allSatisfy({ $0.keyName == keyName })
    else { throw ServiceFault.proposal(.sealedOtherwise) }
    guard !promised.isEmpty else { return }
    let vault = try vault()
    for placement in proposal.sealed {
      var value = placement.value
      if case .file = placement {
        guard let box = try stored({ try DurableFile.read(office.folder.sealedFile(value.commitment)) }) else {
          throw ServiceFault.proposal(.fileGone)
        }
        value = SealedValue(commitment: value.commitment, keyName: value.keyName, label: value.label, box: box)
      }
      guard (try? vault.open(value)) != nil else { throw ServiceFault.proposal(.sealedOtherwise) }
    }
  }
}
