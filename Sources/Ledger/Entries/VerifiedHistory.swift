import Casework

/// The registers, and the acts of one case where a case was asked for, from verified entries.
public struct VerifiedHistory: Sendable {
  /// The registers after the last entry.
  public private(set) var registers = Registers()
  /// The acts of the case in order; empty where only the registers were asked for.
  public private(set) var acts: [Act] = []
  /// The digest of the case's chart.
  public private(set) var chart: Digest?
  /// The head of the tree at the time of reading; nil where the stored frontier is damaged, and then nothing can be
  /// appended.
  public let head: Head?
  /// The time of the log's last entry; nil where there is none or it cannot be read.
  public let lastTime: Instant?

  /// Verifies each row with the registers before it.
  ///
  /// - Parameter rows: the rows of the registers and of one case, in order.
  /// - Throws: `StoreFault.broken` with the first entry that does not verify.
  public init(verifying rows: [OfficeRows.EntryRow], head: Head?, lastTime: Instant?) throws(StoreFault) {
    try self.init(verifying: Array(zip(rows, ReadEntry.read(rows))), head: head, lastTime: lastTime)
  }

  /// Verifies rows whose entries were read.
  init(
    verifying rows: [(OfficeRows.EntryRow, Result<ReadEntry, EntryFault>)], head: Head?, lastTime: Instant?
  ) throws(StoreFault) {
    self.head = head
    self.lastTime = lastTime
    for (row, read) in rows {
      do throws(EntryFault) {
        let verified = try VerifiedEntry(checking: try read.get(), at: row.sequence, registers: registers)
        guard row.leaf == verified.leaf.bytes else { throw .leafMismatch }
        guard row.caseNumber == verified.entry.case?.description else { throw .caseMismatch }
        try take(verified.entry)
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
    return registersOnly
  }

  private mutating func take(_ entry: Entry) throws(EntryFault) {
    for event in entry.registers ?? [] { registers.evolve(event, at: entry.sequence) }
    guard let events = entry.events, let digest = entry.chart else { return }
    guard chart == nil || chart == digest else { throw .chartMismatch }
    chart = digest
    acts.append(
      Act(sequence: entry.sequence, time: entry.time, actor: Actor(id: entry.actor, role: entry.role), events: events))
  }
}
