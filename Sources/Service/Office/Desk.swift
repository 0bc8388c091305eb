import Casework
import Foundation
import Intake
import Ledger
import LedgerSQLite
import TamperLog
import Wording

/// An office with somebody at it: where clock, chance, keys and files meet, and the only place where they do.
public struct Desk: Sendable {
  public let office: any OfficeStore
  public let world: World
  public let profile: OfficeProfile
  public let pack: Pack
  public let calendar: OfficeCalendar
  private let keyFile: URL

  /// Opens an office. Its key is read only when something sealed is needed.
  public static func open(_ folder: OfficeFolder, keyFile: URL?, world: World) throws -> Desk {
    try stored {
      let office = try SQLiteOffice.open(folder)
      guard let profile = try office.history().registers.profile else { throw StoreFault.noOffice }
      let pack = try PackFolder(of: folder, pinnedBy: profile).read()
      guard let calendar = OfficeCalendar(zone: profile.zone, pack: profile.pack) else {
        throw ServiceFault.notFound(.timeZone(profile.zone))
      }
      return Desk(
        office: office, world: world, profile: profile, pack: pack, calendar: calendar,
        keyFile: keyFile ?? folder.defaultKey)
    }
  }

  /// The office's keys.
  ///
  /// - Throws: where the office's key is absent, malformed or another's.
  public func vault() throws -> Vault {
    try stored {
      guard let file = try DurableFile.read(keyFile) else { throw StoreFault.noKey }
      guard let key = Vault.officeKey(file) else {
        throw ServiceFault.malformed(FilePlace(file: keyFile.lastPathComponent, line: 1), .notOfficeKey)
      }
      return try Vault(SQLiteKeys.open(office.folder), office: profile.id, officeKey: key, randomness: world.randomness)
    }
  }

  /// The time that an act is dated with: the clock's, and never before the last entry's.
  func now() throws -> Instant {
    let clock = world.now()
    return try stored { try office.history(of: nil) }.lastTime.map { max($0, clock) } ?? clock
  }

  /// The facts of this moment.
  func facts(_ registers: Registers, for receipt: OrderReceipt?, in number: CaseNumber) throws -> Facts {
    let now = try now()
    let same = try receipt?.fingerprint.map { try office.cases(holding: $0, besides: number) } ?? []
    return Facts(now: now, today: calendar.day(now), registers: registers, bases: pack.bases, sameOrder: same)
  }

  /// Who holds a key, as the register says.
  func actor(_ key: String, _ registers: Registers) throws -> Actor {
    let publicKey = try world.signer.publicKey(key)
    guard let officer = registers.officer(holding: publicKey.description) else {
      throw DeskFault.signing(.notAnOfficer(file: URL(filePath: key).lastPathComponent))
    }
    return Actor(id: officer.id, role: officer.role)
  }

  /// The workflow that a digest names, among those the office was founded with.
  func workflow(_ digest: Digest?) throws -> Workflow {
    guard let workflow = pack.workflows.values.first(where: { $0.digest == digest }) else {
      throw DeskFault.store(.packChanged(file: "court-order.scxml"))
    }
    return workflow
  }

  /// A case as it stands, with all that deciding about it needs.
  struct Standing {
    var subject: Case
    var workflow: Workflow
    var history: VerifiedHistory
    var facts: Facts
  }

  /// Rebuilds a case from the log.
  func standing(_ number: CaseNumber) throws -> Standing {
    try stored {
      let history = try office.history(of: number)
      let workflow = try workflow(history.chart)
      let subject: Case
      do {
        subject = try Case.replay(number, history.acts, under: workflow)
      } catch let fault as ReplayFault {
        throw StoreFault.impossible(number, fault)
      }
      return Standing(
        subject: subject, workflow: workflow, history: history,
        facts: try facts(history.registers, for: subject.order?.value, in: number))
    }
  }

  /// Decides, signs and appends an act in a case, and shows the case after it.
  ///
  /// - Parameters:
  ///   - dryRun: stops after deciding: every refusal is told, nothing is written, and the case is shown as it would be.
  ///   - prepare: the command, with what it seals, made for the case as it stands. It is made anew when the log moved.
  func act(
    on number: CaseNumber, signingWith key: String, dryRun: Bool = false,
    prepare: (Standing, Actor) throws -> (command: Command, sealed: [SealedPlacement])
  ) throws -> CaseView {
    try show(perform(on: number, signingWith: key, dryRun: dryRun, prepare: prepare), number)
  }

