import Casework
import TamperLog

/// The size and the root of a tree.
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
///     {"actor":"o-5d1c09aa","after":{"registers":"31…","subject":"c0…"},"case":"1405-0001","chart":"9f…",
///      "events":[{"detail":{…},"event":"approval.given"}],"format":"amanat-entry-2","founding":"77…",
///      "office":"6f0d3a1c2b4e5f60","role":"manager","seen":{"root":"ab…","size":12},"time":"2026-11-22T09:30:00Z",
///      "until":"2026-11-29T09:30:00Z"}
///
/// (on one line, without spaces). An act in a case has `case`, `chart` (the SHA-256 of the case's chart) and `events`,
/// and one signature. A change to a register has `registers` and `witness` instead, and two signatures: the actor's and
/// the witness's. Both are custodians. A signature is an armoured SSHSIG in the namespace `amanat-entry`.
///
/// `EntryClaim` describes `founding`, `after`, `seen` and `until`, and `LeafRecord` the leaf of an entry in the tree.
///
/// Entries of format 1 (`amanat-entry-1`) have `head` and `sequence` in place of these four. They are read, and no longer
/// written. The leaf of such an entry was SHA-256(0x00 ‖ bytes ‖ newline ‖ armoured signatures).
public struct Entry: Sendable, Hashable {
  /// The namespace of entry signatures.
  public static let namespace = "amanat-entry"

  public var office: OfficeID
  /// What the entry says of its place in the log.
  public var claim: EntryClaim
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
    office: OfficeID, claim: EntryClaim, time: Instant, actor: Actor, case number: CaseNumber, chart: Digest,
    decision: Decision
  ) {
    self.init(office: office, claim: claim, time: time, actor: actor)
    self.case = number
    self.chart = chart
    events = decision.events
  }

  /// Makes the entry of a change to a register.
  public init(
    office: OfficeID, claim: EntryClaim, time: Instant, actor: Actor, witness: OfficerID, registers: [RegisterEvent]
  ) {
    self.init(office: office, claim: claim, time: time, actor: actor)
    self.witness = witness
    self.registers = registers
  }

  private init(office: OfficeID, claim: EntryClaim, time: Instant, actor: Actor) {
    self.office = office
    self.claim = claim
    self.time = time
    self.actor = actor.id
    role = actor.role
  }

  /// What the entry is about.
  public var subject: Subject { Subject(self.case) }

  /// The receipts of orders in the entry. An entry of format 2 has at most one.
  public var receipts: [OrderReceipt] { (events ?? []).compactMap { $0.detail as? OrderReceipt } }

  /// Returns the leaf of an entry of format 1.
  public static func oldLeaf(_ bytes: [UInt8], _ signatures: String) -> Hash {
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
