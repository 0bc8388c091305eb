import Casework
import Foundation
import Ledger
import TamperLog

/// Audits an office from its rows and files, and trusts no stored result: it checks signatures, tree, replay of the
/// cases, gate and digests again.
public struct OfficeAudit {
  /// The values that an audit needs in addition to the office.
  public struct Grounds: Sendable {
    /// The workflows that the office was founded with, by their digest.
    public var workflows: [Digest: Workflow]
    public var bases: LegalBases
    /// Returns the day of a moment in the office's zone.
    public var day: @Sendable (Instant) -> Day
    /// The moment of the audit.
    public var now: Instant
    /// What needs the office's keys; nil where the office's key does not open them, which is a finding.
    public var keyed: Keyed?

    /// Makes the grounds.
    public init(
      workflows: [Digest: Workflow], bases: LegalBases, now: Instant, day: @escaping @Sendable (Instant) -> Day,
      keyed: Keyed?
    ) {
      self.workflows = workflows
      self.bases = bases
      self.now = now
      self.day = day
      self.keyed = keyed
    }
  }

  /// The checks that need the office's keys.
  public struct Keyed: Sendable {
    /// The office's keys.
    public var vault: Vault
    /// Reads a sealed order again and returns the receipt that the order must have under the given registers; nil where
    /// the order cannot be opened or read.
    public var reread: @Sendable (Commitment, Registers) -> OrderReceipt?
    /// Opens a collected package and verifies it in full against its record and its case.
    public var verify: @Sendable (CollectedPackage) -> PackageOutcome
    /// Builds the envelope of a release again and returns its digest; nil where it cannot be built.
    public var rebuild: @Sendable (Released) -> Digest?

    /// Makes the checks.
    public init(
      vault: Vault, reread: @escaping @Sendable (Commitment, Registers) -> OrderReceipt?,
      verify: @escaping @Sendable (CollectedPackage) -> PackageOutcome,
      rebuild: @escaping @Sendable (Released) -> Digest?
    ) {
      self.vault = vault
      self.reread = reread
      self.verify = verify
      self.rebuild = rebuild
    }
  }

  /// The result of the check of a package.
  public enum PackageOutcome: Sendable {
    case verified
    /// The package, or the order of its case, could not be opened or read.
    case notOpened
    case problem(PackageProblem)
  }

  /// A release, with the case and the registers as they were when the permit was spent.
  public struct Released: Sendable {
    public var release: Release
    public var subject: Case
    public var registers: Registers
  }

  /// The record of a collection, with the case and the registers at that place of the log.
  public struct CollectedPackage: Sendable {
    public var collected: Collected
    public var time: Instant
    public var receipt: OrderReceipt
    public var granted: GrantedScope
    public var registers: Registers
  }

  let grounds: Grounds
  var report = AuditReport()
  var entries: EntryAudit
  var acts: [CaseNumber: [Act]] = [:]
  var cases: [CaseNumber: Case] = [:]
  var charts: [CaseNumber: Digest] = [:]
  var opened: [CaseNumber: Instant] = [:]
  var fingerprints: [Fingerprint: Set<CaseNumber>] = [:]
  var promised: [Commitment: (sequence: Int, number: CaseNumber?)] = [:]
  var last: [CaseNumber: Int] = [:]
  var released: [CaseNumber: Released] = [:]
  /// True from the first release with a seed on. After that every release must have one.
  var sealsSeeds = false

  private init(_ grounds: Grounds, _ format: LogFormat) {
    self.grounds = grounds
    entries = EntryAudit(format)
  }

  /// Audits an office.
  ///
  /// - Parameter outside: what is kept outside the office's folder.
  public static func examine(
    _ office: OfficeSnapshot, grounds: Grounds, outside: Outside = Outside()
  ) throws(StoreFault) -> AuditReport {
    let rows = office.rows()
    var audit = OfficeAudit(grounds, rows.format)
    audit.entries.now = grounds.now
    for (place, (row, read)) in zip(rows.entries, office.entries).enumerated() {
      audit.take(row, read, at: place)
    }
    audit.checkFile(rows)
    audit.checkHead(rows)
    audit.checkSummaries(rows)
    try audit.checkSealed(rows, office, grounds.keyed?.vault)
    audit.checkReleases()
    try audit.checkStrays(office, rows)
    audit.check(outside)
    audit.applySetAside(rows, office.folder)
    audit.report.custodians = audit.entries.registers.custodians
    audit.report.entries = rows.entries.count
    audit.report.cases = audit.cases.count
    audit.report.head = audit.entries.head
    return audit.report
  }

  private mutating func take(_ row: OfficeRows.EntryRow, _ read: Result<ReadEntry, EntryFault>, at place: Int) {
    guard let entry = entries.check(row, read, at: place, &report) else { return }
    for event in entry.registers ?? [] {
      for commitment in event.commitments where promised[commitment] == nil { promised[commitment] = (place, nil) }
    }
    guard let number = entry.case, let events = entry.events, let chart = entry.chart else { return }
    last[number] = place
    for event in events {
      // The first entry that names a value is the one that seals it. A later entry cannot take it over.
      for commitment in event.commitments where promised[commitment] == nil { promised[commitment] = (place, number) }
      if case .permitRedeemed(let release) = event { note(release, place, number) }
    }
    for case let receipt as OrderReceipt in events.map(\.detail) { checkReceipt(receipt, place, number) }
    guard let workflow = grounds.workflows[chart] else {
      return report.add(.entry(place), .unknownChart, number)
    }
    if let known = charts[number], known != chart {
      report.add(.entry(place), .otherChart, number)
    }
    charts[number] = chart
    let act = Act(
      sequence: place, time: entry.time, actor: Actor(id: entry.actor, role: entry.role), events: events)
    for event in events {
      if case .permitRedeemed(let release) = event { checkGate(release, act, number, workflow) }
    }
    do throws(ReplayFault) {
      if let subject = cases[number] {
        cases[number] = try subject.evolving(act, under: workflow)
      } else {
        cases[number] = try Case.replay(number, [act], under: workflow)
      }
    } catch {
      report.add(.entry(place), .impossibleUnderChart, number)
    }
    for case .dataCollected(let collected) in events { checkPackage(collected, act, number) }
    acts[number, default: []].append(act)
    opened[number] = opened[number] ?? act.time
    for case let fingerprint? in entry.receipts.map(\.fingerprint) {
      fingerprints[fingerprint, default: []].insert(number)
    }
  }
}
