import Casework
import Foundation
import TamperLog

/// An entry that was parsed from its canonical bytes, with the results of every check that needs no other entry.
///
/// Reading is the slow part of verification, and entries do not depend on each other here, so a log is read on all
/// cores. `VerifiedEntry` and the audit then compare the results with the registers, in order.
public struct ReadEntry: Sendable {
  /// A signature under the entry.
  public struct Signature: Sendable {
    /// The public key in the signature, as an OpenSSH line. It is not yet known to be an officer's.
    public let key: String
    /// True if the signature is over the entry's bytes, in the namespace of entries, by this key.
    public let isValid: Bool
    /// True if the signature hashes with SHA-512.
    public let hasSHA512: Bool
  }

  /// The parsed entry.
  public let entry: Entry
  /// The bytes and the armoured signatures, as they are stored.
  public let signed: SignedEntry
  /// The signatures in order; nil where the text is not a sequence of SSH signatures.
  public let signatures: [Signature]?
  /// The record for the tree of format 2; nil where the signatures are not.
  public let record: LeafRecord?
  /// True if the digest of each granted scope is the digest of that scope.
  public let hasGrantDigests: Bool

  /// Parses a signed entry and checks its signatures with their own keys.
  ///
  /// - Throws: `.unreadable` or `.notCanonical`. Other faults are in the values of this type.
  public init(reading signed: SignedEntry) throws(EntryFault) {
    guard let entry = CanonicalJSON.read(Entry.self, signed.bytes) else {
      throw (String(bytes: signed.bytes, encoding: .utf8) ?? "").hasPrefix("{\"actor\"") ? .notCanonical : .unreadable
    }
    self.entry = entry
    self.signed = signed
    let found = SSHSignature.all(in: signed.signatures)
    signatures = found?.map {
      Signature(
        key: $0.key.description, isValid: $0.signs(signed.bytes, namespace: Entry.namespace), hasSHA512: $0.hasSHA512)
    }
    record = found.map { LeafRecord(of: entry, signed.bytes, $0) }
    hasGrantDigests = (entry.events ?? []).allSatisfy { event in
      guard case .scopeGranted(let grant) = event else { return true }
      return (try? CanonicalJSON.bytes(grant.scope)).map { Digest.of($0) } == grant.digest
    }
  }

  /// Returns the leaf of the entry in a tree of this format; nil where its signatures cannot be read.
  public func leaf(in format: LogFormat) -> Hash? {
    switch format {
    case .one: Entry.oldLeaf(signed.bytes, signed.signatures)
    case .two: record?.leaf
    }
  }

  /// Reads the entries of rows, on all cores. The results are in the order of the rows.
  public static func read(_ rows: [OfficeRows.EntryRow]) -> [Result<ReadEntry, EntryFault>] {
    [Result<ReadEntry, EntryFault>](unsafeUninitializedCapacity: rows.count) { buffer, count in
      // Each iteration initializes one element, and no two the same.
      nonisolated(unsafe) let results = buffer
      DispatchQueue.concurrentPerform(iterations: rows.count) { place in
        let signed = SignedEntry(bytes: rows[place].bytes, signatures: rows[place].signatures)
        results.initializeElement(
          at: place, to: Result { () throws(EntryFault) in try ReadEntry(reading: signed) })
      }
      count = rows.count
    }
  }
}
