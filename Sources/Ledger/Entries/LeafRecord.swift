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
    var bytes = LeafHasher.start(subject)
    LeafHasher.append(fingerprint, entry.bytes, signatures.bytes, to: &bytes)
    return bytes
  }

  /// The leaf of the tree.
  public var leaf: Hash { .leaf(bytes) }
}

/// Computes the leaves of many records. It keeps the beginning of each subject's records.
public struct LeafHasher: Sendable {
  private static let tag = Array("amanat-leaf-2".utf8)

  private var starts: [Subject: [UInt8]] = [:]

  /// Makes a hasher.
  public init() {}

  /// Returns the leaf of a record.
  ///
  /// - Parameters:
  ///   - entry: SHA-256 of the entry's bytes, 32 bytes.
  ///   - signatures: SHA-256 of the signatures, 32 bytes.
  public mutating func leaf(
    _ subject: Subject, _ fingerprint: Fingerprint?, _ entry: UnsafeRawBufferPointer,
    _ signatures: UnsafeRawBufferPointer
  ) -> Hash {
    var bytes = starts[subject] ?? Self.start(subject)
    if starts[subject] == nil { starts[subject] = bytes }
    Self.append(fingerprint, entry, signatures, to: &bytes)
    return .leaf(bytes)
  }

  fileprivate static func start(_ subject: Subject) -> [UInt8] {
    let text = Array(subject.description.utf8)
    return tag + [1, UInt8(text.count >> 8), UInt8(text.count & 0xFF)] + text
  }

  fileprivate static func append(
    _ fingerprint: Fingerprint?, _ entry: some Collection<UInt8>, _ signatures: some Collection<UInt8>,
    to bytes: inout [UInt8]
  ) {
    bytes.reserveCapacity(bytes.count + 105)
    if let fingerprint {
      bytes += [2, 0, 32]
      bytes += fingerprint.digest.bytes
    }
    bytes += [3, 0, 32]
    bytes += entry
    bytes += [4, 0, 32]
    bytes += signatures
  }
}
