import Foundation
import Ledger
import Packaging
import TamperLog
import Wording

extension Proposal {
  /// Returns the proposal with the signatures of one more signer. Neither the office nor its key is needed.
  ///
  /// - Parameter key: the signer's key file. The proposal must ask for this key.
  public func signed(with key: String, _ signer: Signer) throws -> Proposal {
    let file = URL(filePath: key).lastPathComponent
    let line = try signer.publicKey(key).description
    guard signers.contains(where: { $0.key == line }) else { throw ServiceFault.proposal(.notASigner(file: file)) }
    guard !signatures.contains(where: { $0.key == line }) else {
      throw ServiceFault.proposal(.alreadySigned(file: file))
    }
    // This refuses a proposal whose act cannot be derived, and one that was changed after an earlier signature.
    _ = try act()
    for signature in signatures { try check(signature) }
    let bagSignature = try bag.map { try signer.sign($0.manifest, Bag.namespace, key) }
    let armored = try signer.sign(try bytes(bag: bagSignature), Entry.namespace, key)
    guard SSHSignature(armored: armored)?.key.description == line else {
      throw ServiceFault.signing(.otherKey(file: file))
    }
    var result = self
    result.signatures.append(Signature(key: line, entry: armored, bag: bagSignature))
    return result
  }

  /// Verifies one signer's signature over the entry, with the key of that signer.
  private func check(_ signature: Signature) throws {
    guard let signer = signers.first(where: { $0.key == signature.key }) else {
      throw ServiceFault.proposal(.strangeSignature)
    }
    let bytes = try bytes(bag: bag == nil ? nil : signature.bag)
    guard let read = SSHSignature(armored: signature.entry), read.key.description == signer.key,
      read.signs(bytes, namespace: Entry.namespace)
    else { throw ServiceFault.proposal(.signatureWrong(signer.officer)) }
  }

  /// Returns one proposal with the signatures of several copies.
  ///
  /// - Parameter copies: the copies with the names of their files. A signature that is in several copies is taken once.
  public static func merged(_ copies: [(file: String, proposal: Proposal)]) throws -> Proposal {
    guard var result = copies.first?.proposal else { throw ServiceFault.proposal(.notAProposal) }
    for copy in copies.dropFirst() {
      guard result.isSame(as: copy.proposal) else { throw ServiceFault.proposal(.differs(file: copy.file)) }
      for signature in copy.proposal.signatures where !result.signatures.contains(signature) {
        result.signatures.append(signature)
      }
    }
    return result
  }

  /// Returns the verified signatures, in the order of the signers. Each signer must have signed exactly once.
  func verifiedSignatures() throws -> DraftSignatures {
    for signature in signatures where !signers.contains(where: { $0.key == signature.key }) {
      throw ServiceFault.proposal(.strangeSignature)
    }
    for signer in signers where signatures.filter({ $0.key == signer.key }).count > 1 {
      throw ServiceFault.proposal(.signedTwice(signer.officer))
    }
    guard missing.isEmpty else { throw ServiceFault.proposal(.unsigned(missing)) }
    let bagSignature = signatures.first { $0.key == signers.first?.key }?.bag
    let bytes = try bytes(bag: bagSignature)
    var ordered: [String] = []
    for signer in signers {
      guard let signature = signatures.first(where: { $0.key == signer.key }) else {
        throw ServiceFault.proposal(.unsigned([signer.officer]))
      }
      try check(signature)
      ordered.append(signature.entry)
    }
    if let bag {
      guard let first = signers.first, let bagSignature, let read = SSHSignature(armored: bagSignature),
        read.key.description == first.key, read.signs(bag.manifest, namespace: Bag.namespace)
      else { throw ServiceFault.proposal(.signatureWrong(entry.actor)) }
    }
    return DraftSignatures(bytes: bytes, entry: ordered, bag: bagSignature)
  }
}
