import Casework
import Ledger

extension Desk {
  /// A case as it stands, with all that deciding about it needs.
  struct Standing: Sendable {
    var subject: Case
    var workflow: Workflow
    var history: VerifiedHistory
    var facts: Facts
  }

  /// What a request in a case comes to before it is decided: the command, and what it seals.
  struct Prepared {
    var command: Command
    var sealed: [SealedPlacement] = []
    var bag: BagStatement?
    var package: PackageSealing?
  }

  /// Rebuilds a case from the log.
  func standing(_ number: CaseNumber) throws -> Standing {
    try standing(number, in: try history(of: number))
  }

  /// Rebuilds a case from a history that was read.
  func standing(_ number: CaseNumber, in history: VerifiedHistory) throws -> Standing {
    let workflow = try workflow(of: history)
    let subject: Case
    do throws(ReplayFault) {
      subject = try Case.replay(number, history.acts, under: workflow)
    } catch {
      throw ServiceFault.store(.impossible(number, error))
    }
    return Standing(
      subject: subject, workflow: workflow, history: history,
      facts: try facts(history, for: subject.order?.value, in: number))
  }

  /// Decides a prepared command into a draft.
  func draft(_ prepared: Prepared, _ standing: Standing, by actor: Actor) throws -> Draft {
    let number = standing.subject.number
    var facts = standing.facts
    // A new document is held against the other cases by its own number, not by the one that it replaces.
    if case .supplement(.readable(let receipt)) = prepared.command {
      facts = try self.facts(standing.history, for: receipt, in: number)
    }
    let decision: Decision
    do throws(Refusal) {
      decision = try standing.subject.decide(prepared.command, by: actor, facts: facts, workflow: standing.workflow)
    } catch {
      throw ServiceFault.refused(error, number)
    }
    var draft = try draft(decision, standing, facts, by: actor)
    draft.sealed = prepared.sealed
    draft.bag = prepared.bag
    draft.package = prepared.package
    return draft
  }

  /// Makes the draft of a decision about a case that stands.
  func draft(_ decision: Decision, _ standing: Standing, _ facts: Facts, by actor: Actor) throws -> Draft {
    try draft(
      decision, standing.workflow, standing.history, facts, by: actor, opened: standing.history.acts.first?.time)
  }

  /// Makes the draft of a decision.
  ///
  /// - Parameter opened: when the case was opened; nil for the act that opens it.
  func draft(
    _ decision: Decision, _ workflow: Workflow, _ history: VerifiedHistory, _ facts: Facts, by actor: Actor,
    opened: Instant?
  ) throws -> Draft {
    guard let head = history.head else { throw ServiceFault.store(.treeHead) }
    let entry = Entry(
      office: profile.id, head: head, time: facts.now, actor: actor, case: decision.number, chart: workflow.digest,
      decision: decision)
    let after = decision.after(sequence: entry.sequence, time: facts.now)
    return Draft(
      entry: entry, history: history,
      matter: Draft.Matter(after: after, workflow: workflow, facts: facts, opened: opened ?? facts.now))
  }
}

extension ActRequest where Answer == CaseView {
  /// Makes a request in a case that is open, answered with the case as the act leaves it.
  ///
  /// - Parameter prepare: the command, with what it seals, made for the case as it stands; told whether nothing may be
  ///   written.
  static func inCase(
    _ number: CaseNumber, prepare: @escaping @Sendable (Desk, Desk.Standing, Actor, Bool) throws -> Desk.Prepared
  ) -> ActRequest {
    ActRequest(
      draft: { desk, keys, isRehearsal in
        let standing = try desk.standing(number)
        let actor = try desk.actor(keys, standing.history.registers)
        return try desk.draft(try prepare(desk, standing, actor, isRehearsal), standing, by: actor)
      },
      answer: { desk, draft, isRehearsal in try desk.view(draft, isRehearsal: isRehearsal) })
  }
}

extension Desk {
  /// Shows a case as a draft leaves it.
  func view(_ draft: Draft, isRehearsal: Bool) throws -> CaseView {
    let matter = try draft.inCase()
    var view = view(matter.after, matter.workflow, matter.facts)
    if isRehearsal { view.dryRun = true }
    return view
  }
}
