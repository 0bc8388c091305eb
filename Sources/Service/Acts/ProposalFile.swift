import Casework
import Foundation
import Ledger
import TamperLog
import Wording

extension Proposal {
  /// Returns the bytes of the file: canonical JSON and a newline.
  public func bytes() throws -> [UInt8] {
    let text = String(decoding: try CanonicalJSON.bytes(entry), as: UTF8.self)
    let written = Written(
      format: Self.format, entry: text, signers: signers,
      sealed: sealed.map { placement in
        var box: Data?
        if case .table(let value) = placement { box = Data(value.box) }
        return Written.Sealed(
          commitment: placement.value.commitment, keyName: placement.value.keyName, label: placement.value.label,
          box: box)
      },
      openings: openings.map { Written.WrittenOpening(commitment: $0.commitment, bytes: Data($0.bytes)) },
      bag: bag.map { Written.Bag(manifest: String(decoding: $0.manifest, as: UTF8.self), salt: Data($0.salt)) },
      signatures: signatures)
    return try CanonicalJSON.bytes(written) + [0x0A]
  }

  /// Reads a proposal from its file. Refuses bytes that this version would write in another form.
  public init(reading bytes: [UInt8]) throws(ServiceFault) {
    guard bytes.last == 0x0A, let written = CanonicalJSON.read(Written.self, Array(bytes.dropLast())),
      written.format == Self.format
    else { throw .proposal(.notAProposal) }
    guard let entry = CanonicalJSON.read(Entry.self, Array(written.entry.utf8)) else {
      throw .proposal(.malformed(member: "entry"))
    }
    let named = [entry.actor] + (entry.witness.map { [$0] } ?? [])
    guard written.signers.map(\.officer) == named,
      written.signers.allSatisfy({ SSHPublicKey(line: $0.key)?.description == $0.key })
    else { throw .proposal(.malformed(member: "signers")) }
    guard written.signatures.allSatisfy({ SSHSignature(armored: $0.entry)?.key.description == $0.key }) else {
      throw .proposal(.malformed(member: "signatures"))
    }
    // An approval must have a package to sign. No other act may have one.
    guard written.bag.map({ $0.salt.count == 32 }) ?? true, (written.bag != nil) == entry.isApproval else {
      throw .proposal(.malformed(member: "bag"))
    }
    self.init(
      entry: entry, signers: written.signers,
      sealed: written.sealed.map { sealed in
        let value = SealedValue(
          commitment: sealed.commitment, keyName: sealed.keyName, label: sealed.label,
          box: sealed.box.map { Array($0) } ?? [])
        return sealed.box == nil ? .file(value) : .table(value)
      },
      openings: written.openings.map(\.opening),
      bag: written.bag.map { BagStatement(manifest: Array($0.manifest.utf8), salt: Array($0.salt)) },
      signatures: written.signatures)
    try checkOpenings()
  }

  /// Checks that each opening opens a commitment to a value of the registers in the entry, and that each such
  /// commitment has an opening. A signer must be able to read everything that they sign.
  private func checkOpenings() throws(ServiceFault) {
    let promised = Set((entry.registers ?? []).flatMap(\.commitments))
    for opening in openings where !promised.contains(opening.commitment) || opening.value == nil {
      throw .proposal(.opensNothing)
    }
    for commitment in promised where !openings.contains(where: { $0.commitment == commitment }) {
      throw .proposal(.incomplete(member: "openings"))
    }
  }

  /// The members of the file.
  private struct Written: Codable {
    struct Sealed: Codable {
      var commitment: Commitment
      var keyName: String
      var label: String
      var box: Data?
    }
    struct WrittenOpening: Codable {
      var commitment: Commitment
      var bytes: Data
      var opening: Opening { Opening(commitment: commitment, bytes: Array(bytes)) }
    }
    struct Bag: Codable {
      var manifest: String
      var salt: Data
    }
    var format: String
    var entry: String
    var signers: [RequiredSigner]
    var sealed: [Sealed]
    var openings: [WrittenOpening]
    var bag: Bag?
    var signatures: [Signature]
  }
}

extension Desk {
  /// Writes a proposal atomically to a file that only its owner can read.
  public static func write(_ proposal: Proposal, to url: URL) throws {
    let bytes = try proposal.bytes()
    try stored { try DurableFile.write(bytes, to: url) }
  }
}
