import Casework
import TamperLog

/// The registers, and the acts of one case where a case was asked for, from verified entries.
public struct VerifiedHistory: Sendable {
  /// The registers after the last entry.
  public private(set) var registers = Registers()
  /// The acts of the case in order; empty where only the registers were asked for.
  public private(set) var acts: [Act] = []
  /// The digest of the case's chart.
  public private(set) var chart: Digest?
  /// The ends of the chains to which the next entry of the registers or of the case is linked.
  public private(set) var ends: ChainEnds
  /// The head of the tree at the time of reading.
  public let head: Head
  /// The latest time in the log that the registers have not set aside. No new entry is dated before it.
  public internal(set) var lastTime: Instant?

  /// Verifies each row with the registers before it.
  ///
  /// - Parameter rows: the rows of the registers and of one case, in order.
  /// - Throws: `StoreFault.broken` with the first entry that does not verify.
  public init(
    verifying rows: [OfficeRows.EntryRow], in format: LogFormat, head: Head
  ) throws(StoreFault) {
    try self.init(verifying: Array(zip(rows, ReadEntry.read(rows))), in: format, head: head)
  }

  /// Verifies rows whose entries were read.
  init(
    verifying rows: [(OfficeRows.EntryRow, Result<ReadEntry, EntryFault>)], in format: LogFormat, head: Head
  ) throws(StoreFault) {
    self.head = head
    ends = ChainEnds(format: format)
    for (row, read) in rows {
      do throws(EntryFault) {
        let verified = try VerifiedEntry(
          checking: try read.get(), at: row.sequence, after: ends, registers: registers)
        guard row.leaf == verified.leaf.bytes else { throw .leafMismatch }
        guard row.subject == verified.entry.subject.description else { throw .caseMismatch }
        try take(verified)
      } catch {
        throw .broken(sequence: row.sequence, error)
      }
    }
  }

  /// The same registers, without the case.
  public var withoutActs: VerifiedHistory {
    var registersOnly = self
    registersOnly.acts = []
    registersOnly.chart = nil
    registersOnly.ends.subject = nil
    return registersOnly
  }

  private mutating func take(_ verified: VerifiedEntry) throws(EntryFault) {
    let entry = verified.entry
    ends.take(verified)
    for event in entry.registers ?? [] { registers.evolve(event, at: verified.place) }
    guard let events = entry.events, let digest = entry.chart else { return }
    guard chart == nil || chart == digest else { throw .chartMismatch }
    chart = digest
    acts.append(
      Act(sequence: verified.place, time: entry.time, actor: Actor(id: entry.actor, role: entry.role), events: events))
  }
}
