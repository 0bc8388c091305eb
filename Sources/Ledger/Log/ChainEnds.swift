import Casework
import TamperLog

/// The ends of the chains to which the next entry of a subject is linked.
public struct ChainEnds: Sendable, Hashable {
  /// The last entry of a chain.
  public struct End: Sendable, Hashable {
    public var place: Int
    public var leaf: Digest
    public var time: Instant
  }

  public var format: LogFormat
  /// SHA-256 of the bytes of the founding entry; nil before it.
  public internal(set) var founding: Digest?
  /// The last entry of the registers.
  public internal(set) var registers: End?
  /// The last entry of the case; nil where the chain is that of the registers, or the case has none.
  public internal(set) var subject: End?
  /// True after the first entry that is linked. From there on no entry of format 1 may follow.
  private var isLinked = false

  /// Makes the ends before the first entry of a log.
  public init(format: LogFormat) { self.format = format }

  /// Takes an entry of the registers or of the case.
  public mutating func take(_ verified: VerifiedEntry) {
    let entry = verified.entry
    let end = End(place: verified.place, leaf: Digest(verified.leaf), time: entry.time)
    if verified.place == 0 { founding = .of(verified.bytes) }
    if entry.claim.links != nil { isLinked = true }
    if entry.subject == .registers { registers = end } else { subject = end }
  }

  /// Returns the ends for the next entry of another case.
  public func of(_ subject: End?) -> ChainEnds {
    var ends = self
    ends.subject = subject
    return ends
  }

  /// Returns the claim of an entry that is appended after these ends.
  ///
  /// - Parameters:
  ///   - number: the case of the entry; nil for a change to the registers.
  ///   - head: the verified head of the log.
  public func claim(of number: CaseNumber?, on head: Head, at time: Instant) -> EntryClaim {
    .linked(
      EntryLinks(
        founding: founding, registers: registers?.leaf, subject: number == nil ? nil : subject?.leaf, seen: head,
        until: Instant(seconds: time.seconds + EntryLinks.longestWait)))
  }

  private func isUpgrade(_ entry: Entry) -> Bool {
    entry.registers?.contains { if case .officeUpgraded = $0 { true } else { false } } ?? false
  }

  /// Checks the claim of an entry that stands at a place after these ends: it names these very ends, so no entry of its
  /// subject or of the registers comes between, and its signer has seen both.
  ///
  /// - Parameter registers: the registers after the entry. A time that they set aside bounds nothing.
  func check(_ entry: Entry, at place: Int, _ registers: Registers) throws(EntryFault) {
    switch entry.claim {
    case .numbered(let sequence, let head):
      guard sequence == place, head.size == place, place > 0 || head == .empty, !isLinked else { throw .outOfPlace }
    case .linked(let links):
      guard format == .two, isUpgrade(entry) == (place > 0 && !isLinked) else { throw .outOfPlace }
      guard links.founding == founding else { throw .anotherOffice }
      let own = entry.subject == .registers ? nil : subject
      guard links.registers == self.registers?.leaf, links.subject == own?.leaf else { throw .notLinked }
      let ends = [self.registers, own].compactMap(\.self)
      guard links.seen.size <= place, place > 0 || links.seen == .empty,
        ends.allSatisfy({ $0.place < links.seen.size })
      else { throw .outOfPlace }
      guard ends.allSatisfy({ $0.time <= entry.time || registers.hasSetAsideTime(of: $0.leaf) }) else { throw .dated }
      guard entry.time <= links.until, links.until.seconds - entry.time.seconds <= EntryLinks.longestWait else {
        throw .dated
      }
      guard entry.receipts.count <= 1 else { throw .severalReceipts }
    }
  }
}