  /// Does what `act` does, and returns the case as it would stand after a dry run; nil where the act was entered.
  func perform(
    on number: CaseNumber, signingWith key: String, dryRun: Bool,
    prepare: (Standing, Actor) throws -> (command: Command, sealed: [SealedPlacement])
  ) throws -> Standing? {
    try attempt { () throws -> Standing? in
      let standing = try standing(number)
      let actor = try actor(key, standing.history.registers)
      let (command, sealed) = try prepare(standing, actor)
      var facts = standing.facts
      // A new document is held against the other cases by its own number, not by the one it takes the place of.
      if case .supplement(.readable(let receipt)) = command {
        facts = try self.facts(standing.history.registers, for: receipt, in: number)
      }
      let decision: Decision
      do throws(Refusal) {
        decision = try standing.subject.decide(command, by: actor, facts: facts, workflow: standing.workflow)
      } catch {
        throw DeskFault.refused(error, number)
      }
      if dryRun { return try trial(decision, number, standing.workflow, actor, standing.history, facts) }
      _ = try enter(decision, standing, actor, key, sealed)
      return nil
    }
  }

  /// A case as it would stand if a decision were entered.
  func trial(
    _ decision: Decision, _ number: CaseNumber, _ workflow: Workflow, _ actor: Actor, _ history: VerifiedHistory,
    _ facts: Facts
  ) throws -> Standing {
    let sequence = history.head?.size ?? 0
    let act = Act(sequence: sequence, time: facts.now, actor: actor, events: decision.events)
    let subject = try replayed(number, history.acts + [act], workflow)
    return Standing(subject: subject, workflow: workflow, history: history, facts: facts)
  }

  /// Shows a case as a dry run left it, or else as the log has it.
  func show(_ trial: Standing?, _ number: CaseNumber) throws -> CaseView {
    guard let trial else { return try view(number) }
    var view = view(trial.subject, trial)
    view.dryRun = true
    return view
  }

  private func replayed(_ number: CaseNumber, _ acts: [Act], _ workflow: Workflow) throws -> Case {
    do throws(ReplayFault) {
      return try Case.replay(number, acts, under: workflow)
    } catch {
      throw DeskFault.store(.impossible(number, error))
    }
  }

  /// Signs and appends a decision about a case that stands.
  func enter(
    _ decision: Decision, _ standing: Standing, _ actor: Actor, _ key: String, _ sealed: [SealedPlacement]
  ) throws -> Case {
    let number = standing.subject.number
    return try append(
      decision, number: number, workflow: standing.workflow, actor: actor, key: key, time: standing.facts.now,
      history: standing.history, sealed: sealed, opened: standing.history.acts.first?.time)
  }

  /// Signs and appends a decision: the one place where acts in cases enter the log.
  func append(
    _ decision: Decision, number: CaseNumber, workflow: Workflow, actor: Actor, key: String, time: Instant,
    history: VerifiedHistory, sealed: [SealedPlacement], opened: Instant?
  ) throws -> Case {
    world.reached(.decided)
    guard let head = history.head else { throw DeskFault.store(.treeHead) }
    let entry = Entry(
      office: profile.id, head: head, time: time, actor: actor, case: number, chart: workflow.digest,
      decision: decision)
    let verified = try sign(entry, with: [key], registers: history.registers)
    world.reached(.signed)
    let act = Act(sequence: entry.sequence, time: time, actor: actor, events: decision.events)
    let after = try replayed(number, history.acts + [act], workflow)
    let summary = CaseSummary(after, opened: opened ?? time, under: workflow)
    try stored { try office.append(verified, sealed: sealed, summary: summary) }
    world.reached(.committed)
    return after
  }

  /// Has an entry signed by each key in turn, and checks what came back as anybody would.
  func sign(_ entry: Entry, with keys: [String], registers: Registers) throws -> VerifiedEntry {
    let bytes = try CanonicalJSON.bytes(entry)
    let signatures = try keys.map { key in
      let armored = try world.signer.sign(bytes, Entry.namespace, key)
      // A public key that has come to lie beside another private one would vouch for the wrong person.
      guard let signed = SSHSignature(armored: armored), try signed.key == world.signer.publicKey(key) else {
        throw DeskFault.signing(.otherKey(file: URL(filePath: key).lastPathComponent))
      }
      return armored
    }.joined()
    do throws(EntryFault) {
      return try VerifiedEntry(
        checking: SignedEntry(bytes: bytes, signatures: signatures), at: entry.sequence, registers: registers)
    } catch {
      throw DeskFault.store(.broken(sequence: entry.sequence, error))
    }
  }

  /// Runs an act again when somebody else's came first: what was signed then vouches for a log that has moved on.
  func attempt<Value>(_ work: () throws -> Value) throws -> Value {
    for _ in 0..<24 {
      do {
        return try work()
      } catch DeskFault.store(.headMoved) {
        usleep(UInt32(world.randomness.bytes(1)[0]) * 200)
      }
    }
    throw DeskFault.store(.headMoved)
  }
}

/// Turns a store's fault into the desk's.
func stored<Value>(_ work: () throws -> Value) throws -> Value {
  do {
    return try work()
  } catch let fault as StoreFault {
    throw DeskFault.store(fault)
  }
}
