import Casework
import TamperLog

/// The record of an entry that is hashed into the tree. It is derived from the entry's bytes and signatures.
///
/// The record contains what the office must find again in every entry: its subject, and the fingerprint of the order
/// that it receives. The tree therefore covers them, and nobody can hide an entry from its case, from the registers or
/// from the search for duplicates. A store keeps the four fields in narrow columns, and the root is computed from these.
///
/// The bytes are the text `amanat-leaf-2` and fields. A field is one byte for its tag, two bytes for its length (the
/// higher one first) and its contents:
///
///     1  the subject as text: `registers`, or the number of a case
///     2  the fingerprint of the order that the entry receives, 32 bytes; absent where it receives none
///     3  SHA-256 of the entry's bytes
///     4  SHA-256 of the signatures, each as four bytes for its length (the highest first) and its SSHSIG blob
///
/// For example, the record of a register's entry has 13 + 12 + 35 + 35 = 95 bytes. The leaf is SHA-256(0x00 ‖ record)
/// (RFC 6962 section 2.1).
public struct LeafRecord: Sendable, Hashable {
  /// What the entry is about.
  public var subject: Subject
  /// The fingerprint of the order that the entry receives.
  public var fingerprint: Fingerprint?
  /// SHA-256 of the entry's bytes.
  public var entry: Hash
  /// SHA-256 of the signatures.
  public var signatures: Hash

  private static let tag = Array("amanat-leaf-2".utf8)

  /// Makes a record from its fields.
  public init(subject: Subject, fingerprint: Fingerprint?, entry: Hash, signatures: Hash) {
    self.subject = subject
    self.fingerprint = fingerprint
    self.entry = entry
    self.signatures = signatures
  }

  /// Derives the record of an entry.
  public init(of entry: Entry, _ bytes: [UInt8], _ signatures: [SSHSignature]) {
    let blobs = signatures.flatMap { signature in
      let count = UInt32(signature.blob.count)
      return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: count >> $0) } + signature.blob
    }
    self.init(
      subject: entry.subject, fingerprint: entry.receipts.first?.fingerprint, entry: .of(bytes), signatures: .of(blobs))
  }

  /// The bytes that are hashed into the tree.
  public var bytes: [UInt8] {
    func field(_ tag: UInt8, _ contents: [UInt8]) -> [UInt8] {
      [tag, UInt8(contents.count >> 8), UInt8(contents.count & 0xFF)] + contents
    }
    return Self.tag + field(1, Array(subject.description.utf8)) + (fingerprint.map { field(2, $0.digest.bytes) } ?? [])
      + field(3, entry.bytes) + field(4, signatures.bytes)
  }

  /// The leaf of the tree.
  public var leaf: Hash { .leaf(bytes) }
}
