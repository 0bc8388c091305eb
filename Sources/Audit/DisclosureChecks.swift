import Casework
import Ledger

/// The checks of what cases disclose: receipts, packages, permits and envelopes.
extension OfficeAudit {
  /// Notes a release for `checkReleases`. A release without a seed is accepted only in an office that an older version
  /// founded, before its first release with one.
  mutating func note(_ release: Release, _ place: Int, _ number: CaseNumber) {
    if let subject = cases[number] {
      released[number] = Released(release: release, subject: subject, registers: entries.registers)
    }
    sealsSeeds = sealsSeeds || release.seed != nil || entries.registers.profile?.sealsSeeds == true
    if sealsSeeds, release.seed == nil { report.add(.entry(place), .releaseWithoutSeed, number) }
  }

  /// Compares a receipt with the sealed document. The mechanical rules are judged from the receipt, so a false receipt
  /// could claim a legal basis that the order does not have (I2).
  mutating func checkReceipt(_ receipt: OrderReceipt, _ place: Int, _ number: CaseNumber) {
    guard let keyed = grounds.keyed, keyed.reread(receipt.document, entries.registers) != receipt else { return }
    report.add(.entry(place), .receiptNotOfDocument, number)
  }

  /// Verifies a package with the order and the grant that its case has at this place, also a package that a later
  /// collection replaced (I5, I6).
  mutating func checkPackage(_ collected: Collected, _ act: Act, _ number: CaseNumber) {
    // Where the case cannot be rebuilt, there is a finding already.
    guard let keyed = grounds.keyed, let subject = cases[number] else { return }
    let place = AuditReport.Place.entry(act.sequence)
    guard let receipt = subject.order?.value else {
      return report.add(place, .packageNotOfRecord(.otherOrder), number)
    }
    guard let granted = subject.granted?.value else {
      return report.add(place, .packageNotOfRecord(.otherGrant), number)
    }
    let package = CollectedPackage(
      collected: collected, time: act.time, receipt: receipt, granted: granted, registers: entries.registers)
    switch keyed.verify(package) {
    case .verified: break
    case .notOpened: report.add(place, .sealedValueDoesNotOpen, number)
    case .problem(let problem): report.add(place, .packageNotOfRecord(problem), number)
    }
  }

  /// Asks the gate again with the facts of that time, to find a permit that it would have refused (I1).
  mutating func checkGate(_ release: Release, _ act: Act, _ number: CaseNumber, _ workflow: Workflow) {
    report.disclosures += 1
    let fingerprint = cases[number]?.order?.value.fingerprint
    var facts = Facts(
      now: act.time, today: grounds.day(act.time), registers: entries.registers, bases: grounds.bases,
      sameOrder: fingerprint.map { others(than: number, holding: $0) } ?? [])
    do {
      let permit = try Gate.judge(number, acts: acts[number] ?? [], by: act.actor, facts: facts, workflow: workflow)
      // An act whose signer did not see a later time may be dated before it. The rules must hold at that time too.
      if let latest = entries.latest, latest > act.time {
        (facts.now, facts.today) = (latest, grounds.day(latest))
        _ = try Gate.judge(number, acts: acts[number] ?? [], by: act.actor, facts: facts, workflow: workflow)
      }
      if permit.package != release.package || permit.recipient.sha256 != release.recipient {
        report.add(.entry(act.sequence), .permitForAnother, number)
      }
    } catch let refusal as Refusal {
      report.add(.entry(act.sequence), .permitRefused(refusal.reasons), number)
    } catch {
      report.add(.entry(act.sequence), .permitNotReplayed, number)
    }
  }

  /// Returns the other cases that ever received the same order and that, at this point of the replay, have a spent
  /// permit, or have a lower number and are not closed. In format 1 only a case's last order counts.
  private func others(than number: CaseNumber, holding fingerprint: Fingerprint) -> [CaseNumber] {
    (fingerprints[fingerprint] ?? []).filter { other in
      guard other != number, let subject = cases[other],
        entries.format == .two || subject.order?.value.fingerprint == fingerprint
      else { return false }
      let isClosed = charts[other].flatMap { grounds.workflows[$0] }?.isFinished(subject.configuration) ?? false
      return subject.release != nil || (!isClosed && other < number)
    }.sorted()
  }

  /// Checks the envelope and the delivery of every release. The envelope of a release without a seed cannot be checked:
  /// the report counts such releases.
  mutating func checkReleases() {
    for (number, subject) in cases.sorted(by: { $0.key < $1.key }) {
      guard let release = subject.release else { continue }
      let hasSeed = release.value.seed != nil
      if !hasSeed {
        report.uncheckedReleases += 1
      } else if let keyed = grounds.keyed, released[number].flatMap(keyed.rebuild) != release.value.envelope {
        report.add(.entry(release.sequence), .envelopeOfAnother, number)
      }
      if subject.delivery.map({ $0.value != release.value.delivered }) == true {
        report.add(.entry(subject.delivery?.sequence ?? 0), .deliveryOfAnother, number)
      }
      guard subject.delivery == nil else { continue }
      let isClosed = charts[number].flatMap { grounds.workflows[$0] }?.isFinished(subject.configuration) ?? false
      let what: AuditReport.Unfinished.Kind = isClosed ? .closedDelivery : hasSeed ? .delivery : .uncheckedDelivery
      report.unfinished.append(.init(number: number, what: what))
    }
  }
}
