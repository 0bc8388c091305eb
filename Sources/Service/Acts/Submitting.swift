import Casework
import Foundation
import Ledger
import TamperLog
import Wording

/// The result of submitting a proposal.
public enum Submitted: Sendable {
  /// An act was entered in a case. The view shows the case after the act.
  case inCase(CaseView, [CaseEvent])
  case inRegisters([RegisterEvent])
  /// The envelope was delivered. `isEntered` says whether the delivery has its entry yet.
  case exported(Exported, isEntered: Bool)
}

extension Desk {
  /// Enters a proposal that was signed elsewhere.
  ///
  /// The act is decided again now, from the current log. A proposal is refused where the result is not the signed
  /// entry.
  ///
  /// - Parameter destination: the folder for the envelope, where the proposal spends a permit or enters a delivery.
  public func submit(_ proposal: Proposal, to destination: URL? = nil) throws -> Submitted {
    guard proposal.entry.office == profile.id else { throw ServiceFault.proposal(.anotherOffice) }
    let signed = try proposal.verifiedSignatures()
    switch proposal.entry.events?.first {
    case .permitRedeemed:
      return try exclusively(about: proposal.entry.case) { desk in
        guard let destination else { throw ServiceFault.proposal(.noDestination) }
        try checkDestination(destination)
        let draft = try desk.redecided(proposal)
        let envelope = try builtEnvelope(draft)
        return .exported(
          try deliver(desk.redeem(draft, signed), envelope, to: destination, key: nil), isEntered: false)
      }
    case .disclosureDelivered:
      return try exclusively(about: proposal.entry.case) { desk in
        guard let destination else { throw ServiceFault.proposal(.noDestination) }
        try checkDestination(destination)
        let draft = try desk.redecided(proposal)
        let standing = try desk.standing(try draft.inCase().after.number, in: draft.history)
        let actor = Actor(id: draft.entry.actor, role: draft.entry.role)
        let redemption = try resumption(standing, by: actor)
        let envelope = try desk.envelope(of: redemption.release, for: standing, desk.vault())
        return .exported(
          try deliver(redemption, envelope, under: draft, signed, to: destination), isEntered: true)
      }
    default:
      let draft = try redecided(proposal)
      try append(draft, signed)
      if draft.matter == nil { return .inRegisters(draft.entry.registers ?? []) }
      return .inCase(try view(draft, isRehearsal: false), draft.entry.events ?? [])
    }
  }

  /// Checks a proposal against the current log, decides it again and returns its draft.
  private func redecided(_ proposal: Proposal) throws -> Draft {
    let entry = proposal.entry
    let history = try latest(entry.case)
    try checkLinks(entry, history)
    let now = try now(after: history)
    guard entry.time <= now else { throw ServiceFault.proposal(.datedAhead) }
    for signer in proposal.signers where history.registers.active(signer.officer)?.key != signer.key {
      throw ServiceFault.proposal(.strangeSignature)
    }
    guard history.registers.active(entry.actor)?.role == entry.role else {
      throw ServiceFault.refused(Refusal([.actorNotAllowed(entry.role)]), entry.case)
    }
    var draft = try entry.case == nil ? redecidedChange(proposal, history) : redecidedAct(proposal, history)
    try checkSealed(proposal)
    draft.entry = entry
    draft.sealed = proposal.sealed
    draft.bag = proposal.bag
    return draft
  }

  /// Refuses an entry whose links are not the ends of their chains, whose signers saw another log, or that waited for too
  /// long.
  private func checkLinks(_ entry: Entry, _ history: VerifiedHistory) throws {
    guard let links = entry.claim.links else { throw ServiceFault.proposal(.tooOld) }
    let ends = history.ends
    guard links.founding == ends.founding else { throw ServiceFault.proposal(.anotherOffice) }
    let seen = try stored { try office.index(watching: [links.seen.size]) }
    guard seen.head == history.head else { throw ServiceFault.store(.headMoved) }
    guard seen.root(at: links.seen.size) == links.seen.root else { throw ServiceFault.proposal(.otherLog) }
    let subject = entry.case == nil ? nil : ends.subject?.leaf
    guard links.registers == ends.registers?.leaf, links.subject == subject else {
      throw ServiceFault.proposal(.logMoved)
    }
    let latest = history.lastTime.map { max($0, world.now()) } ?? world.now()
    guard latest <= links.until else { throw ServiceFault.proposal(.tooOld) }
  }

  /// Returns the history of a case, or of the registers alone where the case is not opened yet.
  private func latest(_ number: CaseNumber?) throws -> VerifiedHistory {
    do {
      return try history(of: number)
    } catch ServiceFault.store(.noSuchCase) {
      return try history()
    }
  }

