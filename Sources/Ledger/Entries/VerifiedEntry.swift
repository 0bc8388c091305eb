import Casework
import TamperLog

/// An entry whose bytes, place, signatures and signers were verified with the registers before it (I8).
///
/// Only its initializer makes one, and only verified entries are appended or replayed.
public struct VerifiedEntry: Sendable {
  public let entry: Entry
  public let bytes: [UInt8]
  public let signatures: String
  public let place: Int
  /// The record for the tree of format 2.
  public let record: LeafRecord
  /// The leaf in the tree of the log's format.
  public let leaf: Hash

  /// Checks a signed entry.
  ///
  /// - Parameters:
  ///   - place: the place of the entry in the log.
  ///   - ends: the ends of the chains before the entry.
  ///   - registers: the registers before the entry. The founding entry is verified with the registers that it makes.
  public init(
    checking signed: SignedEntry, at place: Int, after ends: ChainEnds, registers: Registers
  ) throws(EntryFault) {
    try self.init(checking: try ReadEntry(reading: signed), at: place, after: ends, registers: registers)
  }

  /// Checks an entry that was read.
  public init(
    checking read: ReadEntry, at place: Int, after ends: ChainEnds, registers: Registers
  ) throws(EntryFault) {
    let entry = read.entry
    guard let signatures = read.signatures, let record = read.record, let leaf = read.leaf(in: ends.format) else {
      throw .signatureMalformed
    }
    // The rules of the registers are checked here too, because the entry may come from a program that does not check
    // them.
    var after = registers
    for event in entry.registers ?? [] {
      do throws(Refusal) { _ = try after.decide(event) } catch { throw .registerRule }
      after.evolve(event, at: place)
    }
    try ends.check(entry, at: place, after)
    let standing = place == 0 ? after : registers
    guard standing.profile?.id == entry.office else { throw .anotherOffice }
    let signers = try Self.signers(of: entry, standing)
    guard signatures.count == signers.count else { throw .signatureCount }
    for (signature, signer) in zip(signatures, signers) {
      guard signature.key == signer.key else { throw .unknownSigner }
      guard signature.isValid, signature.hasSHA512 || entry.claim.links == nil else { throw .signatureWrong }
    }
    guard read.hasGrantDigests else { throw .grantDigest }
    self.entry = entry
    bytes = read.signed.bytes
    self.signatures = read.signed.signatures
    self.place = place
    self.record = record
    self.leaf = leaf
  }

  /// Returns the officers who must have signed, in order. Throws where the entry's members or its signers' roles are
  /// wrong.
  private static func signers(of entry: Entry, _ registers: Registers) throws(EntryFault) -> [Officer] {
    guard let actor = registers.active(entry.actor) else { throw .unknownSigner }
    guard actor.role == entry.role else { throw .wrongRole }
    if entry.case != nil {
      guard entry.events?.isEmpty == false, entry.registers == nil, entry.witness == nil, entry.chart != nil else {
        throw .caseMismatch
      }
      return [actor]
    }
    guard entry.registers?.isEmpty == false, entry.events == nil, entry.chart == nil else { throw .caseMismatch }
    guard let witness = entry.witness.flatMap(registers.active), witness.id != actor.id, witness.key != actor.key else {
      throw .witnessNotAnother
    }
    guard actor.role.has(.keepingRegisters), witness.role.has(.keepingRegisters) else { throw .notCustodian }
    return [actor, witness]
  }
}
