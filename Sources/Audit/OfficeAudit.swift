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
    /// Reads a sealed order again and returns the receipt that the order must have under the given registers. Without
    /// the office's key this closure is nil, and no receipts are checked.
    public var reread: (@Sendable (Commitment, Registers) -> OrderReceipt?)?
    /// Opens a collected package and verifies it in full against its record and its case. Returns the first problem;
    /// nil where there is none, and where the package or the order cannot be opened, which is a finding of its own.
    /// Without the office's key this closure is nil, and no packages are verified.
    public var verify: (@Sendable (CollectedPackage) -> PackageProblem?)?

    /// Builds the envelope of a release again and returns its digest; nil where it cannot be built. Without the office's
    /// key this closure is nil, and no envelope is compared.
    public var rebuild: (@Sendable (Released) -> Digest?)?

    /// Makes the grounds.
    public init(
      workflows: [Digest: Workflow], bases: LegalBases, now: Instant, day: @escaping @Sendable (Instant) -> Day,
      reread: (@Sendable (Commitment, Registers) -> OrderReceipt?)?,
      verify: (@Sendable (CollectedPackage) -> PackageProblem?)?
    ) {
      self.workflows = workflows
      self.bases = bases
      self.now = now
      self.day = day
      self.reread = reread
      self.verify = verify
    }
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

  private let grounds: Grounds
  private var report = AuditReport()
  private var entries = EntryAudit()
  private var acts: [CaseNumber: [Act]] = [:]
  private var cases: [CaseNumber: Case] = [:]
  private var charts: [CaseNumber: Digest] = [:]
  private var opened: [CaseNumber: Instant] = [:]
  private var fingerprints: [Fingerprint: Set<CaseNumber>] = [:]
  private var promised: [Commitment: (sequence: Int, number: CaseNumber?)] = [:]
  private var last: [CaseNumber: Int] = [:]
  private var released: [CaseNumber: Released] = [:]
  /// True from the first release with a seed on. After that every release must have one.
  private var sealsSeeds = false

  private init(_ grounds: Grounds) { self.grounds = grounds }

  /// Audits an office.
  ///
  /// - Parameters:
  ///   - vault: the office's keys; nil where the office's key does not open them, which is a finding.
  ///   - checkpoint: an older head from outside the office, already verified with the office's log key.
  public static func examine(
    _ office: OfficeSnapshot, vault: Vault?, grounds: Grounds, checkpoint: Checkpoint? = nil
  ) throws(StoreFault) -> AuditReport {
    let rows = office.rows()
    var audit = OfficeAudit(grounds)
    audit.entries.latest = grounds.now
    for (place, (row, read)) in zip(rows.entries, office.entries).enumerated() {
      audit.take(row, read, at: place)
    }
    audit.checkFile(rows)
    audit.checkHead(rows)
    audit.checkSummaries(rows)
    try audit.checkSealed(rows, office, vault)
    try audit.checkReleases(office)
    try audit.checkStrays(office, rows)
    if let checkpoint { audit.check(checkpoint) }
    audit.report.entries = rows.entries.count
    audit.report.cases = audit.cases.count
    audit.report.head = Head(size: audit.entries.frontier.size, root: Digest(audit.entries.frontier.root))
    return audit.report
  }

  // MARK: Entries and cases

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
    if let fingerprint = cases[number]?.order?.value.fingerprint {
      fingerprints[fingerprint, default: []].insert(number)
    }
  }

  /// Notes a release for `checkReleases`. A release without a seed is accepted only in an office that an older version
  /// founded, before its first release with one.
  private mutating func note(_ release: Release, _ place: Int, _ number: CaseNumber) {
    if let subject = cases[number] {
      released[number] = Released(release: release, subject: subject, registers: entries.registers)
    }
    sealsSeeds = sealsSeeds || release.seed != nil || entries.registers.profile?.sealsSeeds == true
    if sealsSeeds, release.seed == nil { report.add(.entry(place), .releaseWithoutSeed, number) }
  }

  /// Compares a receipt with the sealed document. The mechanical rules are judged from the receipt, so a false receipt
  /// could claim a legal basis that the order does not have (I2).
  private mutating func checkReceipt(_ receipt: OrderReceipt, _ place: Int, _ number: CaseNumber) {
    guard let reread = grounds.reread, reread(receipt.document, entries.registers) != receipt else { return }
    report.add(.entry(place), .receiptNotOfDocument, number)
  }

  /// Verifies a package with the order and the grant that its case has at this place, also a package that a later
  /// collection replaced (I5, I6).
  private mutating func checkPackage(_ collected: Collected, _ act: Act, _ number: CaseNumber) {
    // Where the case cannot be rebuilt, there is a finding already.
    guard let verify = grounds.verify, let subject = cases[number] else { return }
    let place = AuditReport.Place.entry(act.sequence)
    guard let receipt = subject.order?.value else {
      return report.add(place, .packageNotOfRecord(.otherOrder), number)
    }
    guard let granted = subject.granted?.value else {
      return report.add(place, .packageNotOfRecord(.otherGrant), number)
    }
    let package = CollectedPackage(
      collected: collected, time: act.time, receipt: receipt, granted: granted, registers: entries.registers)
    if let problem = verify(package) { report.add(place, .packageNotOfRecord(problem), number) }
  }

  /// Asks the gate again with the facts of that time, to find a permit that it would have refused (I1).
  private mutating func checkGate(_ release: Release, _ act: Act, _ number: CaseNumber, _ workflow: Workflow) {
    report.disclosures += 1
    let fingerprint = cases[number]?.order?.value.fingerprint
    let facts = Facts(
      now: act.time, today: grounds.day(act.time), registers: entries.registers, bases: grounds.bases,
      sameOrder: fingerprint.map { others(than: number, holding: $0) } ?? [])
    do {
      let permit = try Gate.judge(number, acts: acts[number] ?? [], by: act.actor, facts: facts, workflow: workflow)
      if permit.package != release.package || permit.recipient.sha256 != release.recipient {
        report.add(.entry(act.sequence), .permitForAnother, number)
      }
    } catch let refusal as Refusal {
      report.add(.entry(act.sequence), .permitRefused(refusal.reasons), number)
    } catch {
      report.add(.entry(act.sequence), .permitNotReplayed, number)
    }
  }

  /// Returns the other cases with the same order that, at this point of the replay, have a spent permit, or have a
  /// lower number and are not closed.
  private func others(than number: CaseNumber, holding fingerprint: Fingerprint) -> [CaseNumber] {
    (fingerprints[fingerprint] ?? []).filter { other in
      guard other != number, let subject = cases[other], subject.order?.value.fingerprint == fingerprint else {
        return false
      }
      let isClosed = charts[other].flatMap { grounds.workflows[$0] }?.isFinished(subject.configuration) ?? false
      return subject.release != nil || (!isClosed && other < number)
    }.sorted()
  }

  // MARK: The file, the head, the list

  private mutating func checkFile(_ rows: OfficeRows) {
    if !rows.isIntact { report.add(.file("office.sqlite"), .damagedFile) }
    if !rows.hasExpectedSchema { report.add(.file("office.sqlite"), .schema) }
    if rows.entries.isEmpty { report.add(.office, .noEntries) }
  }

  private mutating func checkHead(_ rows: OfficeRows) {
    let place = AuditReport.Place.entry(max(0, entries.frontier.size - 1))
    guard rows.heads.count == 1, let head = rows.heads.first else {
      return report.add(place, .treeHeadCount)
    }
    if head.size > entries.frontier.size {
      report.add(.entry(entries.frontier.size), .entryGone(storedSize: head.size))
    } else if head.size < entries.frontier.size {
      report.add(.entry(max(0, head.size)), .entryBeyondTreeHead(storedSize: head.size))
    } else if head.root != entries.frontier.root.bytes || head.frontier != entries.frontier.peaks.flatMap(\.bytes) {
      report.add(place, .treeHeadWrong)
    }
  }

  private mutating func checkSummaries(_ rows: OfficeRows) {
    var seen: Set<String> = []
    for row in rows.cases {
      seen.insert(row.number)
      guard let number = CaseNumber(row.number), let subject = cases[number], let chart = charts[number],
        let workflow = grounds.workflows[chart], let first = opened[number]
      else {
        let place = CaseNumber(row.number).flatMap { last[$0] }.map { AuditReport.Place.entry($0) }
        report.add(
          place ?? .entry(max(0, row.lastSequence)), .listedWithoutEntries, CaseNumber(row.number))
        continue
      }
      if row != CaseSummary(subject, opened: first, under: workflow) {
        report.add(.entry(last[number] ?? 0), .listedWrongly, number)
      }
    }
    for (number, sequence) in last where !seen.contains(number.description) {
      report.add(.entry(sequence), .notListed, number)
    }
  }

  private mutating func check(_ checkpoint: Checkpoint) {
    guard checkpoint.size <= entries.leaves.count else {
      return report.add(.entry(entries.leaves.count), .beyondCheckpoint(size: checkpoint.size))
    }
    if Tree.root(entries.leaves[..<checkpoint.size]) != checkpoint.root {
      report.add(.entry(max(0, checkpoint.size - 1)), .notCheckpoints)
    }
  }

  // MARK: Sealed values and files

  private mutating func checkSealed(_ rows: OfficeRows, _ office: any OfficeStore, _ vault: Vault?) throws(StoreFault) {
    if let vault {
      if try !vault.hasExpectedTable() { report.add(.file("keys.sqlite"), .schema) }
      let (_, broken) = try vault.inventory()
      for name in broken {
        report.add(
          .entry(CaseNumber(name).flatMap { last[$0] } ?? 0), .keyDoesNotOpen(name: name), CaseNumber(name))
      }
      if (try? vault.logKey()) != entries.registers.profile?.logKey {
        report.add(.entry(0), .logKey)
      }
    } else {
      report.add(.entry(0), .officeKey)
    }
    var present: Set<Commitment> = []
    for row in rows.sealed {
      guard let commitment = Commitment(row.commitment), let promise = promised[commitment] else {
        report.add(.entry(row.sequence), .unpromisedSealedValue)
        continue
      }
      present.insert(commitment)
      report.sealedValues += 1
      let expectedKey = promise.number?.description ?? Vault.registers
      if row.sequence != promise.sequence || row.keyName != expectedKey {
        report.add(.entry(promise.sequence), .sealedValueFiledWrongly, promise.number)
      }
      guard let vault else { continue }
      let opened = (try? office.sealed(commitment)).flatMap { try? vault.open($0) }
      if opened == nil {
        report.add(.entry(promise.sequence), .sealedValueDoesNotOpen, promise.number)
      }
    }
    for (commitment, promise) in promised where !present.contains(commitment) {
      report.add(.entry(promise.sequence), .sealedValueGone, promise.number)
    }
  }

  private mutating func checkReleases(_ office: any OfficeStore) throws(StoreFault) {
    for (number, subject) in cases.sorted(by: { $0.key < $1.key }) {
      guard let release = subject.release else { continue }
      let isDelivered = subject.delivery != nil
      let isClosed = charts[number].flatMap { grounds.workflows[$0] }?.isFinished(subject.configuration) ?? false
      if release.value.seed == nil {
        let bytes = try DurableFile.read(office.folder.envelopeFile(release.value.envelope))
        switch bytes.map({ Digest.of($0) }) {
        case release.value.envelope?: break
        case nil where isDelivered: break
        case nil where isClosed: break
        case nil: report.add(.entry(release.sequence), .envelopeGone, number)
        default: report.add(.entry(release.sequence), .envelopeReplaced, number)
        }
      } else if let rebuild = grounds.rebuild, released[number].flatMap(rebuild) != release.value.envelope {
        report.add(.entry(release.sequence), .envelopeOfAnother, number)
      }
      if subject.delivery.map({ $0.value != release.value.delivered }) == true {
        report.add(.entry(subject.delivery?.sequence ?? 0), .deliveryOfAnother, number)
      }
      if !isDelivered, !(isClosed && release.value.seed == nil) {
        let what: AuditReport.Unfinished.Kind = release.value.seed == nil ? .uncheckedDelivery : .delivery
        report.unfinished.append(.init(number: number, what: what))
      }
    }
  }

  /// Finds the files that no entry names. An act that was interrupted before its entry was appended leaves such files.
  private mutating func checkStrays(_ office: any OfficeStore, _ rows: OfficeRows) throws(StoreFault) {
    let packages = Set(rows.sealed.filter { $0.box == nil }.map { "\($0.commitment).sealed" })
    // Only older versions keep an envelope here.
    let old = cases.values.compactMap(\.release?.value).filter { $0.seed == nil }
    let envelopes = Set(old.map { "\($0.envelope).cms" })
    for (folder, known, what) in [
      (office.folder.sealed, packages, AuditReport.Unfinished.Kind.strayPackage),
      (office.folder.outbox, envelopes, .strayEnvelope),
    ] {
      var isFolder: ObjCBool = false
      if !FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder) || !isFolder.boolValue {
        report.add(.file(folder.lastPathComponent), .notAFolder)
      }
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      for name in names.sorted() where !known.contains(name) {
        let path = "\(folder.lastPathComponent)/\(name)"
        report.unfinished.append(.init(number: nil, what: what, file: path))
      }
    }
  }
}