  private func redecidedChange(_ proposal: Proposal, _ history: VerifiedHistory) throws -> Draft {
    // `act()` reads the openings again and compares each certificate with its digest.
    let opened = try proposal.act().changes
    for change in opened { if let name = change.name { try Self.checkSaid(name, .officerName) } }
    let changes = opened.map(\.event)
    for case .officerEnrolled(let officer) in changes
    where SSHPublicKey(line: officer.key)?.description != officer.key {
      throw ServiceFault.proposal(.malformed(member: "entry"))
    }
    for case .officerRekeyed(let new) in changes where SSHPublicKey(line: new.key)?.description != new.key {
      throw ServiceFault.proposal(.malformed(member: "entry"))
    }
    for case .authorityRegistered(let authority) in changes {
      try checkRegistrable(
        authority, history.registers, pem: authority.certificate.flatMap { proposal.value(of: $0.pem) })
    }
    do throws(Refusal) {
      for event in changes { _ = try history.registers.decide(event) }
      for signer in proposal.signers where !history.registers.active(signer.officer, has: .keepingRegisters) {
        throw Refusal([.register(.notCustodian)])
      }
    } catch {
      throw ServiceFault.refused(error, nil)
    }
    return Draft(entry: proposal.entry, history: history)
  }

  private func redecidedAct(_ proposal: Proposal, _ history: VerifiedHistory) throws -> Draft {
    let entry = proposal.entry
    guard let number = entry.case, let events = entry.events else {
      throw ServiceFault.proposal(.malformed(member: "entry"))
    }
    let actor = Actor(id: entry.actor, role: entry.role)
    if history.acts.isEmpty { return try redecidedOpening(proposal, number, by: actor, history) }
    let standing = try standing(number, in: history)
    guard entry.chart == standing.workflow.digest else { throw ServiceFault.proposal(.decidedOtherwise) }
    let decision: Decision
    let again: Draft
    switch events.first {
    case .permitRedeemed(let release):
      guard let seed = release.seed else { throw ServiceFault.refused(Refusal([.releaseWithoutSeed]), number) }
      decision = try checkedRelease(release, standing, by: actor, at: entry.time)
        .redemption(envelope: release.envelope, seed: seed)
      guard let sealed = proposal.sealed.map(\.value).first(where: { $0.commitment == seed }) else {
        throw ServiceFault.proposal(.sealedOtherwise)
      }
      var spending = try draft(decision, standing, standing.facts, by: actor)
      spending.envelope = try envelope(of: release, for: standing, seed: sealed, vault())
      again = spending
    case .disclosureDelivered:
      decision = try decide(try resumption(standing, by: actor).delivered(), standing, by: actor)
      again = try draft(decision, standing, standing.facts, by: actor)
    default:
      let command: Command
      if let document = Command.document(in: events) {
        command = .supplement(try reread(document, in: proposal, history.registers))
      } else if let found = Command(causing: events) {
        command = found
      } else {
        throw ServiceFault.proposal(.decidedOtherwise)
      }
      if case .approve = command { try checkBag(proposal, standing) }
      again = try draft(Prepared(command: command), standing, by: actor)
      if case .collect(let collected) = command { try checkPackage(collected, of: proposal, standing) }
    }
    guard again.entry.events == events else { throw ServiceFault.proposal(.decidedOtherwise) }
    return again
  }

  private func redecidedOpening(
    _ proposal: Proposal, _ number: CaseNumber, by actor: Actor, _ history: VerifiedHistory
  ) throws -> Draft {
    guard let document = Command.document(in: proposal.entry.events ?? []) else {
      throw ServiceFault.proposal(.decidedOtherwise)
    }
    // Another case has taken the number since.
    guard try nextNumber() == number else { throw ServiceFault.proposal(.logMoved) }
    let reading = try reread(document, in: proposal, history.registers)
    // The instrument of the document determines the chart, not the proposal.
    let instrument =
      if case .readable(let receipt) = reading { receipt.instrument } else { pack.manifest.firstInstrument }
    guard let workflow = try pack.workflow(of: instrument), workflow.digest == proposal.entry.chart else {
      throw ServiceFault.proposal(.decidedOtherwise)
    }
    let (decision, facts) = try decideOpening(reading, as: number, under: workflow, by: actor, in: history)
    guard decision.events == proposal.entry.events else { throw ServiceFault.proposal(.decidedOtherwise) }
    return try draft(
      decision, workflow, history, facts, by: actor, opened: proposal.entry.time)
  }

  /// Runs the gate's check again and compares the release with its result. The gate must have no reason now, and none at
  /// the time of the entry, as of which every audit will ask it.
  private func checkedRelease(
    _ release: Release, _ standing: Standing, by actor: Actor, at time: Instant
  ) throws -> Gate.Leave {
    var then = standing.facts
    (then.now, then.today) = (time, calendar.day(time))
    let leave: Gate.Leave
    do {
      let number = standing.subject.number
      let (acts, workflow) = (standing.history.acts, standing.workflow)
      _ = try Gate.check(number, acts: acts, by: actor, facts: then, workflow: workflow)
      leave = try Gate.check(number, acts: acts, by: actor, facts: standing.facts, workflow: workflow)
    } catch let refusal as Refusal {
      throw ServiceFault.refused(refusal, standing.subject.number)
    }
    guard leave.package == release.package, leave.recipient.sha256 == release.recipient else {
      throw ServiceFault.proposal(.decidedOtherwise)
    }
    return leave
  }
}
