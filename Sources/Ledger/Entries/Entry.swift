import Casework
import TamperLog

/// The size and the root of the tree before an entry. The entry contains them, so its signers sign them too.
public struct Head: Sendable, Hashable, Codable {
  public var size: Int
  public var root: Digest

  /// Makes a head.
  public init(size: Int, root: Digest) {
    self.size = size
    self.root = root
  }

  /// The head of a log without entries.
  public static let empty = Head(size: 0, root: Digest(Hash.emptyRoot))
}

/// One act in the log.
///
/// The canonical JSON of this value is signed and stored, byte for byte:
///
///     {"actor":"o-5d1c09aa","case":"1405-0001","chart":"9f…","events":[{"detail":{…},"event":"approval.given"}],
///      "format":"amanat-entry-1","head":{"root":"ab…","size":12},"office":"6f0d3a1c2b4e5f60","role":"manager",
///      "sequence":12,"time":"2026-11-22T09:30:00Z"}
///
/// (on one line, without spaces). `sequence` equals `head.size`. An act in a case has `case`, `chart` (the SHA-256 of
/// the case's chart) and `events`, and one signature. A change to a register has `registers` and `witness` instead, and
/// two signatures: the actor's and the witness's. Both are custodians.
///
/// A signature is an armoured SSHSIG in the namespace `amanat-entry`. The data of a leaf are the entry's bytes, a
/// newline, and the armoured signatures in order; the leaf is SHA-256(0x00 ‖ data) (RFC 6962). So the first line of the
/// data is the bytes that were signed, and the tree covers the signatures too.
public struct Entry: Sendable, Hashable, Codable {
  /// The namespace of entry signatures.
  public static let namespace = "amanat-entry"
  /// The value of `format`.
  public static let format = "amanat-entry-1"

  public var format: String
  public var office: OfficeID
  public var sequence: Int
  public var head: Head
  public var time: Instant
  public var actor: OfficerID
  public var role: Role
  public var witness: OfficerID?
  public var `case`: CaseNumber?
  public var chart: Digest?
  public var registers: [RegisterEvent]?
  public var events: [CaseEvent]?

  /// Makes the entry of an act in a case.
  public init(
    office: OfficeID, head: Head, time: Instant, actor: Actor, case number: CaseNumber, chart: Digest,
    decision: Decision
  ) {
    self.init(office: office, head: head, time: time, actor: actor)
    self.case = number
    self.chart = chart
    events = decision.events
  }

  /// Makes the entry of a change to a register.
  public init(
    office: OfficeID, head: Head, time: Instant, actor: Actor, witness: OfficerID, registers: [RegisterEvent]
  ) {
    self.init(office: office, head: head, time: time, actor: actor)
    self.witness = witness
    self.registers = registers
  }

  private init(office: OfficeID, head: Head, time: Instant, actor: Actor) {
    format = Self.format
    self.office = office
    sequence = head.size
    self.head = head
    self.time = time
    self.actor = actor.id
    role = actor.role
  }

  /// Returns the leaf for an entry's bytes and its armoured signatures.
  public static func leaf(_ bytes: [UInt8], _ signatures: String) -> Hash {
    .leaf(bytes + [0x0A] + Array(signatures.utf8))
  }
}

/// An entry with its signatures, before verification.
public struct SignedEntry: Sendable, Hashable {
  public var bytes: [UInt8]
  /// The armoured signatures, one after the other.
  public var signatures: String

  /// Makes a signed entry.
  public init(bytes: [UInt8], signatures: String) {
    self.bytes = bytes
    self.signatures = signatures
  }
}
