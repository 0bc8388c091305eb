import Casework
import TamperLog

/// An entry whose bytes, place, signatures and signers were verified with the registers before it (I8).
///
/// Only its initializer makes one, and only verified entries are appended or replayed.
public struct VerifiedEntry: Sendable {
  public let entry: Entry
  public let bytes: [UInt8]
  public let signatures: String
  public let leaf: Hash

  /// Checks a signed entry.
  ///
  /// - Parameters:
  ///   - sequence: the place of the entry in the log.
  ///   - registers: the registers before the entry. The founding entry is verified with the registers that it makes.
  public init(
    checking signed: SignedEntry, at sequence: Int, registers: Registers
  ) throws(EntryFault) {
    try self.init(checking: try ReadEntry(reading: signed), at: sequence, registers: registers)
  }

  /// Checks an entry that was read.
  public init(checking read: ReadEntry, at sequence: Int, registers: Registers) throws(EntryFault) {
    let entry = read.entry
    guard entry.format == Entry.format, entry.sequence == sequence, entry.head.size == sequence else {
      throw .outOfPlace
    }
    guard let signatures = read.signatures else { throw .signatureMalformed }
    // The rules of the registers are checked here too, because the entry may come from a program that does not check
    // them.
    var after = registers
    for event in entry.registers ?? [] {
      do throws(Refusal) { _ = try after.decide(event) } catch { throw .registerRule }
      after.evolve(event, at: sequence)
    }
    guard sequence > 0 || entry.head == .empty else { throw .outOfPlace }
    let standing = sequence == 0 ? after : registers
    guard standing.profile?.id == entry.office else { throw .anotherOffice }
    let signers = try Self.signers(of: entry, standing)
    guard signatures.count == signers.count else { throw .signatureCount }
    for (signature, signer) in zip(signatures, signers) {
      guard signature.key == signer.key else { throw .unknownSigner }
      guard signature.isValid else { throw .signatureWrong }
    }
    guard read.hasGrantDigests else { throw .grantDigest }
    self.entry = entry
    bytes = read.signed.bytes
    self.signatures = read.signed.signatures
    leaf = Entry.leaf(bytes, self.signatures)
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
